#include <catch2/catch_test_macros.hpp>

#include "support/party.hpp"

using namespace samrad;
using testing::Party;

TEST_CASE("The processes of one unit are asked for alone, and only those that one may see") {
    Party party;
    const auto open = party.process("public", "discussing");
    const auto closed = party.process("members", "discussing");
    party.world.standing(party.editor, party.branch, "editor");
    const auto made = party.world.signed_in(party.editor)
                          .post("/api/units/" + std::to_string(party.branch.value) + "/processes",
                                R"({"title":"Lokalt","audience":"public","stages":[)"
                                R"({"title":"Nå","kind":"reading","starts":"2020-01-01T00:00:00Z"}]})");
    REQUIRE(made.status == 201);
    const auto of = [](UnitId unit) { return "/api/processes?unit=" + std::to_string(unit.value); };

    const auto local = party.world.browser().get(of(party.branch));
    REQUIRE(local.size("items") == 1);
    CHECK(local.at("items.0.id") == made.at("id"));

    const auto seen = party.world.browser().get(of(party.unit));
    REQUIRE(seen.size("items") == 1);
    CHECK(seen.at("items.0.id") == open);
    CHECK(party.world.signed_in(party.member).get(of(party.unit)).size("items") == 2);

    CHECK(party.world.browser().get(of(party.other)).size("items") == 0);
    CHECK(party.world.browser().get("/api/processes").size("items") == 2);
    CHECK(party.world.browser().get("/api/processes?unit=all").field() == "unit");
}

TEST_CASE("A unit's list goes on where its first page ended, past other units' processes") {
    Party party;
    const auto first = party.process("public", "discussing");
    const auto second = party.process("public", "discussing");
    const std::string list = "/api/processes?limit=1&unit=" + std::to_string(party.unit.value);
    const auto newest = party.world.browser().get(list);
    REQUIRE(newest.at("items.0.id") == second);
    const auto older = party.world.browser().get(list + "&after=" + newest.at("next"));
    CHECK(older.at("items.0.id") == first);
}
