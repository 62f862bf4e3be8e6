#include "domain/text/move_lines.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace samrad::domain;

TEST_CASE("What a step moved is read back as it was written") {
    const auto step =
        step_between(u"Vi vil ha gratis ferge til alle.\n\nMaten er god.\n\nOg bedre vei.\n\nTog hele døgnet.\n",
                     u"Maten er god.\n\nOg bedre vei.\n\nTog hele døgnet.\n\nVi vil ha \"gratis\" ferge til alle.\n");
    REQUIRE_FALSE(step.moves.empty());
    CHECK(*moves_from_lines(to_lines(step.moves)) == step.moves);
    CHECK(to_lines({}).empty());
    CHECK(moves_from_lines("")->empty());
}

TEST_CASE("Lines that are no moves are refused") {
    for (const auto* lines : {"0 1 2 3 [1]", "0 1 2 [1]\n", "5 1 0 1 [1]\n", "0 1 5 4 [1]\n", "0 1 0 1 [2]\n", "\n",
                              "-1 1 0 1 [1]\n", "0 1 0 1\n", "x\n"}) {
        INFO(lines);
        CHECK_FALSE(moves_from_lines(lines));
    }
}
