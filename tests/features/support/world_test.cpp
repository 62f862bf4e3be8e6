// The tests' own ground: that a world is fresh, and that its browsers behave as ours do.
#include "support/world.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace samrad;

namespace {

features::ActionRoute who_am_i() {
    return {http::Verb::get, "/who/{place}", features::Needs::anyone, [](features::Work& work) {
                return http::Reply::json("{\"name\":" + testing::json_text(work.actor.name) + ",\"place\":\"" +
                                         work.request.arguments.at("place") + "\",\"list\":[{\"n\":7}]}");
            }};
}

features::ActionRoute tell_all() {
    return {http::Verb::post, "/tell", features::Needs::account, [](features::Work& work) {
                work.tell("account:1", "account", 1);
                return http::Reply::nothing();
            }};
}

}  // namespace

TEST_CASE("A browser that signed in is known by its cookie, and another one is not") {
    testing::World world;
    world.add({who_am_i()});
    const auto kari = world.person("Kari Nordbø");
    CHECK(world.signed_in(kari).get("/who/here%20?a=b").at("name") == "Kari Nordbø");
    CHECK(world.signed_in(kari).get("/who/here%20?a=b").at("place") == "here ");
    CHECK(world.browser().get("/who/x").at("name").empty());
    CHECK(world.browser().get("/who/x").number("list.0.n") == 7);
    CHECK(world.browser().get("/nowhere").status == 404);
}

TEST_CASE("A world begins empty, whatever the one before it held") {
    testing::World world;
    CHECK(world.database.number("select count(*) from accounts") == 0);
    const auto root = world.unit("Partiet");
    const auto branch = world.unit("Bydelen", root);
    CHECK(world.database.value("select path::text from units where id = " + std::to_string(branch.value)) ==
          "{" + std::to_string(root.value) + "," + std::to_string(branch.value) + "}");
}

TEST_CASE("What an act announced can be asked for, once") {
    testing::World world;
    world.add({tell_all()});
    auto browser = world.signed_in(world.person("Kari"));
    CHECK(browser.post("/tell").status == 204);
    CHECK(world.announced() == std::vector<live::Topic>{"account:1"});
    CHECK(world.announced().empty());
    CHECK(world.browser().post("/tell").code() == "session.required");
}

TEST_CASE("A state-changing request without our header is refused") {
    testing::World world;
    world.add({tell_all()});
    auto browser = world.signed_in(world.person("Kari"));
    browser.headers["x-samrad"] = "";
    CHECK(browser.post("/tell").code() == "request.header_missing");
    browser.headers = {{"origin", "https://elsewhere.example"}};
    CHECK(browser.post("/tell").code() == "request.foreign_origin");
}
