#include "http/target.hpp"

#include <catch2/catch_test_macros.hpp>

using samrad::http::parse_target;

TEST_CASE("A path and its query are decoded once") {
    const auto target = parse_target("/h%C3%B8ring/%2541?q=a+b%26c&empty&q=second");
    REQUIRE(target);
    CHECK(target->path == "/høring/%41");
    CHECK(target->query.at("q") == "a b&c");
    CHECK(target->query.at("empty").empty());
}

TEST_CASE("A target that could be read in two ways is refused") {
    for (const auto* target : {"/%", "/%4", "/%zz", "/a%00b", "/%ff", "/%c0%af", "/%ed%a0%80", "/a%2fb", "/a%5Cb",
                               "/%0d%0aX:y", "/%7f", "/?a=%00", "/?a=%fe", "/?%=1", "a", ""}) {
        INFO(target);
        CHECK_FALSE(parse_target(target));
    }
}

TEST_CASE("Two dots stay two dots") { CHECK(parse_target("/a/../b")->path == "/a/../b"); }
