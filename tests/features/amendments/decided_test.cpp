// What became of an amendment is told to its sponsor whatever it was: by whom, with which version, how, and why.
#include "features/amendments/voting_meeting.hpp"

using namespace samrad;
using samrad::testing::Meeting;
using samrad::testing::VotingMeeting;

namespace {

testing::Answer reject(Meeting& all, const std::string& id, const std::string& body) {
    return all.party.world.signed_in(all.party.editor).post("/api/amendments/" + id + "/rejection", body);
}

}  // namespace

TEST_CASE("Whoever is rejected learns by which body, with which version and why, as whoever is adopted does") {
    VotingMeeting all;
    all.recommend(all.road, R"("verdict":"reject","reason":"For dyrt.","votes":{"for":5,"against":2})");
    REQUIRE(all.decide(all.cheap, "take").status == 200);
    REQUIRE(all.decide(all.road, "leave").status == 200);
    CHECK(all.shown(all.road).at("amendment.decided") == "null");
    REQUIRE(all.make_version().status == 201);
    const auto taken = all.shown(all.cheap);
    CHECK(taken.number("amendment.decided.version") == 2);
    CHECK(taken.at("amendment.decided.taken") == "true");
    CHECK(taken.at("amendment.decided.changed") == "false");
    const auto left = all.shown(all.road);
    CHECK(left.at("amendment.state") == "rejected");
    CHECK(left.number("amendment.decided.version") == 2);
    CHECK(left.at("amendment.decided.taken") == "false");
    CHECK(left.number("amendment.decided.by.id") == all.party.unit.value);
    CHECK(left.at("amendment.decided.at") != "null");
    CHECK(left.at("amendment.recommendations.0.reason") == "For dyrt.");
    CHECK(all.shown(all.principle).at("amendment.decided") == "null");  // nobody has decided it
}

TEST_CASE("Without a vote the committee at the end of the chain decides, with one the meeting, and so it stays told") {
    VotingMeeting all;
    const auto committee = all.party.world.unit("Redaksjonskomiteen", all.party.unit, "committee");
    const auto end_with = [&](const std::string& units) {
        REQUIRE(all.party.world.signed_in(all.party.editor)
                    .patch("/api/processes/" + all.process, R"({"amendments":{"chain":[)" + units + "]}}")
                    .status == 200);
    };
    const auto branch = std::to_string(all.party.branch.value);
    end_with(branch + "," + std::to_string(committee.value));
    REQUIRE(all.enter(all.cheap, "adopted").status == 200);
    REQUIRE(all.decide(all.road, "leave").status == 200);
    REQUIRE(all.make_version().status == 201);
    end_with(branch);  // a branch recommends, and decides nothing
    CHECK(all.shown(all.road).number("amendment.decided.by.id") == committee.value);
    CHECK(all.shown(all.road).at("amendment.decided.by.name") == "Redaksjonskomiteen");
    CHECK(all.shown(all.cheap).number("amendment.decided.by.id") == all.party.unit.value);
    REQUIRE(reject(all, all.principle, R"({"reason":"Hører ikke hjemme her."})").status == 200);
    CHECK(all.shown(all.principle).number("amendment.decided.by.id") == all.party.unit.value);
}

TEST_CASE("What is adopted in a body's words says so, and what falls says for which other and with what vote") {
    VotingMeeting all;
    all.adopt_in_other_words();
    const auto road = all.shown(all.road);
    CHECK(road.at("amendment.decided.changed") == "true");
    CHECK(road.at("amendment.decided.taken") == "true");
    CHECK(road.number("amendment.decided.votes.for") == 40);
    const auto fallen = all.shown(all.cheap);
    CHECK(fallen.at("amendment.state") == "rejected");
    CHECK(fallen.at("amendment.decided.result") == "fallen");
    CHECK(fallen.at("amendment.decided.because_of.id") == all.gone);
    CHECK(fallen.number("amendment.decided.version") == 2);
}

TEST_CASE("A principle that a meeting adopted is decided with the version that stood, and is in none") {
    VotingMeeting all;
    REQUIRE(all.enter(all.principle, "adopted").status == 200);
    REQUIRE(all.party.world.signed_in(all.party.editor)
                .post(all.place + "/voting-list/conclusion", R"({"version":1})")
                .status == 200);
    CHECK(all.shown(all.principle).at("amendment.state") == "adopted");
    CHECK(all.shown(all.principle).number("amendment.decided.version") == 1);
    CHECK(all.shown(all.principle).at("amendment.decided.taken") == "false");
}

TEST_CASE("An editor who rejects one alone says why, and those who amend it go with it for the same reason") {
    Meeting all;
    const auto road = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    CHECK(reject(all, road, "{}").code() == "input.missing");
    CHECK(reject(all, road, R"({"reason":""})").status == 422);
    CHECK(reject(all, road, R"({"reason":5})").status == 422);
    CHECK(all.party.world.signed_in(all.party.member)
              .post("/api/amendments/" + road + "/rejection", R"({"reason":"Nei."})")
              .status == 403);
    const auto answer = reject(all, road, R"({"reason":"Fant ingen støtte."})");
    REQUIRE(answer.status == 200);
    CHECK(answer.at("amendment.decided.reason") == "Fant ingen støtte.");
    CHECK(answer.number("amendment.decided.version") == 1);
    CHECK(reject(all, road, R"({"reason":"Igjen."})").code() == "amendment.decided");
}

TEST_CASE("One's own amendments name the documents that they are of") {
    Meeting all;
    all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto mine = all.party.world.signed_in(all.party.member).get("/api/me/amendments");
    CHECK(mine.size("items") == 1);
    CHECK(mine.at("documents." + all.document) ==
          all.party.world.browser().get("/api/documents/" + all.document).at("title"));
}

TEST_CASE(
    "Where a new version needs a sponsor the process waits for them; what it carries along as it is waits for nobody") {
    Meeting all;
    const auto ferry = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto needs = [&](AccountId who) {
        return all.party.world.signed_in(who).get("/api/processes/" + all.process).body.find("\"amendment\"") !=
               std::string::npos;
    };
    CHECK_FALSE(needs(all.party.member));
    REQUIRE(all.party.save(all.document, 1, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg god vei.\n\n- tog\n")
                .status == 201);
    CHECK_FALSE(needs(all.party.member));
    REQUIRE(all.party.world.signed_in(all.party.member)
                .post("/api/amendments/" + ferry + "/answer", R"({"version":2,"answer":"confirmed"})")
                .status == 200);
    CHECK_FALSE(needs(all.party.member));
    REQUIRE(all.party.save(all.document, 2, "# Mål\n\nVi vil ha dyr ferge. Maten er god.\n\nOg god vei.\n\n- tog\n")
                .status == 201);
    CHECK(all.shown(ferry).at("amendment.carried") == "needs_sponsor");
    CHECK(needs(all.party.member));
    CHECK_FALSE(needs(all.party.second));
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + ferry + "/withdrawal").status == 200);
    CHECK_FALSE(needs(all.party.member));
}
