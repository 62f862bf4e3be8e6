#include "domain/consultation/tallies.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

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
