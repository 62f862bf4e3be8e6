#include "domain/consultation/tallies.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

using namespace samrad::domain;

namespace {

using Counts = std::vector<std::optional<std::int64_t>>;
constexpr std::nullopt_t hidden = std::nullopt;

Question ask(const char* key, QuestionKind kind, std::vector<const char*> options = {}) {
    Question question;
    question.key = key;
    question.kind = kind;
    question.title.texts[0] = key;
    for (const auto* option : options) question.options.push_back({option, {{option, "", ""}}});
    return question;
}

Form form_of(std::vector<Question> questions) { return {{{"s", {}, {}, {}, std::move(questions)}}}; }

Cells counted(const Form& form, const std::vector<Fields>& answers) {
    Cells cells;
    for (const auto& answer : answers) {
        ++cells[""];
        for (const auto& cell : cells_of(form, answer)) ++cells[cell];
    }
    return cells;
}

std::vector<Fields> times(int n, const Fields& fields) { return std::vector<Fields>(std::size_t(n), fields); }

std::vector<Fields> operator+(std::vector<Fields> a, const std::vector<Fields>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

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
    CHECK(cells_of(form, fields) ==
          std::vector<std::string>{"some=", "some=a", "some=b", "rank.x=", "rank.x=2", "rank.y=", "rank.y=1"});
    CHECK(cells_of(form, {}).empty());
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
    CHECK(tables[0].answered == Counts{17, hidden, 0});
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
    CHECK(tables[0].answered == Counts{12});
    CHECK(tables[0].lines[0].counts == Counts{7});
    CHECK(tables[0].lines[1].counts == Counts{5});
    CHECK(tables[1].field == "grid.light");
    CHECK(tables[1].answered == Counts{0});
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

TEST_CASE("what everybody is shown follows after five changes, not after one") {
    CHECK_FALSE(worth_renewing({{"#", 20}}, {{"#", 24}}));
    CHECK(worth_renewing({{"#", 20}}, {{"#", 25}}));
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
    CHECK(tables[0].answered == Counts{24});
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
        CHECK(table.answered == Counts{hidden, 8});
        for (const auto& line : table.lines) CHECK(!line.counts[0]);
    }
    // What is hidden elsewhere in the table is not what it hangs on.
    tables = tables_of(9, 3, 6);
    CHECK(tables[0].lines[1].counts[0] == hidden);
    CHECK(tables[1].answered == Counts{9, 8});
    CHECK(tables[2].lines[1].counts == Counts{9, 8});
}

namespace {

struct Known {
    std::vector<Form> forms;      // newest first
    std::vector<Fields> answers;  // that can be given, to the oldest
};

// Everything that is told of one voice.
Counts told(const std::vector<TallyTable>& tables, const Cells& cells) {
    auto all = answers_by_voice({cells});
    for (const auto& table : tables) {
        all.push_back(table.answered[0]);
        for (const auto& line : table.lines) all.push_back(line.counts[0]);
    }
    return all;
}

// How many chose this, how many chose two things at once of two questions: what may be worked out.
std::vector<std::string> with_pairs(std::vector<std::string> cells) {
    const auto question_of = [](const std::string& cell) { return cell.substr(0, cell.find_first_of("=.")); };
    const auto single = cells;
    for (std::size_t i = 0; i < single.size(); ++i) {
        for (std::size_t j = i + 1; j < single.size(); ++j) {
            if (question_of(single[i]) != question_of(single[j])) cells.push_back(single[i] + " and " + single[j]);
        }
    }
    return cells;
}

// How many counts of one to four people can be worked out: whatever answers look like these (each given up to `most`
// times), the number is the same. Looked for where each answer is given up to `tried` times. A count is of those who
// chose one thing, or two things of two questions.
int given_away(const Known& known, int most, int tried) {
    using Values = std::map<std::string, std::set<std::int64_t>>;
    std::map<Counts, Values> looks;
    std::set<Counts> looked_for;
    std::vector<std::vector<std::string>> cells;
    for (const auto& answer : known.answers) cells.push_back(cells_of(known.forms.back(), answer));
    std::vector<std::vector<std::string>> paired;
    for (const auto& one : cells) paired.push_back(with_pairs(one));
    std::vector<int> given(cells.size(), 0);
    for (;;) {
        Cells counts{{"", 0}};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            counts[""] += given[i];
            for (const auto& cell : cells[i]) counts[cell] += given[i];
        }
        const auto look = told(tally_tables(known.forms, {counts}), counts);
        Cells all = counts;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            for (std::size_t j = cells[i].size(); j < paired[i].size(); ++j) all[paired[i][j]] += given[i];
        }
        for (const auto& [cell, count] : all) looks[look][cell].insert(count);
        if (std::all_of(given.begin(), given.end(), [&](int n) { return n <= tried; })) looked_for.insert(look);
        std::size_t i = 0;
        while (i < given.size() && given[i] == most) given[i++] = 0;
        if (i == given.size()) break;
        ++given[i];
    }
    int found = 0;
    for (const auto& look : looked_for) {
        for (const auto& [cell, values] : looks[look]) {
            found += values.size() == 1 && *values.begin() > 0 && *values.begin() < 5;
        }
    }
    return found;
}

}  // namespace

TEST_CASE("no small count can be worked out from all tables together: conditions, revisions, several choices") {
    auto second = ask("second", QuestionKind::choice, {"a", "b"});
    second.show_if.conditions = {{"first", Test::is, {"yes"}, 0}};
    const auto asked = form_of({ask("first", QuestionKind::choice, {"yes", "no"}), second});
    CHECK(given_away(
              {{asked},
               {{{"first", {"yes"}}, {"second", {"a"}}}, {{"first", {"yes"}}, {"second", {"b"}}}, {{"first", {"no"}}}}},
              14, 7) == 0);

    const auto before = form_of({ask("boat", QuestionKind::choice, {"a", "b", "c"})});
    const auto after = form_of({ask("boat", QuestionKind::choice, {"a", "b"})});
    CHECK(given_away({{after, before}, {{{"boat", {"a"}}}, {{"boat", {"b"}}}, {{"boat", {"c"}}}}}, 12, 7) == 0);

    auto two = ask("two", QuestionKind::choices, {"a", "b", "c"});
    two.least = two.most = 2;
    CHECK(given_away({{form_of({two})}, {{{"two", {"a", "b"}}}, {{"two", {"a", "c"}}}, {{"two", {"b", "c"}}}}}, 14,
                     7) == 0);

    const auto some = form_of({ask("some", QuestionKind::choices, {"a", "b"})});
    CHECK(given_away({{some}, {{{"some", {"a"}}}, {{"some", {"b"}}}, {{"some", {"a", "b"}}}}}, 12, 6) == 0);
}

namespace {

Question hanging(const char* key, ShowIf show_if) {
    auto question = ask(key, QuestionKind::choice, {"a"});
    question.show_if = std::move(show_if);
    return question;
}

}  // namespace

TEST_CASE("how many chose two things at once cannot be worked out from a question that hangs on both") {
    const auto boat = ask("boat", QuestionKind::choice, {"yes", "no"}),
               bus = ask("bus", QuestionKind::choice, {"x", "y"});
    const Condition yes{"boat", Test::is, {"yes"}, 0}, x{"bus", Test::is, {"x"}, 0};
    const auto answers = [&](const char* of_boat, const char* of_bus, bool asked) {
        Fields fields{{"boat", {of_boat}}, {"bus", {of_bus}}};
        if (asked) fields["both"] = {"a"};
        return fields;
    };
    for (const bool any : {false, true}) {
        const auto form = form_of({boat, bus, hanging("both", {any, {yes, x}})});
        CHECK(given_away({{form},
                          {answers("yes", "x", true), answers("yes", "y", any), answers("no", "x", any),
                           answers("no", "y", false)}},
                         11, 7) == 0);
    }
    // One condition of the section and one of its own are two.
    Form parts = form_of({boat, bus});
    parts.sections.push_back({"t", {}, {}, {false, {yes}}, {hanging("both", {false, {x}})}});
    CHECK(given_away({{parts},
                      {answers("yes", "x", true), answers("yes", "y", false), answers("no", "x", false),
                       answers("no", "y", false)}},
                     11, 7) == 0);
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
        return tables.back().answered[0].has_value();
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
    CHECK_FALSE(tally_tables({now, before}, {cells}).back().answered[0]);
}
