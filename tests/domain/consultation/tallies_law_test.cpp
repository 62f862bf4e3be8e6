// Whoever sees all tables of a voice cannot work out a small count: all small populations are tried.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "domain/consultation/tallied.hpp"

using namespace samrad::testing;

namespace {

struct Known {
    std::vector<Form> forms;      // newest first
    std::vector<Fields> answers;  // that can be given
    // Which of the forms each is given to; without, the oldest.
    std::vector<std::size_t> given_to = {};
};

// Everything that is told of one voice.
Counts told(const std::vector<TallyTable>& tables, const Cells& cells) {
    auto all = answers_by_voice({cells});
    for (const auto& table : tables) {
        all.push_back(table.asked[0]);
        all.push_back(table.unanswered[0]);
        for (const auto& line : table.lines) all.push_back(line.counts[0]);
    }
    return all;
}

// The cells of an answer, and one more, "q!", for each question that was asked and that it does not answer.
std::vector<std::string> with_unanswered(const Form& form, const Fields& answer) {
    auto cells = cells_of(form, answer);
    for (const auto& key : shown_questions(form, answer)) {
        if (!answer.contains(key)) cells.push_back(key + "!");
    }
    return cells;
}

// How many chose this, how many chose two things at once of two questions: what may be worked out.
std::vector<std::string> with_pairs(std::vector<std::string> cells) {
    const auto question_of = [](const std::string& cell) { return cell.substr(0, cell.find_first_of("=.!?")); };
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
// chose one thing, or, where `pairs`, two things of two questions.
int given_away(const Known& known, int most, int tried, bool pairs = true) {
    using Values = std::map<std::string, std::set<std::int64_t>>;
    std::map<Counts, Values> looks;
    std::set<Counts> looked_for;
    std::vector<std::vector<std::string>> cells;
    for (std::size_t i = 0; i < known.answers.size(); ++i) {
        const auto form = known.given_to.empty() ? known.forms.size() - 1 : known.given_to[i];
        cells.push_back(with_unanswered(known.forms[form], known.answers[i]));
    }
    std::vector<std::vector<std::string>> paired;
    for (const auto& one : cells) paired.push_back(pairs ? with_pairs(one) : one);
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

TEST_CASE("what hangs on an option of several, chosen or not, tells of nobody") {
    const auto some = ask("some", QuestionKind::choices, {"a", "b"});
    for (const auto test : {Test::is, Test::is_not}) {
        const auto form = form_of({some, hanging("last", {false, {{"some", test, {"a"}, 0}}})});
        std::vector<Fields> answers{{{"some", {"a"}}}, {{"some", {"b"}}}, {{"some", {"a", "b"}}}, {}};
        for (auto& answer : answers) {
            if (shown_questions(form, answer).contains("last")) answer["last"] = {"a"};
        }
        CHECK(given_away({{form}, answers}, 9, 5, false) == 0);
    }
    // Of twenty who answered two did not choose it: how many were asked is not told.
    const auto form = form_of({some, hanging("last", {false, {{"some", Test::is_not, {"a"}, 0}}})});
    const auto cells =
        counted(form, times(18, {{"some", {"a"}}}) + times(2, {{"some", {"b"}}, {"last", {"a"}}}) + times(10, {}));
    CHECK_FALSE(tally_tables({form}, {cells})[1].asked[0]);
}

TEST_CASE("a question that a revision added is told of those who were asked, and tells of no few of them") {
    const auto text = ask("text", QuestionKind::long_text), boat = ask("boat", QuestionKind::choice, {"yes", "no"});
    const auto sure = ask("sure", QuestionKind::choice, {"s"}), last = ask("last", QuestionKind::choice, {"a"});
    // The one that everybody of the revision answers tells how many they are.
    CHECK(given_away({{form_of({text, sure, last}), form_of({text})},
                      {{}, {{"sure", {"s"}}, {"last", {"a"}}}, {{"sure", {"s"}}}},
                      {1, 0, 0}},
                     16, 8) == 0);
    const Fields yes{{"boat", {"yes"}}}, no{{"boat", {"no"}}}, yes_a{{"boat", {"yes"}}, {"last", {"a"}}},
        no_a{{"boat", {"no"}}, {"last", {"a"}}};
    CHECK(given_away({{form_of({boat, last}), form_of({boat})}, {yes, no, yes_a, no_a}, {1, 1, 0, 0}}, 9, 5) == 0);
    // What hangs on what was asked before as well.
    const auto hung = hanging("last", {false, {{"boat", Test::is, {"yes"}, 0}}});
    CHECK(given_away(
              {{form_of({boat, hung, sure}), form_of({boat})},
               {yes, no, {{"boat", {"yes"}}, {"last", {"a"}}, {"sure", {"s"}}}, {{"boat", {"no"}}, {"sure", {"s"}}}},
               {1, 1, 0, 0}},
              9, 5) == 0);
}

TEST_CASE("what hangs on a text tells of no few who wrote one, or wrote none") {
    const Condition wrote{"text", Test::answered, {}, 0};
    const auto form = form_of(
        {ask("text", QuestionKind::long_text), hanging("sure", {false, {wrote}}), hanging("last", {false, {wrote}})});
    const Fields written{{"text", {"Ja"}}, {"sure", {"a"}}}, both{{"text", {"Ja"}}, {"sure", {"a"}}, {"last", {"a"}}};
    CHECK(given_away({{form}, {{}, written, both}}, 16, 8) == 0);
}

TEST_CASE("where one chooses two at least or not all of the options, no small count can be worked out") {
    const auto ask_limited = [](std::optional<double> least, std::optional<double> most) {
        auto question = ask("q", QuestionKind::choices, {"a", "b", "c"});
        question.least = least;
        question.most = most;
        return form_of({question});
    };
    const Fields ab{{"q", {"a", "b"}}}, ac{{"q", {"a", "c"}}}, bc{{"q", {"b", "c"}}}, all{{"q", {"a", "b", "c"}}};
    const Fields a{{"q", {"a"}}}, b{{"q", {"b"}}}, c{{"q", {"c"}}};
    CHECK(given_away({{ask_limited(2, 3)}, {ab, ac, bc, all, {}}}, 6, 4) == 0);
    CHECK(given_away({{ask_limited({}, 2)}, {a, b, c, ab, bc}}, 6, 4) == 0);
}

TEST_CASE("how many did not answer a question that they were asked cannot be worked out from all tables together") {
    const auto first = ask("first", QuestionKind::choice, {"yes", "no"});
    auto second = ask("second", QuestionKind::choice, {"a"});
    CHECK(given_away({{form_of({first})}, {{{"first", {"yes"}}}, {{"first", {"no"}}}, {}}}, 16, 9) == 0);
    const auto other = ask("other", QuestionKind::choice, {"b"});
    CHECK(given_away({{form_of({second, other})},
                      {{{"second", {"a"}}, {"other", {"b"}}}, {{"second", {"a"}}}, {{"other", {"b"}}}, {}}},
                     11, 7) == 0);
    // Asked of those who said yes: it is against their number that the few stand.
    second.show_if.conditions = {{"first", Test::is, {"yes"}, 0}};
    CHECK(given_away({{form_of({first, second})},
                      {{{"first", {"yes"}}, {"second", {"a"}}}, {{"first", {"yes"}}}, {{"first", {"no"}}}, {}}},
                     11, 7) == 0);
}

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
