#include <catch2/catch_test_macros.hpp>

#include "domain/consultation/theme.hpp"

using namespace samrad;
using namespace samrad::domain;

namespace {

Theme theme(int id, int parent, int ordinal = 0) {
    Theme one;
    one.id = ThemeId{id};
    if (parent) one.parent = ThemeId{parent};
    one.ordinal = ordinal;
    return one;
}

// 1 - 2 - 3 - 4, and 5 beside 1.
const std::vector<Theme> tree{theme(5, 0, 1), theme(4, 3), theme(3, 2), theme(2, 1), theme(1, 0, 2)};

std::string code(const std::optional<Problem>& problem) { return problem ? problem->code : ""; }

}  // namespace

TEST_CASE("Themes are read each before those below it, in the order that the committee gave them") {
    std::vector<std::int64_t> order;
    for (const auto& one : in_tree_order(tree)) order.push_back(one.id.value);
    CHECK(order == std::vector<std::int64_t>{5, 1, 2, 3, 4});
}

TEST_CASE("A theme never comes to stand under itself, nor deeper than four levels") {
    CHECK(code(check_place(tree, ThemeId{1}, ThemeId{1})) == "theme.circle");
    CHECK(code(check_place(tree, ThemeId{1}, ThemeId{4})) == "theme.circle");
    CHECK(code(check_place(tree, ThemeId{5}, ThemeId{4})) == "theme.too_deep");
    CHECK(code(check_place(tree, std::nullopt, ThemeId{4})) == "theme.too_deep");
    CHECK(code(check_place(tree, ThemeId{1}, ThemeId{5})) == "theme.too_deep");
    CHECK(code(check_place(tree, ThemeId{2}, ThemeId{5})).empty());
    CHECK(code(check_place(tree, ThemeId{3}, std::nullopt)).empty());
    CHECK(code(check_place(tree, std::nullopt, ThemeId{9})) == "theme.parent_unknown");
}

TEST_CASE("A theme is merged into any other but those below it") {
    CHECK(code(check_merging(tree, ThemeId{4}, ThemeId{1})).empty());
    CHECK(code(check_merging(tree, ThemeId{1}, ThemeId{5})).empty());
    CHECK(code(check_merging(tree, ThemeId{1}, ThemeId{4})) == "theme.circle");
    CHECK(code(check_merging(tree, ThemeId{1}, ThemeId{1})) == "theme.circle");
    CHECK(code(check_merging(tree, ThemeId{1}, ThemeId{9})) == "theme.into_unknown");
}
