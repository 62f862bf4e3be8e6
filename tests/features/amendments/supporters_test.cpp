// A process that asks for supporters: what is not backed is not taken up, and backing is for the wording that was seen.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;

namespace {

struct Backed : Meeting {
    Backed() {
        REQUIRE(party.world.signed_in(party.editor)
                    .patch("/api/processes/" + process, R"({"amendments":{"supporters_needed":1}})")
                    .status == 200);
    }
    Answer support(const std::string& id, AccountId who) {
        return party.world.signed_in(who).put("/api/amendments/" + id + "/support");
    }
    Answer recommend(const std::string& id) {
        return party.world.signed_in(party.editor)
            .post(place + "/recommendations", R"({"unit":)" + std::to_string(party.unit.value) + R"(,"amendments":[)" +
                                                  id + R"(],"verdict":"adopt"})");
    }
};

}  // namespace

TEST_CASE("Before it has its supporters no body recommends on an amendment and the merge room does not decide it") {
    Backed all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    CHECK(all.shown(id).number("amendment.supporters_missing") == 1);
    CHECK(all.recommend(id).code() == "amendment.needs_supporters");
    for (const auto* decision : {"take", "leave"}) {
        const auto refused = all.decide(id, decision);
        CHECK(refused.status == 409);
        CHECK(refused.code() == "amendment.needs_supporters");
        CHECK(refused.at("problem.facts.missing") == "1");
    }
    CHECK(all.support(id, all.party.member).code() == "amendment.own");
    const auto supported = all.support(id, all.party.second);
    CHECK(supported.number("supports") == 1);
    CHECK(supported.number("supporters_missing") == 0);
    CHECK(all.recommend(id).status == 201);
    CHECK(all.decide(id, "take").status == 200);
    CHECK(all.make_version().status == 201);
}

TEST_CASE("One that lacks supporters keeps the others of a choice from being decided with it, and none is decided") {
    Backed all;
    const auto lone = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto backed = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    REQUIRE(all.support(backed, all.party.second).status == 200);
    CHECK(all.decide(backed + "," + lone, "take").code() == "amendment.needs_supporters");
    CHECK(all.make_version().code() == "merge.nothing_taken");
}

TEST_CASE("Support was for the wording that people saw: another wording on a new version begins anew") {
    Backed all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    REQUIRE(all.support(id, all.party.second).status == 200);
    REQUIRE(
        all.party.save(all.document, 1, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg dårlig vei.\n\n- tog\n")
            .status == 201);
    CHECK(all.shown(id).at("amendment.carried") == "needs_sponsor");
    CHECK(all.shown(id).number("amendment.supports") == 1);
    const auto reworded = all.party.world.signed_in(all.party.member)
                              .post("/api/amendments/" + id + "/rewording",
                                    R"({"version":2,"changes":[{"block":"b3","markdown":"Og ingen vei."}]})");
    INFO(reworded.body);
    REQUIRE(reworded.status == 200);
    CHECK(reworded.number("amendment.supports") == 0);
    CHECK(reworded.number("amendment.supporters_missing") == 1);
    CHECK(all.decide(id, "take", 2).code() == "amendment.needs_supporters");
}

TEST_CASE("What lacks supporters is not voted in: not by itself, and not along with one that says the same") {
    Backed all;
    const auto backed = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto lone = all.submitted(all.party.moderator, "b2", "Vi vil ha billig ferge. Maten er god.");
    REQUIRE(all.support(backed, all.party.second).status == 200);
    const auto vote = [&](const std::string& id) {
        return all.party.world.signed_in(all.party.editor)
            .post(all.place + "/voting-list/results",
                  R"({"version":1,"amendment":)" + id + R"(,"expected":"open","result":"adopted"})");
    };
    CHECK(vote(lone).code() == "amendment.needs_supporters");
    const auto voted = vote(backed);
    REQUIRE(voted.status == 200);
    CHECK(voted.size("results") == 1);
}
