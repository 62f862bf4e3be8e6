// Known cases of differences, see known_cases.hpp.
#include "domain/amendment/known_cases.hpp"

#include <algorithm>

using namespace samrad::domain;
using namespace samrad::tests;

namespace {

bool has_word(std::u16string_view text) {
    return std::any_of(text.begin(), text.end(), [](char16_t c) { return c != u' ' && c != u'\n' && c != u'-'; });
}

}  // namespace

TEST_CASE("DIF-08 A paragraph that is appended marks nothing of the one before it") {
    const auto marked = difference(u"Kept line.\n", u"Kept line.\n\nAdded line.\n");
    CHECK(marked.deleted.empty());
    CHECK(marked.inserted.find(u"Kept") == std::u16string::npos);
}

TEST_CASE("DIF-11, DIF-12, DIF-14 In a list the item that changed is marked and no other") {
    for (const auto* id : {"DIF-11", "DIF-12", "DIF-14"}) {
        INFO(id);
        const auto input = input_of(id);
        const auto before = text_at(input.at("before"));
        const auto marked = difference(input);
        const auto begin = before.rfind(u'\n', marked.first) + 1;
        CHECK(marked.last <= before.find(u'\n', begin));
        CHECK(marked.deleted.find(u'\n') == std::u16string::npos);
    }
}

TEST_CASE("DIF-13 A word that is no longer bold is marked, and not its paragraph") {
    const auto input = input_of("DIF-13");
    const auto before = text_at(input.at("before"));
    const auto marked = difference(input);
    CHECK(marked.first >= before.find(u"**safe**"));
    CHECK(marked.last <= before.find(u" trains"));
}

TEST_CASE("DIF-16 A sentence before a link is deleted, and the link is left alone") {
    const auto marked = difference(input_of("DIF-16"));
    CHECK(marked.inserted.empty());
    CHECK(marked.deleted.find(u"It is also quick.") != std::u16string::npos);
    CHECK(marked.deleted.find(u"x.test") == std::u16string::npos);
}

TEST_CASE("DIF-18 Where one list item is split in two, no word goes and none comes") {
    const auto marked = difference(input_of("DIF-18"));
    CHECK_FALSE(has_word(marked.deleted));
    CHECK_FALSE(has_word(marked.inserted));
}

TEST_CASE("DIF-19 A sentence whose successor begins alike is deleted exactly") {
    const auto marked = difference(input_of("DIF-19"));
    CHECK(marked.deleted == u"We build homes. ");
    CHECK(marked.inserted.empty());
}

TEST_CASE("DIF-20 Text in an empty place is one insertion") {
    const auto marked = difference(input_of("DIF-20"));
    CHECK(marked.deleted.empty());
    CHECK(marked.inserted == u"New text");
}

TEST_CASE("DIF-23 Rewording the third line and taking away the fourth concerns lines three to four") {
    const auto input = input_of("DIF-23");
    const auto before = joined(input.at("lines"), u"\n");
    const auto marked = difference(before, joined(input.at("after"), u"\n"));
    CHECK(std::count(before.begin(), before.begin() + std::ptrdiff_t(marked.first), u'\n') == 2);
    CHECK(std::count(before.begin(), before.begin() + std::ptrdiff_t(marked.last - 1), u'\n') == 3);
}
