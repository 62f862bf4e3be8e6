// The templates of the pages: what a browser gets before any script runs.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "features/plain_page.hpp"

namespace samrad::features {

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

}  // namespace samrad::features
