// Known cases of collision and of carrying, see known_cases.hpp: each in both directions.
#include "domain/amendment/known_cases.hpp"

#include "domain/amendment/carriage.hpp"
#include "domain/amendment/voting_order.hpp"

using namespace samrad::domain;
using namespace samrad::tests;

namespace {

// Merged either way, which has to be one text; nothing where the sides collide, which they then do either way.
std::optional<std::u16string> merged_both_ways(const json::object& input, const char16_t* between) {
    const auto text = [&](const char* side) { return joined(input.at(side), between); };
    const auto base = text("base");
    const auto one = merge(base, text("amendment_a"), text("amendment_b"));
    const auto other = merge(base, text("amendment_b"), text("amendment_a"));
    CHECK(one.open.empty() == other.open.empty());
    if (!one.open.empty()) return std::nullopt;
    CHECK(text_of(one.woven, base) == text_of(other.woven, base));
    return text_of(one.woven, base);
}

void check_collision(const char* id) {
    INFO(id);
    const auto input = input_of(id);
    const auto expected = expected_of(id);
    // As paragraphs, and as lines of one list.
    for (const auto* between : {u"\n\n", u"\n"}) {
        const auto text = merged_both_ways(input, between);
        CHECK(!text == expected.at("collide").as_bool());
        if (text) CHECK(*text == joined(expected.at("merged"), between));
    }
}

}  // namespace

TEST_CASE("COL-01 An item that goes and a new item beside it do not collide") { check_collision("COL-01"); }

TEST_CASE("COL-02 An item that one takes away and the other rewords collides") { check_collision("COL-02"); }

TEST_CASE("COL-03 A new paragraph before one that the other changes does not collide") { check_collision("COL-03"); }

TEST_CASE("COL-04 Changes in different paragraphs do not collide") { check_collision("COL-04"); }

TEST_CASE("COL-07 Opening words that go and a word that comes at the end of the paragraph do not collide") {
    check_collision("COL-07");
}

TEST_CASE("COL-09 One word that both change differently is enough to collide") { check_collision("COL-09"); }

TEST_CASE("COL-10 What both change alike is no collision") { check_collision("COL-10"); }

TEST_CASE("COL-11 What both take away is no collision, and what one changes besides stays") {
    check_collision("COL-11");
}

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
