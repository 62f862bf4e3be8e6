// A page that is whole as the server sends it: plain HTML forms and what comes of them.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/account/account.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// What a template is filled with: texts (escaped unless the template says {{{raw}}}), truths and lists of the same.
struct Fields;
using FieldList = std::vector<Fields>;
struct Fields {
    std::map<std::string, std::string> texts;
    std::map<std::string, bool> truths;
    std::map<std::string, FieldList> lists;
};

struct PlainPage {
    std::string content;  // the name of its template
    std::string title;
    Fields fields;
    int status = 200;
    std::optional<domain::Language> language = {};  // the page's own words; the reader's where it is not set
};

// How such pages are made and how refusals are shown; handed in by the wiring.
struct PlainPages {
    std::function<http::Reply(Work&, PlainPage)> make;
    std::function<http::Reply(const Problem&, const http::Request&)> failure;
};

}  // namespace samrad::features
