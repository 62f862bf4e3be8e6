#include "features/pages/page_templates.hpp"

#include <filesystem>
#include <fstream>
#include <kainjow/mustache.hpp>
#include <sstream>
#include <stdexcept>

namespace samrad::features {

namespace mustache = kainjow::mustache;

namespace {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

mustache::data to_data(const Fields& fields) {
    mustache::data data;
    for (const auto& [name, text] : fields.texts) {
        // An empty text counts as absent, so that {{#note}} asks whether there is one.
        if (!text.empty()) data.set(name, text);
    }
    for (const auto& [name, truth] : fields.truths) data.set(name, truth);
    for (const auto& [name, list] : fields.lists) {
        mustache::data items{mustache::data::type::list};
        for (const auto& item : list) items.push_back(to_data(item));
        data.set(name, items);
    }
    return data;
}

}  // namespace

struct PageTemplates::Inside {
    std::map<std::string, std::string> sources;
    std::string head;
    std::string build;
};

PageTemplates::PageTemplates(const std::string& folder) : inside_(std::make_unique<Inside>()) {
    const std::filesystem::path templates = std::filesystem::path(folder) / "templates";
    if (!std::filesystem::is_directory(templates)) {
        throw std::runtime_error("no templates in " + templates.string() + " (--frontend names the folder)");
    }
    for (const auto& entry : std::filesystem::directory_iterator(templates)) {
        if (entry.path().extension() != ".mustache") continue;
        inside_->sources[entry.path().stem().string()] = read_file(entry.path());
    }
    const std::filesystem::path dist = std::filesystem::path(folder) / "dist";
    inside_->head = read_file(dist / "head.html");
    inside_->build = read_file(dist / "build.txt");
    while (!inside_->build.empty() && inside_->build.back() == '\n') inside_->build.pop_back();
}

PageTemplates::~PageTemplates() = default;

std::string PageTemplates::fill(const std::string& name, const Fields& fields) const {
    const auto source = inside_->sources.find(name);
    if (source == inside_->sources.end()) throw std::runtime_error("no template " + name);
    mustache::mustache page(source->second);  // a parsed template is not safe to share between threads
    return page.render(to_data(fields));
}

const std::string& PageTemplates::head() const { return inside_->head; }
const std::string& PageTemplates::build() const { return inside_->build; }

std::string for_script_element(std::string json) {
    std::string out;
    out.reserve(json.size() + json.size() / 16);
    for (const char c : json) {
        if (c == '<') {
            out += "\\u003c";
        } else {
            out.push_back(c);
        }
    }
    return out;
}

}  // namespace samrad::features
