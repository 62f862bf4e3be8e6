// A paragraph that is moved: both ends of the move are decided together, and its words stand once.
#include "domain/text/moved.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "domain/text/merged.hpp"

using namespace samrad::domain;
using samrad::tests::merged;

namespace {

const std::u16string base =
    u"Tog.\n\nGod mat til alle barn i skolen.\n\nOg god vei.\n\nLærerne skal ha tid til hvert barn.\n";
const std::u16string up =
    u"Tog.\n\nOg god vei.\n\nGod mat til alle barn i skolen.\n\nLærerne skal ha tid til hvert barn.\n";
const std::u16string down =
    u"Tog.\n\nGod mat til alle barn i skolen.\n\nLærerne skal ha tid til hvert barn.\n\nOg god vei.\n";
const std::u16string gone = u"Tog.\n\nGod mat til alle barn i skolen.\n\nLærerne skal ha tid til hvert barn.\n";

const std::u16string vei = u"\n\nOg god vei.";

Change moved(std::u16string_view words, std::size_t to) {
    const auto from = base.find(words);
    Change change;
    const auto take = [&] {
        change.add_kept(from - change.length());
        change.add_replaced(words.size(), u"");
    };
    if (from < to) take();
    change.add_kept(to - change.length());
    change.add_replaced(0, words);
    if (from >= to) take();
    change.add_kept(base.size() - change.length());
    return change;
}

// Settled everywhere with the words of one of them.
std::u16string settled(const std::vector<Change>& changes, std::size_t by) {
    std::vector<Settlement> by_hand;
    for (const auto& dispute : merge_all(base, changes, {}).open) {
        const auto at = std::find(dispute.changes.begin(), dispute.changes.end(), by) - dispute.changes.begin();
        by_hand.push_back({dispute.base, dispute.readings.at(std::size_t(at))});
    }
    const auto made = merge_all(base, changes, by_hand);
    CHECK(made.open.empty());
    return text_of(made.woven, base);
}

}  // namespace

TEST_CASE("Two who move a paragraph to two places collide, and it stands where one of them had it") {
    CHECK(merged(base, up, up) == up);
    const std::u16string items = u"- Tog\n- Mat\n- Skole\n- Vei\n- By\n";
    CHECK(merged(items, u"- Tog\n- Vei\n- Mat\n- Skole\n- By\n", u"- Tog\n- Mat\n- Skole\n- By\n- Vei\n") == u"");
    CHECK(merged(items, u"- Tog\n- Vei\n- Mat\n- Skole\n- By\n", u"- Tog\n- Mat\n- Skole\n- By\n") == u"");
    const std::vector<Change> both = {moved(vei, 4), moved(vei, base.size() - 1)};
    CHECK(*both[0].apply(base) == up);
    CHECK(*both[1].apply(base) == down);
    const auto open = merge_all(base, both, {}).open;
    REQUIRE(open.size() == 2);
    CHECK(open[0].changes == std::vector<std::size_t>{0, 1});
    CHECK(open[0].readings == std::vector<std::u16string>{vei, u""});
    CHECK(open[1].readings == std::vector<std::u16string>{u"", vei});
    CHECK(settled(both, 0) == up);
    CHECK(settled(both, 1) == down);
}

TEST_CASE("Whoever moves a paragraph and whoever takes it away collide") {
    const std::vector<Change> both = {moved(vei, 4),
                                      Change::replace(base.size(), base.find(vei), base.find(vei) + vei.size(), u"")};
    REQUIRE(*both[1].apply(base) == gone);
    CHECK(settled(both, 0) == up);
    CHECK(settled(both, 1) == gone);
}

TEST_CASE("Whoever moves a paragraph and whoever rewords it collide in both places") {
    const std::vector<Change> both = {
        moved(vei, 4), Change::replace(base.size(), base.find(u"god vei"), base.find(u" vei."), u"bred")};
    CHECK(merge_all(base, both, {}).open.size() == 2);
    CHECK(settled(both, 0) == up);
    CHECK(settled(both, 1) ==
          u"Tog.\n\nGod mat til alle barn i skolen.\n\nOg bred vei.\n\nLærerne skal ha tid til hvert barn.\n");
}

TEST_CASE("A paragraph that is moved into the place of another is moved all the same") {
    const std::u16string text = u"Alle skal ha gratis ferge hele året.\n\nGod mat.\n\nVeiene skal være brede.\n";
    const std::u16string instead = u"God mat.\n\nAlle skal ha gratis ferge hele året.\n";
    const std::u16string without = u"God mat.\n\nVeiene skal være brede.\n";
    CHECK(merged(text, instead, without) == u"");
    CHECK(merged(text, u"God mat.\n\nAlle skal ha gratis ferge hele året. Det er viktig.\n", without) == u"");
    CHECK(merged(text, instead, u"Alle skal ha billig ferge hele året.\n\nGod mat.\n\nVeiene skal være brede.\n") ==
          u"");
}

TEST_CASE("Paragraphs that are collected in one place are decided together, and none is lost") {
    const std::u16string text =
        u"Staten skal eie alle veier.\n\nAa bb.\n\nStaten skal drive alle tog.\n\nCc dd.\n\nEe ff.\n";
    const std::u16string first = u"Staten skal eie alle veier.\n\n";
    const std::u16string second = u"Staten skal drive alle tog.\n\n";
    Change collected;
    collected.add_replaced(first.size(), u"");
    collected.add_kept(8);
    collected.add_replaced(second.size(), u"");
    collected.add_kept(8);
    collected.add_replaced(0, first + second);
    collected.add_kept(text.size() - collected.length());
    REQUIRE(*collected.apply(text) == u"Aa bb.\n\nCc dd.\n\n" + first + second + u"Ee ff.\n");
    const auto at = text.find(u"drive");
    const Change both[] = {collected, Change::replace(text.size(), at, at + 5, u"selge")};
    const auto open = merge_all(text, both, {}).open;
    REQUIRE(open.size() == 3);
    std::vector<Settlement> by_second;
    for (const auto& dispute : open) by_second.push_back({dispute.base, dispute.readings.at(1)});
    CHECK(text_of(merge_all(text, both, by_second).woven, text) == *both[1].apply(text));
}

TEST_CASE("A paragraph that is taken apart to two places, and one whose place others' words take, are moved too") {
    const std::u16string whole = u"Alle skal ha gratis ferge hele året. Ingen skal betale for å komme hjem.";
    const std::u16string text = whole + u"\n\nGod mat.\n\nBredere vei.\n\nFlere tog.\n";
    CHECK(merged(text,
                 u"God mat.\n\nAlle skal ha gratis ferge hele året.\n\nBredere vei.\n\nIngen skal betale for å komme "
                 u"hjem.\n\nFlere tog.\n",
                 u"God mat.\n\nBredere vei.\n\nFlere tog.\n") == u"");
    CHECK(merged(text, u"Flyttet til under.\n\nGod mat.\n\n" + whole + u"\n\nBredere vei.\n\nFlere tog.\n",
                 u"Flyttet til under.\n\nGod mat.\n\nBredere vei.\n\n" + whole + u"\n\nFlere tog.\n") == u"");
}

TEST_CASE("A paragraph that is moved and reworded a little is moved all the same, and a new one is not") {
    const auto of = [&](std::u16string_view after) {
        const auto change = step_between(base, after).change;
        const auto ends = ends_of_moves(hunks_of(change, base), base);
        return std::any_of(ends.begin(), ends.end(), [](const auto& others) { return !others.empty(); });
    };
    CHECK(of(up));
    CHECK(of(u"Tog.\n\nOg så god vei.\n\nGod mat til alle barn i skolen.\n\nLærerne skal ha tid til hvert barn.\n"));
    CHECK_FALSE(
        of(u"Tog.\n\nEn park for alle.\n\nGod mat til alle barn i skolen.\n\nLærerne skal ha tid til hvert barn.\n"));
    CHECK_FALSE(of(gone));
}
