// The voting list: in which order a meeting votes, what came of it, and that it holds when the version is made.
#include <atomic>
#include <thread>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

// A meeting with alternatives on the ferry, a wish for the road and a principle.
struct VotingMeeting : Meeting {
    std::string cheap = submitted(party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    std::string gone = submitted(party.second, "b2", "Maten er god.");
    std::string road = submitted(party.member, "b3", "Og mye bedre vei.");
    std::string principle = submitted_principle();

    std::string submitted_principle() {
        auto member = party.world.signed_in(party.member);
        const auto made =
            member.post(place + "/amendments", R"({"version":1,"kind":"principle","instruction":"Nevn klima først."})");
        REQUIRE(made.status == 201);
        REQUIRE(member.post("/api/amendments/" + made.at("amendment.id") + "/submission").status == 200);
        return made.at("amendment.id");
    }
    Answer list(const std::string& more = "") { return party.world.browser().get(place + "/voting-list" + more); }
    std::string order() {
        const auto answer = list();
        std::string ids;
        for (std::size_t i = 0; i < answer.size("items"); ++i) {
            ids += " " + answer.at("items." + std::to_string(i) + ".amendment");
        }
        return ids;
    }
    std::string order_number() { return list().at("order"); }
    std::string in_order(const std::vector<std::string>& ids) {
        std::string text;
        for (const auto& id : ids) text += " " + id;
        return text;
    }
    Answer put(const std::string& body) {
        return party.world.signed_in(party.editor).post(place + "/voting-list/order", body);
    }
    Answer move(const std::string& id, const std::string& before) {
        return put(R"({"version":1,"order":)" + order_number() + R"(,"amendment":)" + id + R"(,"before":)" + before +
                   "}");
    }
    Answer enter(const std::string& id, const std::string& result, const std::string& more = "",
                 const std::string& expected = "open") {
        return party.world.signed_in(party.editor)
            .post(place + "/voting-list/results", R"({"version":1,"amendment":)" + id + R"(,"expected":")" + expected +
                                                      R"(","result":")" + result + "\"" + more + "}");
    }
    // What the amendment's last result is; "" where it never had one.
    std::string result_of(const std::string& id) {
        return party.world.database.value("select coalesce((select result from voting_results where amendment_id = " +
                                          id + " order by id desc limit 1), '')");
    }
    std::string decision_on(const std::string& id) {
        return party.world.database.value(
            "select coalesce((select decision from merge_decisions where amendment_id = " + id +
            " order by id desc limit 1), '')");
    }
};

}  // namespace

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
    REQUIRE(all.decide(all.road, "take").status == 200);
    auto editor = all.party.world.signed_in(all.party.editor);
    REQUIRE(editor.post(all.place + "/merge/texts", R"({"version":1,"from":0,"to":0,"text":"Hemmelig. "})").status ==
            200);
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
    CHECK(all.shown(all.principle).at("amendment.decided_version") == "2");
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
    auto member = all.party.world.signed_in(all.party.member);
    CHECK(member.post("/api/amendments/" + all.road + "/withdrawal").at("problem.code") == "voting.holds");
    auto editor = all.party.world.signed_in(all.party.editor);
    CHECK(editor.post("/api/amendments/" + all.road + "/rejection").at("problem.code") == "voting.holds");
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
