// The laws of the algebra, over changes and texts made at random: what every merge and every history stands on.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "domain/text/change.hpp"
#include "domain/text/change_json.hpp"

using namespace samrad::domain;

namespace {

std::u16string some_text(std::size_t most) {
    const auto units =
        *rc::gen::resize(static_cast<int>(most), rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6)));
    std::u16string text;
    for (const int unit : units) text += u"abå \nø"[unit];
    return text;
}

// At least one unit a turn: a small size of rapidcheck draws the least of every range.
Change some_change(std::size_t length) {
    Change change;
    while (change.length() < length) {
        const std::size_t left = length - change.length();
        const std::size_t kept = *rc::gen::inRange<std::size_t>(0, left + 1);
        const std::size_t replaced = kept > 0 ? *rc::gen::inRange<std::size_t>(0, left - kept + 1) : 1;
        change.add_kept(kept);
        change.add_replaced(replaced, some_text(4));
    }
    return change;
}

bool holds(const char* law, const auto& property) { return rc::check(law, property); }

}  // namespace

TEST_CASE("Composing is doing one after the other") {
    CHECK(holds("compose", [] {
        const auto text = some_text(40);
        const Change a = some_change(text.size());
        const Change b = some_change(a.new_length());
        RC_ASSERT(*compose(a, b).apply(text) == *b.apply(*a.apply(text)));
    }));
    CHECK(holds("compose in any grouping", [] {
        const auto text = some_text(40);
        const Change a = some_change(text.size());
        const Change b = some_change(a.new_length());
        const Change c = some_change(b.new_length());
        RC_ASSERT(*compose(compose(a, b), c).apply(text) == *compose(a, compose(b, c)).apply(text));
    }));
}

TEST_CASE("Two who change one text at once end with the same text, whoever is first") {
    CHECK(holds("merge", [] {
        const auto text = some_text(40);
        const Change a = some_change(text.size());
        const Change b = some_change(text.size());
        RC_ASSERT(*compose(a, map(b, a, false)).apply(text) == *compose(b, map(a, b, true)).apply(text));
    }));
}

TEST_CASE("Every change can be taken back, and is read as it was written") {
    CHECK(holds("invert", [] {
        const auto text = some_text(40);
        const Change a = some_change(text.size());
        RC_ASSERT(*invert(a, text).apply(*a.apply(text)) == text);
    }));
    CHECK(holds("json", [] {
        const auto length = *rc::gen::inRange<std::size_t>(0, 50);
        const Change a = some_change(length);
        RC_ASSERT(*change_from_json(to_json(a), length) == a);
    }));
}

TEST_CASE("Positions keep their order, and ranges of a change add up") {
    CHECK(holds("order", [] {
        const auto length = *rc::gen::inRange<std::size_t>(0, 50);
        const Change a = some_change(length);
        std::size_t last = 0;
        for (std::size_t at = 0; at <= length; ++at) {
            RC_ASSERT(map_position(a, at, -1) >= last);
            RC_ASSERT(map_position(a, at, -1) <= map_position(a, at, 1));
            last = map_position(a, at, -1);
        }
        RC_ASSERT(map_position(a, length, 1) == a.new_length());
        std::size_t grown = a.length();
        for (const ChangedRange& range : changed_ranges(a))
            grown += range.to_b - range.from_b - (range.to_a - range.from_a);
        RC_ASSERT(grown == a.new_length());
    }));
}
