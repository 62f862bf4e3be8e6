#include "domain/consultation/small_counts.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <utility>

using namespace samrad::domain;

namespace {

using Counts = std::vector<std::int64_t>;
using Row = std::vector<Shown>;
constexpr std::nullopt_t hidden = std::nullopt;

// Every row of that length with counts up to `most`.
void each_row(std::size_t length, std::int64_t most, const std::function<void(const Counts&)>& visit) {
    Counts row(length, 0);
    for (;;) {
        visit(row);
        std::size_t i = 0;
        while (i < length && row[i] == most) row[i++] = 0;
        if (i == length) return;
        ++row[i];
    }
}

}  // namespace

TEST_CASE("Counts of one to four people are hidden, and one more where they could be had by subtraction") {
    CHECK(shown_row({40, 12, 3}, 55, 55) == ShownRow{{40, hidden, hidden}, 0});
    CHECK(shown_row({40, 15, 0}, 55, 55) == ShownRow{{40, 15, 0}, 0});
    CHECK(shown_row({5, 6, 7}, 18, 18) == ShownRow{{5, 6, 7}, 0});
    CHECK(shown_row({9}, 9, 9) == ShownRow{{9}, 0});
    CHECK(shown_counts({40, 12, 3, 0}) == Row{40, 12, hidden, 0});
}

TEST_CASE("Of fewer than five people nothing is shown, and of five who all differ neither") {
    CHECK(shown_row({4, 0}, 4, 4) == ShownRow{{hidden, hidden}, hidden});
    CHECK(shown_row({1, 1, 1, 1, 1, 0}, 5, 5) == ShownRow{Row(6), 0});
    CHECK(shown_row({0, 0}, 0, 0) == ShownRow{{0, 0}, 0});
}

TEST_CASE("Not having answered is one line more: where one of six did not, it is not told that five did") {
    CHECK(shown_row({5}, 5, 6) == ShownRow{{hidden}, hidden});
    CHECK(shown_row({5, 0}, 5, 6) == ShownRow{{hidden, 0}, hidden});
    CHECK(shown_row({30, 20}, 50, 53) == ShownRow{{30, hidden}, hidden});
    CHECK(shown_row({40, 12, 3}, 55, 61) == ShownRow{{40, 12, hidden}, hidden});
    CHECK(shown_row({40, 15}, 55, 60) == ShownRow{{40, 15}, 5});
    CHECK(shown_row({0, 0}, 0, 9) == ShownRow{{0, 0}, 9});
}

TEST_CASE("Where one may choose several, a line that all but a few chose tells of those few") {
    const auto several = Choosing::several;
    CHECK(shown_row({19, 8, 7}, 19, 20, several) == ShownRow{{hidden, 8, hidden}, hidden});
    CHECK(shown_row({19, 8, 7}, 20, 20, several) == ShownRow{{hidden, 8, hidden}, 0});
    // Ten did not answer: of the twenty who did, two did not choose the first.
    CHECK(shown_row({18, 12}, 20, 30, several) == ShownRow{{18, hidden}, hidden});
    CHECK(shown_row({5, 6}, 6, 11, several) == ShownRow{{hidden, 6}, hidden});
    CHECK(shown_row({20, 12}, 20, 30, several) == ShownRow{{20, 12}, 10});
}

TEST_CASE("Where one may not choose freely how many, what hides one count hides them all") {
    const auto limited = Choosing::limited;
    CHECK(shown_row({4, 6, 6}, 8, 13, limited) == ShownRow{Row(3), hidden});
    CHECK(shown_row({0, 1, 4, 5}, 5, 6, limited) == ShownRow{Row(4), hidden});
    CHECK(shown_row({10, 10, 10}, 15, 20, limited) == ShownRow{{10, 10, 10}, 5});
}

namespace {

// How many hidden counts of rows with counts up to `tried` can be worked out by who knows the whole and this very rule:
// there is no other row that looks the same and has another number there. Answers are counted by the lines that each
// chooses, "" for who did not answer; `most`: companions may have counts up to that.
std::size_t given_away(std::size_t length, const std::vector<std::vector<std::size_t>>& choices, std::int64_t most,
                       std::int64_t tried, Choosing choosing = Choosing::one) {
    std::map<std::pair<Row, std::int64_t>, std::vector<std::set<std::int64_t>>> looks;
    std::set<std::pair<Row, std::int64_t>> looked_for;
    each_row(choices.size(), most, [&](const Counts& given) {
        Counts row(length + 1, 0);  // and who did not answer
        for (std::size_t i = 0; i < choices.size(); ++i) {
            for (const auto line : choices[i]) row[line] += given[i];
            if (choices[i].empty()) row[length] += given[i];
        }
        const auto whole = std::accumulate(given.begin(), given.end(), std::int64_t{0});
        if (whole < least_shown) return;  // the whole is not told either
        auto shown = shown_row({row.begin(), row.end() - 1}, whole - row[length], whole, choosing);
        shown.lines.push_back(shown.unanswered);
        const std::pair look{std::move(shown.lines), whole};
        auto& values = looks[look];
        values.resize(3 * row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            values[3 * i].insert(row[i]);
            values[3 * i + 1].insert(whole - row[i]);
            if (i < length) values[3 * i + 2].insert(whole - row[length] - row[i]);
        }
        if (*std::max_element(given.begin(), given.end()) <= tried) looked_for.insert(look);
    });
    return std::size_t(std::count_if(looked_for.begin(), looked_for.end(), [&](const auto& look) {
        const auto& values = looks.at(look);
        return std::any_of(values.begin(), values.end(), [](const auto& one) {
            return one.size() == 1 && *one.begin() > 0 && *one.begin() < least_shown;
        });
    }));
}

}  // namespace

// That holds for how many chose a line, did not choose it, answered and did not choose it, answered, and did not
// answer.
TEST_CASE("No count of one to four people can be worked out from a row and its whole") {
    CHECK(given_away(1, {{0}, {}}, 16, 9) == 0);
    CHECK(given_away(2, {{0}, {1}}, 16, 9) == 0);
    CHECK(given_away(2, {{0}, {1}, {}}, 16, 8) == 0);
    CHECK(given_away(3, {{0}, {1}, {2}}, 14, 8) == 0);
    CHECK(given_away(3, {{0}, {1}, {2}, {}}, 12, 7) == 0);
    CHECK(given_away(4, {{0}, {1}, {2}, {3}}, 11, 7) == 0);
    CHECK(given_away(2, {{0}, {1}, {0, 1}}, 16, 8, Choosing::several) == 0);
    CHECK(given_away(2, {{0}, {1}, {0, 1}, {}}, 13, 7, Choosing::several) == 0);
    CHECK(given_away(3, {{0}, {1}, {2}, {0, 1}, {0, 2}, {0, 1, 2}, {}}, 5, 3, Choosing::several) == 0);
    CHECK(given_away(3, {{0, 1}, {0, 2}, {1, 2}}, 14, 8, Choosing::limited) == 0);
    CHECK(given_away(3, {{0, 1}, {0, 2}, {1, 2}, {}}, 12, 6, Choosing::limited) == 0);
    // Two or three of three; one or two of three; one or two of four.
    CHECK(given_away(3, {{0, 1}, {0, 2}, {1, 2}, {0, 1, 2}}, 9, 6, Choosing::limited) == 0);
    CHECK(given_away(3, {{0, 1}, {0, 2}, {1, 2}, {0, 1, 2}, {}}, 7, 5, Choosing::limited) == 0);
    CHECK(given_away(3, {{0}, {1}, {2}, {0, 1}, {0, 2}, {1, 2}}, 5, 3, Choosing::limited) == 0);
}
