// What others have learnt about differences, official lines and merging, case by case: each is a test under its own
// number, in known_*_test.cpp here and in tests/features/amendments. docs/domain/amendments.md says what we decided
// where a case is a matter of taste. The cases themselves are read from the shared data.
#pragma once

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/utf8.hpp"
#include "domain/text/diff.hpp"
#include "domain/text/gathering.hpp"
#include "domain/text/merge.hpp"
#include "domain/text/shared_data.hpp"

namespace samrad::tests {

namespace json = boost::json;

// A part of a case; the test is skipped where the data are not here.
inline json::object part_of(std::string_view id, const char* part) {
    const auto file = shared_data("amendment-cases.json");
    if (!file) SKIP("the shared data is not here");
    const json::value read = json::parse(*file);
    for (const auto& one : read.at("cases").as_array()) {
        if (std::string_view(one.at("id").as_string()) == id) return one.at(part).as_object();
    }
    FAIL("no case " << id);
    return {};
}

inline json::object input_of(std::string_view id) { return part_of(id, "input"); }
inline json::object expected_of(std::string_view id) { return part_of(id, "expected"); }

inline std::u16string text_at(const json::value& value) { return to_utf16(std::string_view(value.as_string())); }

// Strings as the paragraphs or list items of a text.
inline std::u16string joined(const json::value& parts, const char16_t* between) {
    std::u16string text;
    for (const auto& part : parts.as_array()) text += (text.empty() ? u"" : between) + text_at(part);
    return text + u"\n";
}

struct Marked {
    std::u16string deleted, inserted;
    std::size_t first = 0, last = 0;  // of the text before
};

inline Marked difference(const std::u16string& before, const std::u16string& after) {
    Marked marked;
    const auto hunks = domain::hunks_of(domain::step_between(before, after).change, before);
    for (const auto& hunk : hunks) {
        marked.deleted += before.substr(hunk.from, hunk.to - hunk.from);
        marked.inserted += hunk.insert;
    }
    if (!hunks.empty()) marked.first = hunks.front().from;
    if (!hunks.empty()) marked.last = hunks.back().to;
    return marked;
}

inline Marked difference(const json::object& input) {
    return difference(text_at(input.at("before")), text_at(input.at("after")));
}

}  // namespace samrad::tests
