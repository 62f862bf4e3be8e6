// A minority's dissent stays, whatever the majority recommends afterwards.
#include "features/amendments/voting_meeting.hpp"

using namespace samrad;
using samrad::testing::VotingMeeting;

TEST_CASE("A dissent is carried unchanged to what its body recommends later, and says from what it dissented") {
    VotingMeeting all;
    all.recommend(all.road, R"("verdict":"reject","reason":"For dyrt.")");
    const auto first = all.shown(all.road).at("amendment.recommendations.0.id");
    auto editor = all.party.world.signed_in(all.party.editor);
    REQUIRE(editor.post("/api/recommendations/" + first + "/dissents", R"({"names":"Ola","text":"Vei er viktig."})")
                .status == 201);
    all.recommend(all.road, R"("verdict":"none")");
    const auto now = all.shown(all.road);
    CHECK(now.size("amendment.recommendations") == 1);
    CHECK(now.at("amendment.recommendations.0.verdict") == "none");
    CHECK(now.size("amendment.recommendations.0.dissents") == 1);
    CHECK(now.at("amendment.recommendations.0.dissents.0.text") == "Vei er viktig.");
    CHECK(now.at("amendment.recommendations.0.dissents.0.from") == "reject");
    // The files say it too, and another amendment has none of it.
    CHECK(editor.get(all.place + "/amendments/export?form=csv&language=nb").body.find("Vei er viktig.") !=
          std::string::npos);
    all.recommend(all.cheap, R"("verdict":"adopt")");
    CHECK(all.shown(all.cheap).size("amendment.recommendations.0.dissents") == 0);
}

TEST_CASE("No route takes a dissent away or alters it, and the database refuses it too") {
    VotingMeeting all;
    all.recommend(all.road, R"("verdict":"reject")");
    const auto first = all.shown(all.road).at("amendment.recommendations.0.id");
    auto editor = all.party.world.signed_in(all.party.editor);
    REQUIRE(editor.post("/api/recommendations/" + first + "/dissents", R"({"names":"Ola","text":"Vei er viktig."})")
                .status == 201);
    for (const auto* path : {"/api/recommendations/", "/api/dissents/"}) {
        CHECK(editor.del(path + first).status >= 404);
        CHECK(editor.del(path + first + "/dissents").status >= 404);
    }
    CHECK(all.party.world.database.value(
              "select has_table_privilege('samrad_server', 'dissents', 'update') or has_table_privilege("
              "'samrad_server', 'dissents', 'delete')") == "f");
    REQUIRE(all.decide(all.road, "take").status == 200);
    REQUIRE(all.make_version().status == 201);
    CHECK(all.shown(all.road).size("amendment.recommendations.0.dissents") == 1);
}
