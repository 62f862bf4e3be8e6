// Known cases of merging, see known_cases.hpp.
#include "domain/amendment/known_cases.hpp"

#include <algorithm>

#include "domain/text/markdown.hpp"

using namespace samrad::domain;
using namespace samrad::tests;

namespace {

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

TEST_CASE("MRG-01 An item between two of a numbered list is the amendment's own, and both old ones stay theirs") {
    const auto merged = merged_case(input_of("MRG-01"), u"\n");
    CHECK(merged.open.empty());
    // As Markdown numbers its lists: the old items keep their words and names, whatever number they come to.
    const std::u16string base = u"1. First\n2. Second\n", after = u"1. First\n2. Middle\n3. Second\n";
    const auto step = step_between(base, after);
    auto before = read_blocks(samrad::to_utf8(base));
    name_blocks(before, 1);
    auto blocks = read_blocks(samrad::to_utf8(after));
    name_blocks(blocks, before, step, 3);
    REQUIRE(blocks.size() == 3);
    CHECK(blocks[0].id == before[0].id);
    CHECK(blocks[2].id == before[1].id);
    CHECK(blocks[1].id == 3);
    const auto marked = difference(base, after);
    CHECK(marked.inserted.find(u"Middle") != std::u16string::npos);
    CHECK(marked.deleted.find(u"Second") == std::u16string::npos);
}

TEST_CASE("MRG-05 New list items of two amendments go in beside the old one, both of them") {
    const auto merged = merged_case(input_of("MRG-05"), u"\n");
    CHECK(merged.open.empty());
    const auto text = text_of(merged.woven, joined(input_of("MRG-05").at("base"), u"\n"));
    CHECK(text.find(u"Addition 1") != std::u16string::npos);
    CHECK(text.find(u"Addition 2") != std::u16string::npos);
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
