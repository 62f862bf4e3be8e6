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

TEST_CASE(
    "What gathers support is listed as that, and stands in no merge room and on no voting list before it has it") {
    Backed all;
    const auto lone = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto backed = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    REQUIRE(all.support(backed, all.party.second).status == 200);
    auto editor = all.party.world.signed_in(all.party.editor);
    const auto listed = [&](const std::string& filter) {
        const auto answer = editor.get(all.place + "/amendments?" + filter);
        std::string ids;
        for (std::size_t i = 0; i < answer.size("items"); ++i)
            ids += " " + answer.at("items." + std::to_string(i) + ".id");
        return ids;
    };
    CHECK(listed("supporters=missing") == " " + lone);
    CHECK(listed("supporters=enough") == " " + backed);
    CHECK(listed("state=submitted") == " " + backed + " " + lone);
    CHECK(listed("state=adopted&supporters=missing").empty());
    CHECK(editor.get(all.place + "/amendments?supporters=many").code() == "input.not_a_choice");
    const auto room = editor.get(all.place + "/merge");
    CHECK(room.size("amendments") == 1);
    CHECK(room.at("amendments.0.id") == backed);
    CHECK(room.number("pending") == 1);
    CHECK(room.number("gathering") == 1);
    CHECK(room.at("next_open") == "null");
    const auto votes = editor.get(all.place + "/voting-list");
    CHECK(votes.size("items") == 1);
    CHECK(editor.get(all.place + "/voting-list/" + lone + "/consequence").status == 404);
    REQUIRE(all.decide(backed, "take").status == 200);
    CHECK(editor.get(all.place + "/merge").number("decided") == 1);
    REQUIRE(all.make_version().status == 201);
    CHECK(all.shown(lone).at("amendment.state") == "submitted");
    // With its support it is there, and stays there once editors have begun on it.
    REQUIRE(all.support(lone, all.party.second).status == 200);
    CHECK(editor.get(all.place + "/merge").size("amendments") == 1);
    REQUIRE(all.decide(lone, "take", 2).status == 200);
    REQUIRE(all.party.world.signed_in(all.party.second).del("/api/amendments/" + lone + "/support").status == 200);
    CHECK(editor.get(all.place + "/merge").size("amendments") == 1);
}

TEST_CASE("In a list by lines the room goes on with what is open behind the lines that are shown, else before them") {
    Meeting all;
    const auto ferry = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto road = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    auto editor = all.party.world.signed_in(all.party.editor);
    const auto train = all.submitted(all.party.member, "b4", "- flere tog");
    CHECK(editor.get(all.place + "/merge?from=1&to=2").at("next_open.id") == road);
    CHECK(editor.get(all.place + "/merge?from=3&to=3").at("next_open.id") == train);
    CHECK(editor.get(all.place + "/merge?from=3&to=9").at("next_open.id") == ferry);
    CHECK(editor.get(all.place + "/merge").at("next_open") == "null");
    REQUIRE(all.decide(ferry, "leave").status == 200);
    CHECK(editor.get(all.place + "/merge?from=3&to=9").at("next_open") == "null");
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
