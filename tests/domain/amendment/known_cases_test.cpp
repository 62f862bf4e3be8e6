// What others have learnt about differences, official lines and merging, case by case: docs/domain/amendments.md says
// what we decided where a case is a matter of taste. The cases themselves are read from the shared data.
#include <algorithm>
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "base/utf8.hpp"
#include "domain/amendment/carriage.hpp"
#include "domain/amendment/voting_order.hpp"
#include "domain/text/diff.hpp"
#include "domain/text/gathering.hpp"
#include "domain/text/markdown.hpp"
#include "domain/text/merge.hpp"
#include "domain/text/shared_data.hpp"

using namespace samrad::domain;
namespace json = boost::json;

namespace {

// A part of a case; the test is skipped where the data are not here.
json::object part_of(std::string_view id, const char* part) {
    const auto file = samrad::tests::shared_data("amendment-cases.json");
    if (!file) SKIP("the shared data is not here");
    const json::value read = json::parse(*file);
    for (const auto& one : read.at("cases").as_array()) {
        if (std::string_view(one.at("id").as_string()) == id) return one.at(part).as_object();
    }
    FAIL("no case " << id);
    return {};
}

json::object input_of(std::string_view id) { return part_of(id, "input"); }
json::object expected_of(std::string_view id) { return part_of(id, "expected"); }

std::u16string text_at(const json::value& value) { return samrad::to_utf16(std::string_view(value.as_string())); }

// Strings as the paragraphs or list items of a text.
std::u16string joined(const json::value& parts, const char16_t* between) {
    std::u16string text;
    for (const auto& part : parts.as_array()) text += (text.empty() ? u"" : between) + text_at(part);
    return text + u"\n";
}

struct Marked {
    std::u16string deleted, inserted;
    std::size_t first = 0, last = 0;  // of the text before
};

Marked difference(const std::u16string& before, const std::u16string& after) {
    Marked marked;
    const auto hunks = hunks_of(step_between(before, after).change, before);
    for (const auto& hunk : hunks) {
        marked.deleted += before.substr(hunk.from, hunk.to - hunk.from);
        marked.inserted += hunk.insert;
    }
    if (!hunks.empty()) marked.first = hunks.front().from;
    if (!hunks.empty()) marked.last = hunks.back().to;
    return marked;
}

Marked difference(const json::object& input) {
    return difference(text_at(input.at("before")), text_at(input.at("after")));
}

bool has_word(std::u16string_view text) {
    return std::any_of(text.begin(), text.end(), [](char16_t c) { return c != u' ' && c != u'\n' && c != u'-'; });
}

std::vector<std::string> lines_at(const std::string& markdown, int width) {
    const auto blocks = read_blocks(markdown, width);
    std::vector<std::string> lines;
    for (const auto& line : lines_of(blocks, width)) {
        auto words = blocks[line.block].visible.substr(line.visible.from, line.visible.to - line.visible.from);
        while (!words.empty() && (words.back() == u' ' || words.back() == u'\n')) words.pop_back();
        lines.push_back(samrad::to_utf8(words));
    }
    return lines;
}

std::vector<std::string> lines_of_case(const char* id) {
    const auto input = input_of(id);
    return lines_at(std::string(input.at("text").as_string()), int(input.at("width").as_int64()));
}

using Lines = std::vector<std::string>;

// Every amendment of a case as a change of its base.
Merged merged_case(const json::object& input, const char16_t* between) {
    const auto base = joined(input.at("base"), between);
    std::vector<Change> changes;
    for (const auto& [name, parts] : input.at("amendments").as_object()) {
        changes.push_back(step_between(base, joined(parts, between)).change);
    }
    return merge_all(base, changes, {});
}

}  // namespace

TEST_CASE("COL-13 A new list item stays where the item before it got more letters") {
    const auto input = input_of("COL-13");
    const auto base = joined(input.at("base"), u"\n");
    const auto made = joined(input.at("new_base"), u"\n");
    const auto step = step_between(base, made).change;
    const auto carried =
        Carrier(base, step, false).carry(step_between(base, joined(input.at("amendment"), u"\n")).change);
    CHECK(carried.state == Carriage::clean);
    const auto expected = expected_of("COL-13").at("rebased");
    CHECK(*carried.change.apply(made) == joined(expected, u"\n"));
}

TEST_CASE("COL-14 A counter-draft excludes every other amendment, whatever either changes") {
    const std::u16string base = u"En.\n\nTo.\n\nTre.\n";
    const auto units = clauses_of(base);
    Gathering all(base, units);
    all.add(step_between(base, u"En.\n\nTo.\n\nFire.\n").change, true);
    all.add(step_between(base, u"Null.\n\nTo.\n\nTre.\n").change);
    all.add(step_between(base, u"En.\n\nTo.\n\nFire.\n").change);  // the same words: nothing to choose between
    all.add(Change::keep(base.size()));                            // a principle
    CHECK(all.pairs() == std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}});
    CHECK(all.meetings_of(1).size() == 1);
    CHECK(all.meetings_of(0).size() == 1);
    const VotingOrder order(base,
                            {Contender{1, 0, 1, step_between(base, u"Null.\n\nTo.\n\nTre.\n").change},
                             Contender{2, 0, 3, step_between(base, u"En.\n\nTo.\n\nFire.\n").change, {}, {}, true}});
    REQUIRE(order.items().size() == 2);
    CHECK(order.items().front().contenders == std::vector<std::size_t>{1});
    CHECK(order.items()[0].group == order.items()[1].group);
    CHECK(order.if_adopted(1).falls == std::vector<Fall>{{0, FallReason::collides}});
}

TEST_CASE("DIF-08 A paragraph that is appended marks nothing of the one before it") {
    const auto marked = difference(u"Kept line.\n", u"Kept line.\n\nAdded line.\n");
    CHECK(marked.deleted.empty());
    CHECK(marked.inserted.find(u"Kept") == std::u16string::npos);
}

TEST_CASE("DIF-11, 12, 14 In a list the item that changed is marked and no other") {
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

TEST_CASE("LIN-11 Blank source lines between paragraphs have no number") {
    const auto input = input_of("LIN-11");
    CHECK(lines_at(std::string(input.at("text").as_string()), 80) == Lines{"Line 1", "Line 2"});
}

TEST_CASE("LIN-13, 14, 15 A long word is cut, formatting moves no break, and a source newline is a space") {
    const Lines lorem{"Lorem", "ipsum", "dolor", "sit", "amet"};
    const auto first = lines_of_case("LIN-13");
    CHECK(first == lorem);
    const auto second = lines_of_case("LIN-14");
    CHECK(second == lorem);
    const auto third = lines_of_case("LIN-15");
    CHECK(third == Lines{"Test", "123", "Test1"});
}

TEST_CASE("LIN-19 An entity and its letter take the same room") {
    const auto input = input_of("LIN-19");
    const auto lines = [&](const char* name) { return lines_at(std::string(input.at(name).as_string()), 5); };
    CHECK(lines("a") == lines("b"));
}

TEST_CASE("MRG-01, 05 New list items go in beside the old ones, from one amendment or from two") {
    const auto merged = merged_case(input_of("MRG-05"), u"\n");
    CHECK(merged.open.empty());
    const auto text = text_of(merged.woven, joined(input_of("MRG-05").at("base"), u"\n"));
    CHECK(text.find(u"Addition 1") != std::u16string::npos);
    CHECK(text.find(u"Addition 2") != std::u16string::npos);
    CHECK(difference(u"- First\n- Second\n", u"- First\n- Middle\n- Second\n").deleted.empty());
}

TEST_CASE("MRG-03 A paragraph that is split in two loses no word and doubles none") {
    const auto input = input_of("MRG-03");
    const auto merged = merged_case(input, u"\n\n");
    CHECK(merged.open.empty());
    CHECK(text_of(merged.woven, joined(input.at("base"), u"\n\n")) ==
          joined(input.at("amendments").as_object().begin()->value(), u"\n\n"));
}

TEST_CASE("MRG-06 What one amendment puts in before and after a paragraph is known to be its own") {
    const auto merged = merged_case(input_of("MRG-06"), u"\n\n");
    CHECK(merged.open.empty());
    for (const auto& piece : merged.woven) {
        if (!piece.kept()) CHECK(piece.changes == std::vector<std::size_t>{0});
    }
}

TEST_CASE("MRG-08 Deletions that overlap in part collide, and each reading is kept") {
    const auto merged = merged_case(input_of("MRG-08"), u"\n\n");
    REQUIRE(merged.open.size() == 1);
    CHECK(merged.open.front().changes.size() == 2);
    CHECK(merged.open.front().readings[0] != merged.open.front().readings[1]);
}

TEST_CASE("MRG-11 Of four amendments that overlap none is dropped: each is taken or its reading is shown") {
    const auto input = input_of("MRG-11");
    const auto merged = merged_case(input, u"\n\n");
    for (std::size_t i = 0; i < input.at("amendments").as_object().size(); ++i) {
        INFO("amendment " << i);
        const auto names = [&](const auto& one) {
            return std::find(one.changes.begin(), one.changes.end(), i) != one.changes.end();
        };
        CHECK((std::any_of(merged.woven.begin(), merged.woven.end(), names) ||
               std::any_of(merged.open.begin(), merged.open.end(), names)));
    }
}
