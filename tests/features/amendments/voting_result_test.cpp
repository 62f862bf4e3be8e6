// What a meeting voted holds: against colleagues, the merge room, and versions that are saved in between.
#include <atomic>
#include <thread>
#include <vector>

#include "features/amendments/voting_meeting.hpp"

using namespace samrad;
using samrad::testing::VotingMeeting;

TEST_CASE("Of two chairs who enter a result in the same moment exactly one is heard") {
    VotingMeeting all;
    std::atomic<int> entered = 0;
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> chairs;
        for (const char* result : {"adopted", "rejected"}) {
            chairs.emplace_back([&, result] {
                const auto answer = all.enter(all.road, result);
                (answer.status == 200 ? entered : refused)++;
            });
        }
    }
    CHECK(entered == 1);
    CHECK(refused == 1);
    CHECK(all.party.world.database.value("select count(*) from voting_results where amendment_id = " + all.road) ==
          "1");
}

TEST_CASE("Identical amendments are one vote, and one that comes after it is a vote of its own") {
    VotingMeeting all;
    const auto same = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    CHECK(all.list().at("items.3.same.0.id") == same);
    REQUIRE(all.enter(all.road, "rejected").status == 200);
    CHECK(all.result_of(same) == "rejected");
    const auto late = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    CHECK(all.list().size("items") == 5);
    CHECK(all.result_of(late).empty());
}

TEST_CASE("Making the version carries out what the meeting voted, principles and withdrawals included") {
    VotingMeeting all;
    REQUIRE(all.enter(all.gone, "rejected").status == 200);
    REQUIRE(all.enter(all.cheap, "adopted").status == 200);
    REQUIRE(all.enter(all.principle, "adopted").status == 200);
    REQUIRE(all.enter(all.road, "withdrawn").status == 200);
    REQUIRE(all.make_version().status == 201);
    CHECK(all.source(2) == "# Mål\n\nVi vil ha billig ferge. Maten er god.\n\nOg bedre vei.\n\n- tog\n");
    CHECK(all.shown(all.cheap).at("amendment.state") == "adopted");
    CHECK(all.shown(all.gone).at("amendment.state") == "rejected");
    CHECK(all.shown(all.principle).at("amendment.decided.version") == "2");
    CHECK(all.shown(all.road).at("amendment.state") == "withdrawn");
    CHECK(all.list().size("items") == 0);
    CHECK(all.list().at("versions.0") == "1");
    CHECK(all.list("?version=1").size("log") == 4);
    CHECK(all.enter(all.cheap, "open", "", "adopted").at("problem.code") == "version.stale_base");
}

TEST_CASE("What was voted on holds against the merge room, the sponsor and a rejection by an editor alone") {
    VotingMeeting all;
    REQUIRE(all.enter(all.road, "adopted").status == 200);
    CHECK(all.decide(all.road, "leave").at("problem.code") == "voting.holds");
    const auto room = all.party.world.signed_in(all.party.editor).get(all.place + "/merge").body;
    CHECK(room.find(R"("decision":"take","voted":"adopted")") != std::string::npos);
    CHECK(room.find(R"("decision":"open","voted":null)") != std::string::npos);
    auto member = all.party.world.signed_in(all.party.member);
    CHECK(member.post("/api/amendments/" + all.road + "/withdrawal").at("problem.code") == "voting.holds");
    auto editor = all.party.world.signed_in(all.party.editor);
    CHECK(editor.post("/api/amendments/" + all.road + "/rejection", R"({"reason":"Nei."})").at("problem.code") ==
          "voting.holds");
    REQUIRE(all.enter(all.road, "open", "", "adopted").status == 200);
    CHECK(all.decide(all.road, "leave").status == 200);
}

TEST_CASE("A version that mends a typing error in the middle of the votes loses none of them") {
    VotingMeeting all;
    REQUIRE(all.enter(all.road, "adopted").status == 200);
    auto editor = all.party.world.signed_in(all.party.editor);
    REQUIRE(editor
                .post(all.place + "/versions",
                      R"({"base":1,"correction":true,"markdown":"# Mål\n\nVi vil ha gratis ferje. Maten er god.\n\n)"
                      R"(Og bedre vei.\n\n- tog\n"})")
                .status == 201);
    CHECK(all.list().at("results.0.result") == "adopted");
    REQUIRE(all.make_version(2).status == 201);
    CHECK(all.source(3) == "# Mål\n\nVi vil ha gratis ferje. Maten er god.\n\nOg mye bedre vei.\n\n- tog\n");
}

TEST_CASE("A text whose passage is another now cannot be adopted before its sponsor has spoken, but rejected") {
    VotingMeeting all;
    REQUIRE(all.party.save(all.document, 1, "# Mål\n\nVi vil ha rask ferge. Maten er god.\n\nOg bedre vei.\n\n- tog\n")
                .status == 201);
    auto editor = all.party.world.signed_in(all.party.editor);
    const auto enter = [&](const char* result) {
        return editor.post(all.place + "/voting-list/results", R"({"version":2,"amendment":)" + all.cheap +
                                                                   R"(,"expected":"open","result":")" + result + "\"}");
    };
    CHECK(enter("adopted").at("problem.code") == "amendment.needs_sponsor");
    CHECK(enter("adopted_changed").at("problem.code") == "amendment.no_wording");
    CHECK(enter("fallen").status == 422);
    CHECK(enter("rejected").status == 200);
}

TEST_CASE("A draft, another document's amendment and none at all are no votes, alike") {
    VotingMeeting all;
    const auto draft = all.draft(all.party.member, R"({"block":"b2","markdown":"x"})").at("amendment.id");
    const auto none = all.enter("987654", "rejected");
    CHECK(none.status == 422);
    CHECK(all.enter(draft, "rejected").body == none.body);
    CHECK(all.list().body.find("\"amendment\":" + draft + ",") == std::string::npos);
}

TEST_CASE("The chair alone enters results and moves votes; nobody without access learns that there is a list") {
    VotingMeeting all;
    auto member = all.party.world.signed_in(all.party.member);
    CHECK(member
              .post(all.place + "/voting-list/results",
                    R"({"version":1,"amendment":)" + all.road + R"(,"expected":"open","result":"adopted"})")
              .status == 403);
    CHECK(member.post(all.place + "/voting-list/order", R"({"version":1,"order":0,"by_rule":true})").status == 403);
}

TEST_CASE("Where no text was adopted the meeting's votes are made final without a version, once") {
    VotingMeeting all;
    REQUIRE(all.enter(all.cheap, "rejected").status == 200);
    REQUIRE(all.enter(all.road, "withdrawn").status == 200);
    REQUIRE(all.enter(all.principle, "adopted").status == 200);
    auto editor = all.party.world.signed_in(all.party.editor);
    const auto concluded = editor.post(all.place + "/voting-list/conclusion", R"({"version":1})");
    INFO(concluded.body);
    REQUIRE(concluded.at("concluded") == "3");
    CHECK(all.shown(all.cheap).at("amendment.state") == "rejected");
    CHECK(all.shown(all.road).at("amendment.state") == "withdrawn");
    CHECK(all.shown(all.principle).at("amendment.state") == "adopted");
    CHECK(all.shown(all.gone).at("amendment.state") == "submitted");
    CHECK(all.order() == " " + all.gone);
    CHECK(editor.post(all.place + "/voting-list/conclusion", R"({"version":1})").at("problem.code") ==
          "voting.nothing_to_conclude");
}

TEST_CASE("Votes on texts that were adopted are not final before the version that holds them") {
    VotingMeeting all;
    REQUIRE(all.enter(all.cheap, "adopted").status == 200);
    auto editor = all.party.world.signed_in(all.party.editor);
    REQUIRE(editor.post(all.place + "/voting-list/conclusion", R"({"version":1})").at("concluded") == "1");
    CHECK(all.shown(all.gone).at("amendment.state") == "rejected");
    CHECK(all.shown(all.cheap).at("amendment.state") == "submitted");
    REQUIRE(all.make_version().status == 201);
    CHECK(all.shown(all.cheap).at("amendment.state") == "adopted");
}

TEST_CASE("Sponsors see the result on the amendment itself, and one that is taken over is voted on anew") {
    VotingMeeting all;
    CHECK(all.shown(all.road).at("amendment.voted") == "null");
    REQUIRE(all.enter(all.road, "withdrawn").status == 200);
    CHECK(all.shown(all.road).at("amendment.voted") == "withdrawn");
    auto editor = all.party.world.signed_in(all.party.editor);
    REQUIRE(editor.post(all.place + "/voting-list/conclusion", R"({"version":1})").status == 200);
    auto second = all.party.world.signed_in(all.party.second);
    REQUIRE(second.post("/api/amendments/" + all.road + "/takeover").status == 200);
    CHECK(all.shown(all.road).at("amendment.voted") == "null");
    CHECK(all.enter(all.road, "adopted").status == 200);
}
