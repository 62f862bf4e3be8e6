// What is given up and taken over again, with the text changing in between.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Meeting;

TEST_CASE("What is withdrawn goes with the text, so that who takes it over has it on the newest version") {
    Meeting all;
    const auto road = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto ferry = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    auto member = all.party.world.signed_in(all.party.member);
    auto second = all.party.world.signed_in(all.party.second);
    REQUIRE(member.post("/api/amendments/" + road + "/withdrawal").status == 200);
    REQUIRE(member.post("/api/amendments/" + ferry + "/withdrawal").status == 200);
    // The second of these is as long as the first, so that no length tells that they are two.
    const auto heading = GENERATE(as<std::string>(), "# Mål og midler", "# Mat");
    const auto text = heading + "\n\nVi vil ha gratis ferje. Maten er god.\n\nOg bedre vei.\n\n- tog\n";
    REQUIRE(all.party.save(all.document, 1, text).status == 201);
    REQUIRE(second.post("/api/amendments/" + road + "/takeover").at("amendment.carried") == "clean");
    CHECK(second.post("/api/amendments/" + ferry + "/takeover").at("amendment.carried") == "needs_sponsor");
    CHECK(all.shown(road).number("amendment.difference_version") == 2);
    REQUIRE(all.decide(road, "take", 2).status == 200);
    REQUIRE(all.make_version(2).status == 201);
    CHECK(all.source(3) == heading + "\n\nVi vil ha gratis ferje. Maten er god.\n\nOg mye bedre vei.\n\n- tog\n");
}

TEST_CASE("Of one that was left behind on an older version the sponsor is asked, and nobody guesses") {
    Meeting all;
    const auto road = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    REQUIRE(
        all.party.save(all.document, 1, "# Mat\n\nVi vil ha gratis ferge. Maten er god.\n\nOg bedre vei.\n\n- tog\n")
            .status == 201);
    all.party.world.database.sql("update amendments set now_version = 1 where id = " + road);
    REQUIRE(
        all.party.save(all.document, 2, "# Mat\n\nVi vil ha gratis ferge. Maten er god.\n\nOg bedre vei.\n\n- bil\n")
            .status == 201);
    CHECK(all.shown(road).at("amendment.carried") == "needs_sponsor");
    CHECK(all.decide(road, "take", 3).code() == "amendment.needs_sponsor");
}
