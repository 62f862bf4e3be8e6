// By which official lines a change is cited.
#include "domain/text/touched_lines.hpp"

#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"
#include "domain/text/diff.hpp"

using namespace samrad::domain;

namespace {

std::pair<int, int> lines(std::u16string_view before, std::u16string_view after, int width = 20) {
    const auto blocks = read_blocks(samrad::to_utf8(std::u16string(before)), width);
    return touched_lines(step_between(before, after).change, before, blocks, width);
}

using Lines = std::pair<int, int>;

// Lines of 20: 1 "Mål", 2 "Vi vil ha en ferge", 3 "som er gratis for", 4 "alle som bor her.", 5 "Og bedre vei.", 6, 7
// items
const std::u16string text =
    u"# Mål\n\nVi vil ha en ferge som er gratis for alle som bor her.\n\nOg bedre vei.\n\n- tog\n- buss\n";

std::u16string with(std::u16string_view old, std::u16string_view made) {
    auto after = text;
    after.replace(after.find(old), old.size(), made);
    return after;
}

}  // namespace

TEST_CASE("A changed word is cited by its own line, and not by all lines of its paragraph") {
    CHECK(lines(text, with(u"gratis", u"billig")) == Lines{3, 3});
    CHECK(lines(text, with(u"en ferge som er gratis", u"en båt som er billig")) == Lines{2, 3});
    CHECK(lines(text, with(u"bor her.", u"bor her året rundt.")) == Lines{4, 4});
}

TEST_CASE("A paragraph that goes is cited by its lines, and not by those of the next") {
    CHECK(lines(text, with(u"Og bedre vei.\n\n", u"")) == Lines{5, 5});
    CHECK(lines(text, with(u"Vi vil ha en ferge som er gratis for alle som bor her.\n\n", u"")) == Lines{2, 4});
    CHECK(lines(text, with(u"- tog\n", u"")) == Lines{6, 6});
}

TEST_CASE("A new paragraph or item is cited by the line that it comes behind") {
    CHECK(lines(text, with(u"Og bedre vei.\n", u"Og bedre vei.\n\nOg en bro.\n")) == Lines{5, 5});
    CHECK(lines(text, with(u"- tog\n", u"- tog\n- bane\n")) == Lines{6, 6});
    CHECK(lines(text, with(u"- buss\n", u"- buss\n- båt\n")) == Lines{7, 7});
    CHECK(lines(text, u"Først dette.\n\n" + text) == Lines{1, 1});
}

TEST_CASE("A change in several places is cited from its first line to its last, and marks move no line") {
    auto after = with(u"gratis", u"billig");
    after.replace(after.find(u"- buss"), 6, u"- båt");
    CHECK(lines(text, after) == Lines{3, 7});
    CHECK(lines(u"Vi vil **ha en** ferge som er *gratis* her.\n", u"Vi vil **ha en** ferge som er *billig* her.\n") ==
          Lines{2, 2});
}

TEST_CASE("A move touches the lines where it takes and where it puts, and none of those between") {
    const std::u16string before = u"En.\n\nTo.\n\nTre.\n\nFire.\n\nFem.\n";
    const auto moved = u"En.\n\nTre.\n\nFire.\n\nTo.\n\nFem.\n";
    const auto blocks = read_blocks(samrad::to_utf8(before), 20);
    Change change = Change::keep(5);
    change.add_replaced(5, {});
    change.add_kept(std::u16string_view(u"Tre.\n\nFire.").size());
    change.add_replaced(0, u"\n\nTo.");
    change.add_kept(before.size() - change.length());
    REQUIRE(*change.apply(before) == moved);
    const std::vector<LineRun> runs = touched_runs(change, before, blocks, 20);
    CHECK(runs == std::vector<LineRun>{{2, 2}, {4, 4}});
    CHECK(touched_lines(change, before, blocks, 20) == Lines{2, 4});
    CHECK(meet(runs, {{1, 2}}));
    CHECK(meet({{4, 9}}, runs));
    CHECK_FALSE(meet(runs, {{1, 1}, {3, 3}, {5, 9}}));
    CHECK_FALSE(meet(runs, {}));
}

TEST_CASE("Lines that follow one another are one run") {
    const auto blocks = read_blocks(samrad::to_utf8(text), 20);
    const auto after = with(u"en ferge som er gratis", u"en båt som er billig");
    CHECK(touched_runs(step_between(text, after).change, text, blocks, 20) == std::vector<LineRun>{{2, 3}});
}
