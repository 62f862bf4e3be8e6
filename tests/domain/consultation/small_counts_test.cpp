#include "domain/consultation/small_counts.hpp"

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <utility>

using namespace samrad::domain;

namespace {

using Counts = std::vector<std::int64_t>;
using Shown = std::vector<std::optional<std::int64_t>>;
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
    CHECK(shown_counts({40, 12, 3}, true) == Shown{40, hidden, hidden});
    CHECK(shown_counts({40, 12, 3}, false) == Shown{40, 12, hidden});
    CHECK(shown_counts({40, 15, 0}, true) == Shown{40, 15, 0});
    CHECK(shown_counts({5, 6, 7}, true) == Shown{5, 6, 7});
    CHECK(shown_counts({9}, true) == Shown{9});
}

TEST_CASE("Of fewer than five people nothing is shown, and of five who all differ neither") {
    CHECK(shown_counts({4, 0}, true) == Shown{hidden, hidden});
    CHECK(shown_counts({}, true).empty());
    CHECK(shown_counts({1, 1, 1, 1, 1, 0}, true) == Shown(6));
}

// Whoever knows how many answered, all that is shown and this very rule, cannot work out one hidden count: there is
// always another row that looks the same and has another number there.
TEST_CASE("No hidden count can be worked out from the shown ones and their sum") {
    constexpr std::int64_t most = 11;
    constexpr std::int64_t tried = 7;  // rows beyond would need companions beyond `most`
    for (std::size_t length = 2; length <= 4; ++length) {
        std::map<std::pair<Shown, std::int64_t>, std::vector<std::set<std::int64_t>>> looks;
        each_row(length, most, [&](const Counts& row) {
            const auto sum = std::accumulate(row.begin(), row.end(), std::int64_t{0});
            auto& values = looks[{shown_counts(row, true), sum}];
            values.resize(length);
            for (std::size_t i = 0; i < length; ++i) values[i].insert(row[i]);
        });
        std::size_t given_away = 0;
        each_row(length, tried, [&](const Counts& row) {
            const auto sum = std::accumulate(row.begin(), row.end(), std::int64_t{0});
            if (sum < least_shown) return;  // the sum is not told either
            const auto shown = shown_counts(row, true);
            const auto& values = looks[{shown, sum}];
            for (std::size_t i = 0; i < length; ++i) given_away += !shown[i] && values[i].size() < 2;
        });
        CHECK(given_away == 0);
    }
}
