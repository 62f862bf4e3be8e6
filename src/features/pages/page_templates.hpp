// The templates of the pages: what a browser gets before any script runs.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace samrad::features {

// What a template is filled with: texts (escaped unless the template says {{{raw}}}), truths and lists of the same.
struct Fields;
using FieldList = std::vector<Fields>;
struct Fields {
    std::map<std::string, std::string> texts;
    std::map<std::string, bool> truths;
    std::map<std::string, FieldList> lists;
};

// All templates of a folder, read once. Thread-safe to fill. frontend/templates/README.md tells what each wants.
class PageTemplates {
public:
    // Reads `folder`/templates/*.mustache and `folder`/dist/{head.html,build.txt}. A missing dist is not an error: the
    // pages then have no script. Missing templates throw std::runtime_error.
    explicit PageTemplates(const std::string& folder);
    ~PageTemplates();

    std::string fill(const std::string& name, const Fields& fields) const;
    const std::string& head() const;   // the tags of styles and scripts
    const std::string& build() const;  // which build of the pages this is

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

// JSON made safe to stand inside a script element: every < as \u003c.
std::string for_script_element(std::string json);

// "23. november 2026" or "23 November 2026"; the time of day is the browser's to say, which knows the zone.
std::string date_for_people(std::string_view iso_time, std::string_view language);

}  // namespace samrad::features
