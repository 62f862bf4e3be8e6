#include "http/router.hpp"

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

using namespace samrad::http;

namespace {

Router made(std::initializer_list<std::pair<Verb, const char*>> routes) {
    Router router;
    for (const auto& [verb, pattern] : routes) router.add({verb, pattern, [](const Request&) { return Reply{}; }});
    return router;
}

std::string found(const Router& router, Verb verb, std::string_view path) {
    const auto match = router.find(verb, path);
    return match ? match->route->pattern : "";
}

}  // namespace

TEST_CASE("A name takes one segment and hands it over") {
    const auto router = made({{Verb::get, "/documents/{document}/versions/{n}"}});
    const auto match = router.find(Verb::get, "/documents/12/versions/3");
    REQUIRE(match);
    CHECK(match->arguments == std::map<std::string, std::string>{{"document", "12"}, {"n", "3"}});
    CHECK_FALSE(router.find(Verb::get, "/documents/12/versions"));
    CHECK_FALSE(router.find(Verb::get, "/documents/12/versions/"));
    CHECK_FALSE(router.find(Verb::get, "/documents//versions/3"));
    CHECK_FALSE(router.find(Verb::get, "/documents/12/versions/3/"));
    CHECK_FALSE(router.find(Verb::get, "/documents/1/2/versions/3"));
}

TEST_CASE("What is written out wins over a name, from the left") {
    const auto router = made({{Verb::get, "/{page...}"},
                              {Verb::get, "/a/{x}"},
                              {Verb::get, "/a/new"},
                              {Verb::get, "/a/{x}.md"},
                              {Verb::get, "/{y}/new"}});
    CHECK(found(router, Verb::get, "/a/new") == "/a/new");
    CHECK(found(router, Verb::get, "/a/other") == "/a/{x}");
    CHECK(found(router, Verb::get, "/a/4.md") == "/a/{x}.md");
    CHECK(router.find(Verb::get, "/a/4.md")->arguments.at("x") == "4");
    CHECK(found(router, Verb::get, "/b/new") == "/{y}/new");
    CHECK(found(router, Verb::get, "/b/c/d") == "/{page...}");
    CHECK(router.find(Verb::get, "/b/c/d")->arguments.at("page") == "b/c/d");
    CHECK(found(router, Verb::get, "/") == "/{page...}");
}

TEST_CASE("HEAD asks where GET answers, and a path tells the verbs it knows") {
    const auto router = made({{Verb::get, "/a"}, {Verb::post, "/a"}, {Verb::del, "/b"}});
    CHECK(found(router, Verb::head, "/a") == "/a");
    CHECK(found(router, Verb::head, "/b").empty());
    CHECK(router.verbs("/a") == std::vector<Verb>{Verb::get, Verb::head, Verb::post});
    CHECK(router.verbs("/b") == std::vector<Verb>{Verb::del});
    CHECK(router.verbs("/c").empty());
}

TEST_CASE("A route for the rest of all paths makes none of them known") {
    const auto router = made({{Verb::get, "/{page...}"}, {Verb::get, "/api/{rest...}"}, {Verb::post, "/api/a"}});
    CHECK(found(router, Verb::get, "/api/b") == "/api/{rest...}");
    CHECK(router.verbs("/api/b").empty());
    CHECK(router.verbs("/b").empty());
    CHECK(router.verbs("/api/a") == std::vector<Verb>{Verb::post});
}

TEST_CASE("Two routes for the same verb and pattern are a mistake") {
    CHECK_THROWS_AS(made({{Verb::get, "/a"}, {Verb::get, "/a"}}), std::logic_error);
    CHECK_THROWS_AS(made({{Verb::get, "/{a"}}), std::logic_error);
}
