// The voting list: in which order a meeting votes, what a result leads to, and how it is taken back.
#include "features/amendments/voting_meeting.hpp"

using namespace samrad;
using samrad::testing::VotingMeeting;

TEST_CASE("Everybody who reads the document sees the votes in the order of the rule, alternatives as one group") {
    VotingMeeting all;
    CHECK(all.order() == all.in_order({all.principle, all.gone, all.cheap, all.road}));
    const auto list = all.list();
    CHECK(list.at("order") == "0");
    CHECK(list.at("items.1.group") == "1");
    CHECK(list.at("items.2.group") == "1");
    CHECK(list.at("items.3.group") == "null");
    CHECK(list.at("chapters.0") == "Mål");
    CHECK(list.size("results") == 0);
}

TEST_CASE("The chair moves a vote, the move is kept, and the rule's order comes back when it is asked for") {
    VotingMeeting all;
    REQUIRE(all.move(all.road, all.gone).status == 200);
    CHECK(all.order() == all.in_order({all.principle, all.road, all.gone, all.cheap}));
    REQUIRE(all.move(all.principle, "null").status == 200);
    CHECK(all.order() == all.in_order({all.road, all.gone, all.cheap, all.principle}));
    const auto late = all.submitted(all.party.second, "b3", "Og mye bedre vei og tunnel.");
    CHECK(all.order().find(late) != std::string::npos);
    REQUIRE(all.put(R"({"version":1,"order":)" + all.order_number() + R"(,"by_rule":true})").status == 200);
    CHECK(all.list().at("items.0.amendment") == all.principle);
    CHECK(all.list().at("by_rule") == "true");
}

TEST_CASE("Who moves a vote in an order that a colleague has changed is told so, and nothing moves") {
    VotingMeeting all;
    const auto seen = all.order_number();
    REQUIRE(all.move(all.road, all.cheap).status == 200);
    const auto before = all.order();
    const auto late =
        all.put(R"({"version":1,"order":)" + seen + R"(,"amendment":)" + all.gone + R"(,"before":)" + all.cheap + "}");
    CHECK(late.status == 409);
    CHECK(late.at("problem.code") == "voting.order_changed");
    CHECK(all.order() == before);
}

TEST_CASE("Before a result is confirmed it is shown what the text would be and what falls, and nothing is stored") {
    VotingMeeting all;
    const auto shown = all.party.world.browser().get(all.place + "/voting-list/" + all.cheap + "/consequence");
    REQUIRE(shown.status == 200);
    CHECK(shown.at("falls.0.id") == all.gone);
    CHECK(shown.at("falls.0.reason") == "collides");
    CHECK(shown.at("blocks.0.block") == "b2");
    CHECK(shown.body.find("billig") != std::string::npos);
    CHECK(shown.size("disputes") == 0);
    CHECK(all.result_of(all.cheap).empty());
    CHECK(all.party.world.browser()
              .get(all.place + "/voting-list/" + all.cheap + "/consequence?result=rejected")
              .size("falls") == 0);
}

TEST_CASE("What the editors only consider in the merge room is not told by a consequence") {
    VotingMeeting all;
    REQUIRE(all.decide(all.road + "," + all.cheap + "," + all.gone, "take").status == 200);
    REQUIRE(all.settle(R"("Hemmelig. ")").status == 200);
    const auto shown = all.party.world.browser().get(all.place + "/voting-list/" + all.cheap + "/consequence");
    CHECK(shown.body.find("Hemmelig") == std::string::npos);
    CHECK(shown.body.find("mye bedre") == std::string::npos);
}

TEST_CASE("When one is adopted its alternatives fall, and the merge room takes and leaves accordingly") {
    VotingMeeting all;
    const auto entered = all.enter(all.cheap, "adopted", R"(,"votes":{"for":31,"against":12,"abstain":1})");
    INFO(entered.body);
    REQUIRE(entered.status == 200);
    CHECK(entered.size("results") == 2);
    CHECK(entered.at("results.0.votes.for") == "31");
    CHECK(entered.at("results.1.result") == "fallen");
    CHECK(entered.at("results.1.because_of.id") == all.cheap);
    CHECK(all.decision_on(all.cheap) == "take");
    CHECK(all.decision_on(all.gone) == "leave");
    CHECK(all.list().size("results") == 2);
}

TEST_CASE("The chair says which of them do not fall, and falls that are no longer due are a conflict") {
    VotingMeeting all;
    REQUIRE(all.enter(all.cheap, "adopted", R"(,"falls":[])").status == 200);
    CHECK(all.result_of(all.gone).empty());
    const auto wrong = all.enter(all.road, "adopted", R"(,"falls":[)" + all.gone + "]");
    CHECK(wrong.status == 409);
    CHECK(wrong.at("problem.code") == "voting.consequence_changed");
    CHECK(all.result_of(all.road).empty());
}

TEST_CASE("A result that is taken back takes back what followed from it, and both stay in the log") {
    VotingMeeting all;
    REQUIRE(all.enter(all.cheap, "adopted").status == 200);
    const auto back = all.enter(all.cheap, "open", "", "adopted");
    REQUIRE(back.status == 200);
    CHECK(back.size("results") == 2);
    CHECK(all.result_of(all.gone) == "open");
    CHECK(all.decision_on(all.gone) == "open");
    const auto list = all.list();
    CHECK(list.size("results") == 0);
    CHECK(list.size("log") == 4);
    CHECK(list.at("log.3.result") == "adopted");
}

TEST_CASE("A vote that a colleague entered a second ago is a conflict, and the first one holds") {
    VotingMeeting all;
    REQUIRE(all.enter(all.cheap, "rejected").status == 200);
    const auto late = all.enter(all.cheap, "adopted");
    CHECK(late.status == 409);
    CHECK(late.at("problem.code") == "voting.decided_meanwhile");
    CHECK(late.at("problem.facts.result") == "rejected");
    const auto twice = all.enter(all.cheap, "adopted", "", "rejected");
    CHECK(twice.at("problem.code") == "voting.decided");
    CHECK(all.result_of(all.cheap) == "rejected");
}

TEST_CASE("A body's wording that is adopted in its place decides what falls, and what the version says") {
    VotingMeeting all;
    const auto other = all.submitted(all.party.second, "b3", "Og bedre vei og bane.");
    all.recommend(all.road, R"("verdict":"adopt_changed","changes":[{"block":"b3","markdown":"Og tryggere vei."}])");
    CHECK(all.enter(all.gone, "adopted_changed").at("problem.code") == "amendment.no_wording");
    const auto entered = all.enter(all.road, "adopted_changed");
    INFO(entered.body);
    REQUIRE(entered.status == 200);
    CHECK(all.result_of(other) == "fallen");
    CHECK(all.decision_on(all.road) == "take_changed");
    REQUIRE(all.make_version().status == 201);
    CHECK(all.source(2).find("Og tryggere vei.") != std::string::npos);
}

TEST_CASE("What a body recommends as covered falls with the adoption of what covers it") {
    VotingMeeting all;
    all.recommend(all.principle, R"("verdict":"covered","covered_by":)" + all.road);
    const auto shown = all.party.world.browser().get(all.place + "/voting-list/" + all.road + "/consequence");
    CHECK(shown.at("falls.0.id") == all.principle);
    CHECK(shown.at("falls.0.reason") == "covered");
    REQUIRE(all.enter(all.road, "adopted").status == 200);
    CHECK(all.result_of(all.principle) == "fallen");
}

TEST_CASE("A result may come from a closed vote of the same process, whose members' count it takes") {
    VotingMeeting all;
    const auto unit = std::to_string(all.party.unit.value);
    all.party.world.database.sql("update stages set kind = 'voting' where process_id = " + all.process);
    auto editor = all.party.world.signed_in(all.party.editor);
    const auto made =
        editor.post("/api/processes/" + all.process + "/ballots",
                    R"({"question":"Vei?","kind":"approval","disclosure":"named","units":[)" + unit + "]}");
    INFO(made.body);
    REQUIRE(made.status == 201);
    const auto ballot = made.at("id");
    const auto linked = R"(,"ballot":)" + ballot;
    CHECK(all.enter(all.road, "adopted", linked).at("problem.field") == "ballot");
    REQUIRE(editor.post("/api/ballots/" + ballot + "/opening").status == 200);
    auto member = all.party.world.signed_in(all.party.member);
    REQUIRE(member.put("/api/ballots/" + ballot + "/vote", R"({"choice":)" + made.at("choices.0.id") + "}").status ==
            200);
    REQUIRE(editor.post("/api/ballots/" + ballot + "/closing").status == 200);
    CHECK(all.enter(all.road, "adopted", linked + R"(,"votes":{"for":900})").status == 422);
    const auto entered = all.enter(all.road, "adopted", linked);
    REQUIRE(entered.status == 200);
    CHECK(entered.at("results.0.ballot") == ballot);
    CHECK(entered.at("results.0.votes.for") == "1");
    CHECK(entered.at("results.0.votes.against") == "0");
}
