#include "domain/consultation/tallies.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "domain/consultation/tallied.hpp"

using namespace samrad::testing;

namespace {

std::vector<std::string> keys_of(const TallyTable& table) {
    std::vector<std::string> keys;
    for (const auto& line : table.lines) keys.push_back(line.key);
    return keys;
}

}  // namespace

TEST_CASE("closed questions are counted by option, and by whether they were answered") {
    const auto form = form_of({ask("some", QuestionKind::choices, {"a", "b"}),
                               ask("rank", QuestionKind::ranking, {"x", "y"}), ask("text", QuestionKind::long_text)});
    const Fields fields{{"some", {"a", "b"}}, {"rank.x", {"2"}}, {"rank.y", {"1"}}, {"text", {"Fritt"}}};
    CHECK(cells_of(form, fields) == std::vector<std::string>{"?", "rank?", "some?", "some=", "some=a", "some=b",
                                                             "rank.x=", "rank.x=2", "rank.y=", "rank.y=1"});
    CHECK(cells_of(form, {}) == std::vector<std::string>{"?", "rank?", "some?"});
    const auto twice = cells_of(form, {{"some", {"a"}}}, true);
    CHECK(twice == std::vector<std::string>{"?", "rank?", "some?", "some=", "some=a", "+", "+?", "+rank?", "+some?",
                                            "+some=", "+some=a"});
}

TEST_CASE("a number counts in its band and a date in its month") {
    auto age = ask("age", QuestionKind::number);
    age.least = 0;
    age.most = 240;
    const auto form = form_of({age, ask("cost", QuestionKind::number), ask("day", QuestionKind::date)});
    const auto cell = [&](const char* field, const char* value) { return cells_of(form, {{field, {value}}}).back(); };
    CHECK(cell("age", "0") == "age=0");
    CHECK(cell("age", "49.5") == "age=0");
    CHECK(cell("age", "50") == "age=50");
    CHECK(cell("age", "240") == "age=200");
    CHECK(cell("cost", "-3") == "cost=-1");
    CHECK(cell("cost", "0,5") == "cost=0");
    CHECK(cell("cost", "7") == "cost=1");
    CHECK(cell("cost", "2500") == "cost=1000");
    CHECK(cell("day", "2026-11-23") == "day=2026-11");
}

TEST_CASE("each voice has a column of its own, and its small counts are hidden in it") {
    const auto form = form_of({ask("boat", QuestionKind::choice, {"yes", "no", "both"})});
    const auto yes = Fields{{"boat", {"yes"}}};
    const auto no = Fields{{"boat", {"no"}}};
    const auto both = Fields{{"boat", {"both"}}};
    const auto tables = tally_tables(
        {form}, {counted(form, times(9, yes) + times(6, no) + times(2, both)), counted(form, times(3, yes)), Cells{}});
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].asked == Counts{17, hidden, 0});
    CHECK(tables[0].unanswered == Counts{0, hidden, 0});
    CHECK(tables[0].lines[0].counts == Counts{9, hidden, 0});
    CHECK(tables[0].lines[1].counts == Counts{hidden, hidden, 0});
    CHECK(tables[0].lines[2].counts == Counts{hidden, hidden, 0});
    CHECK(answers_by_voice({counted(form, times(17, yes)), counted(form, times(3, yes)), Cells{}}) ==
          Counts{17, hidden, 0});
}

TEST_CASE("a ranking shows how many put each first, a matrix each of its rows") {
    auto grid = ask("grid", QuestionKind::matrix, {"good", "bad"});
    grid.rows = {{"light", {{"Lys", "", ""}}}, {"snow", {{"Snø", "", ""}}}};
    const auto form = form_of({ask("rank", QuestionKind::ranking, {"x", "y"}), grid});
    const Fields one{{"rank.x", {"1"}}, {"rank.y", {"2"}}, {"grid.snow", {"bad"}}};
    const Fields other{{"rank.x", {"2"}}, {"rank.y", {"1"}}, {"grid.snow", {"good"}}};
    const auto tables = tally_tables({form}, {counted(form, times(7, one) + times(5, other))});
    REQUIRE(tables.size() == 3);
    CHECK(tables[0].unanswered == Counts{0});
    CHECK(tables[0].lines[0].counts == Counts{7});
    CHECK(tables[0].lines[1].counts == Counts{5});
    CHECK(tables[1].field == "grid.light");
    CHECK(tables[1].asked == Counts{12});
    CHECK(tables[1].unanswered == Counts{12});
    CHECK(tables[2].row.texts[0] == "Snø");
    CHECK(tables[2].lines[1].counts == Counts{7});
}

TEST_CASE("a place that fewer than five named is not told, and one person from a place is no place on the list") {
    const auto form = form_of({ask("place", QuestionKind::place)});
    const auto from = [](const char* number) { return Fields{{"place", {number}}}; };
    const auto tables = tally_tables({form}, {counted(form, times(6, from("0301")) + times(8, from("1103")) +
                                                                times(7, from("4601")) + times(1, from("5501")))});
    CHECK(keys_of(tables[0]) == std::vector<std::string>{"1103", "4601"});  // the six hide the one
}

TEST_CASE("what an older form asked stands behind what the newest asks") {
    const auto before = form_of({ask("old", QuestionKind::scale), ask("boat", QuestionKind::choice, {"yes", "no"})});
    auto scaled = before;
    scaled.sections[0].questions[0].least = 1;
    scaled.sections[0].questions[0].most = 3;
    const auto after = form_of({ask("boat", QuestionKind::choice, {"yes", "no"})});
    const auto tables = tally_tables({after, scaled}, {Cells{}});
    REQUIRE(tables.size() == 2);
    CHECK(tables[0].field == "boat");
    CHECK(keys_of(tables[1]) == std::vector<std::string>{"1", "2", "3"});
}

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

TEST_CASE("what everybody is shown follows after five changes, not after one") {
    CHECK_FALSE(worth_renewing({{"#", 20}}, {{"#", 24}}));
    CHECK(worth_renewing({{"#", 20}}, {{"#", 25}}));
    CHECK_FALSE(worth_renewing({{"#", 20}, {"+#", 8}}, {{"#", 26}, {"+#", 12}}));
}

TEST_CASE("an option that a revision took away keeps its line, and so does a row of a matrix") {
    auto grid = ask("grid", QuestionKind::matrix, {"good", "bad"});
    grid.rows = {{"light", {}}, {"snow", {}}};
    const auto before = form_of({ask("boat", QuestionKind::choice, {"a", "b", "c"}), grid});
    auto after = before;
    std::erase_if(after.sections[0].questions[0].options, [](const auto& option) { return option.key == "b"; });
    after.sections[0].questions[1].rows.pop_back();
    const auto cells = counted(before, times(10, {{"boat", {"a"}}}) + times(2, {{"boat", {"b"}}}) +
                                           times(12, {{"boat", {"c"}}, {"grid.snow", {"bad"}}}));
    const auto tables = tally_tables({after, before}, {cells});
    CHECK(keys_of(tables[0]) == std::vector<std::string>{"a", "c", "b"});
    CHECK(tables[0].unanswered == Counts{0});
    CHECK(tables[0].lines[0].counts == Counts{hidden});
    CHECK(tables[0].lines[1].counts == Counts{12});
    CHECK(tables[0].lines[2].counts == Counts{hidden});
    REQUIRE(tables.size() == 3);
    CHECK(tables[2].field == "grid.snow");
}

TEST_CASE("of a question that hangs on a hidden count nothing is shown, nor of what hangs on that") {
    auto second = ask("second", QuestionKind::choice, {"a", "b"});
    second.show_if.conditions = {{"first", Test::is, {"yes"}, 0}};
    auto text = ask("text", QuestionKind::short_text);
    text.show_if.conditions = {{"second", Test::answered, {}, 0}};
    auto third = ask("third", QuestionKind::choice, {"a", "b"});
    auto form = form_of({ask("first", QuestionKind::choice, {"yes", "no", "perhaps"}), second, text});
    form.sections.push_back({"t", {}, {}, {false, {{"text", Test::answered, {}, 0}}}, {third}});
    const Fields yes{{"first", {"yes"}}, {"second", {"a"}}, {"text", {"Ja"}}, {"third", {"b"}}};
    const auto tables_of = [&](int n_yes, int n_no, int n_perhaps) {
        return tally_tables({form}, {counted(form, times(n_yes, yes) + times(n_no, {{"first", {"no"}}}) +
                                                       times(n_perhaps, {{"first", {"perhaps"}}})),
                                     counted(form, times(8, yes))});
    };
    auto tables = tables_of(6, 3, 0);
    REQUIRE(tables.size() == 3);
    for (const auto& table : {tables[1], tables[2]}) {
        CHECK(table.asked == Counts{hidden, 8});
        for (const auto& line : table.lines) CHECK(!line.counts[0]);
    }
    // What is hidden elsewhere in the table is not what it hangs on.
    tables = tables_of(9, 3, 6);
    CHECK(tables[0].lines[1].counts[0] == hidden);
    CHECK(tables[1].asked == Counts{9, 8});
    CHECK(tables[2].lines[1].counts == Counts{9, 8});
}

TEST_CASE("where two of the nine who were asked did not answer, how many answered is not told, nor what hangs on it") {
    const auto first = ask("first", QuestionKind::choice, {"yes", "no"});
    auto second = ask("second", QuestionKind::choice, {"a", "b"}), third = ask("third", QuestionKind::choice, {"c"}),
         text = ask("text", QuestionKind::long_text), fourth = ask("fourth", QuestionKind::choice, {"d"});
    second.show_if.conditions = {{"first", Test::is, {"yes"}, 0}};
    third.show_if.conditions = {{"second", Test::answered, {}, 0}};
    text.show_if.conditions = {{"first", Test::is, {"yes"}, 0}};
    fourth.show_if.conditions = {{"text", Test::answered, {}, 0}};
    const Fields yes{{"first", {"yes"}}}, no{{"first", {"no"}}};
    const Fields all{{"first", {"yes"}}, {"second", {"a"}}, {"third", {"c"}}, {"text", {"Ja"}}, {"fourth", {"d"}}};
    const auto form = form_of({first, second, third, text, fourth});
    const auto tables = tally_tables({form}, {counted(form, times(7, all) + times(2, yes) + times(5, no))});
    REQUIRE(tables.size() == 4);
    CHECK(tables[0].lines[0].counts == Counts{9});
    CHECK(tables[1].asked == Counts{9});
    CHECK(tables[1].unanswered == Counts{hidden});
    CHECK(tables[1].lines[0].counts == Counts{hidden});
    CHECK(tables[1].lines[1].counts == Counts{0});
    CHECK(tables[2].asked == Counts{hidden});
    // The same goes for what hangs on a text: two of nine did not write it.
    CHECK(tables[3].asked == Counts{hidden});
    CHECK(tables[3].lines[0].counts == Counts{hidden});
}

TEST_CASE("of a question that hangs on one table alone its own table is shown, of one that hangs on two it is not") {
    const auto boat = ask("boat", QuestionKind::choice, {"yes", "no"}),
               bus = ask("bus", QuestionKind::choice, {"x", "y"});
    auto some = ask("some", QuestionKind::choices, {"p", "q"});
    auto age = ask("age", QuestionKind::number);
    age.least = 0;
    age.most = 100;
    const Condition yes{"boat", Test::is, {"yes"}, 0}, x{"bus", Test::is, {"x"}, 0}, p{"some", Test::is, {"p"}, 0},
        p_or_q{"some", Test::is, {"p", "q"}, 0}, decade{"age", Test::at_least, {}, 20},
        grown{"age", Test::at_least, {}, 18};
    const auto shows = [&](Form form) {
        Fields one{{"boat", {"yes"}}, {"bus", {"x"}}, {"some", {"p"}}, {"age", {"30"}}, {"last", {"a"}}};
        const auto tables = tally_tables({form}, {counted(form, times(9, one))});
        return tables.back().asked[0].has_value();
    };
    const auto with = [&](ShowIf show_if) { return form_of({boat, bus, some, age, hanging("last", show_if)}); };
    for (const auto& one : {yes, x, p, decade}) CHECK(shows(with({false, {one}})));
    CHECK(shows(with({true, {yes, {"boat", Test::is, {"no"}, 0}}})));
    for (const auto& one : {p_or_q, grown}) CHECK_FALSE(shows(with({false, {one}})));
    CHECK_FALSE(shows(with({false, {yes, x}})));
    CHECK_FALSE(shows(with({true, {yes, x}})));
    CHECK_FALSE(shows(with({true, {p, {"some", Test::is, {"q"}, 0}}})));
    // Of a section that is asked of those who said yes: what hangs on another question of it hangs on that one alone.
    Form chain = form_of({boat});
    chain.sections.push_back({"t", {}, {}, {false, {yes}}, {bus, hanging("last", {false, {x}})}});
    CHECK(shows(chain));
    // What a revision asked of others is a sum of two things.
    const auto now = with({false, {yes}}), before = with({});
    const auto cells = counted(now, times(9, {{"boat", {"yes"}}, {"last", {"a"}}}));
    CHECK_FALSE(tally_tables({now, before}, {cells}).back().asked[0]);
}
