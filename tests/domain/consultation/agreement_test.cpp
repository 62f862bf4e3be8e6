// Known tables of two readers, and how far they agree.
#include "domain/consultation/agreement.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace samrad;
using namespace samrad::domain;

namespace {

MarkedPassage mark(int theme, int first = 0, int past = 10, const char* field = "tekst") {
    return {ThemeId{theme}, {field, first, past}};
}

// As many answers of each kind as the four cells of the table say.
Agreement of_table(int both, int first_only, int second_only, int neither) {
    std::vector<TwiceMarked> answers;
    const auto add = [&](int count, bool first, bool second) {
        for (int i = 0; i < count; ++i) {
            TwiceMarked one;
            if (first) one.first = {mark(1)};
            if (second) one.second = {mark(1)};
            answers.push_back(one);
        }
    };
    add(both, true, true);
    add(first_only, true, false);
    add(second_only, false, true);
    add(neither, false, false);
    return agreement_of(answers);
}

}  // namespace

TEST_CASE("Percent and kappa are those of known tables") {
    struct Case {
        int both, first_only, second_only, neither;
        double percent, kappa;
    };
    for (const auto& [both, first, second, neither, percent, kappa] : {
             Case{20, 5, 10, 15, 70, 0.4},       // 50 grant applications
             Case{45, 15, 25, 15, 60, 0.1304},   // the same percent as the next one,
             Case{25, 35, 5, 35, 60, 0.2593},    // and a higher kappa
             Case{10, 0, 0, 10, 100, 1.0},       //
             Case{0, 10, 10, 0, 0, -1.0},        //
             Case{25, 25, 25, 25, 50, 0.0},      // what chance gives
             Case{118, 5, 2, 0, 94.4, -0.0234},  // high percent, and less than chance
         }) {
        const auto found = of_table(both, first, second, neither);
        INFO(both << " " << first << " " << second << " " << neither);
        REQUIRE(found.themes.size() == 1);
        CHECK(found.themes[0].percent == Catch::Approx(percent));
        REQUIRE(found.themes[0].kappa);
        CHECK(*found.themes[0].kappa == Catch::Approx(kappa).margin(0.0001));
    }
}

TEST_CASE("Where both say the same of every answer, kappa says nothing") {
    const auto found = of_table(12, 0, 0, 0);
    REQUIRE(found.themes.size() == 1);
    CHECK(found.themes[0].percent == 100);
    CHECK(!found.themes[0].kappa);
    CHECK(agreement_of({}).themes.empty());
    CHECK(!agreement_of({}).all.kappa);
}

TEST_CASE("Passages overlap by the units that both marked, of those that either did") {
    TwiceMarked answer;
    answer.first = {mark(1, 0, 20), mark(1, 10, 30), mark(2, 0, 5)};  // two that overlap count once
    answer.second = {mark(1, 20, 50), mark(2, 0, 5, "annet")};        // the same units of another text are not the same
    const auto found = agreement_of({answer});
    REQUIRE(found.themes.size() == 2);
    CHECK(found.themes[0].overlap == Catch::Approx(10.0 / 50));
    CHECK(found.themes[1].overlap == Catch::Approx(0));
    CHECK(found.themes[1].both == 1);
    CHECK(found.all.both == 2);
}
