// Questions that some were asked, and voices of which some answers are published: what is told of the rest.
#include <catch2/catch_test_macros.hpp>

#include "domain/consultation/tallied.hpp"

using namespace samrad::testing;

TEST_CASE("a question that a revision added is told of those who were asked it, and one that was taken away") {
    const auto boat = ask("boat", QuestionKind::choice, {"yes", "no"}), bus = ask("bus", QuestionKind::choice, {"x"}),
               light = ask("light", QuestionKind::choice, {"l"});
    const auto before = form_of({boat, light}), after = form_of({boat, bus});
    const Fields old{{"boat", {"yes"}}, {"light", {"l"}}};
    const auto cells_with = [&](int n_new) {
        auto cells = counted(before, times(50, old));
        for (const auto& [cell, n] : counted(after, times(n_new, {{"boat", {"no"}}, {"bus", {"x"}}}))) cells[cell] += n;
        return cells;
    };
    auto tables = tally_tables({after, before}, {cells_with(6), cells_with(3)});
    REQUIRE(tables.size() == 3);
    CHECK(tables[0].asked == Counts{56, 53});
    CHECK(tables[1].asked == Counts{6, hidden});
    CHECK(tables[1].unanswered == Counts{0, hidden});
    CHECK(tables[1].lines[0].counts == Counts{6, hidden});
    CHECK(tables[2].asked == Counts{50, hidden});
    // Answers that do not say what they were asked.
    auto unsaid = cells_with(6);
    unsaid["?"] = 6;
    tables = tally_tables({after, before}, {unsaid});
    CHECK(tables[0].asked == Counts{56});
    CHECK(tables[1].asked == Counts{hidden});
    // Of two whose revisions overlap the sum would tell how many were asked both.
    const auto between = form_of({boat, light, bus});
    tables = tally_tables({after, between, before}, {cells_with(6)});
    CHECK(tables[1].asked == Counts{hidden});
    CHECK(tables[2].asked == Counts{hidden});
}

TEST_CASE("who reads the published answers learns nothing of the others from the tables") {
    const auto form = form_of({ask("boat", QuestionKind::choice, {"yes", "no"})});
    const Fields yes{{"boat", {"yes"}}}, no{{"boat", {"no"}}};
    const auto tables_of = [&](const std::vector<Fields>& alone, const std::vector<Fields>& published) {
        auto cells = counted(form, alone);
        for (const auto& answer : published) {
            ++cells[""];
            for (const auto& cell : cells_of(form, answer, true)) ++cells[cell];
        }
        const std::vector<Cells> of_published{take_published(cells)};
        auto table = tally_tables({form}, {cells}, of_published)[0];
        CHECK(table.asked == answers_by_voice({cells}, of_published));
        return table;
    };
    // Five of six are read by all: the sixth said yes as well, and that is nobody's to know.
    auto table = tables_of(times(1, yes), times(5, yes));
    CHECK(table.asked == Counts{hidden});
    CHECK(table.lines[0].counts == Counts{hidden});
    table = tables_of(times(6, yes) + times(1, no), times(9, no));
    CHECK(table.asked == Counts{16});
    CHECK(table.lines[0].counts == Counts{hidden});
    CHECK(table.lines[1].counts == Counts{hidden});
    table = tables_of(times(6, yes) + times(7, no), times(9, no) + times(2, {}));
    CHECK(table.asked == Counts{24});
    CHECK(table.unanswered == Counts{2});
    CHECK(table.lines[0].counts == Counts{6});
    CHECK(table.lines[1].counts == Counts{16});
    table = tables_of({}, times(2, no));
    CHECK(table.lines[1].counts == Counts{2});
    // Answers that do not say whether they are published.
    auto unsaid = counted(form, times(20, yes));
    unsaid["?"] = 15;
    CHECK(take_published(unsaid).empty());
    CHECK(answers_by_voice({unsaid}) == Counts{hidden});
}
