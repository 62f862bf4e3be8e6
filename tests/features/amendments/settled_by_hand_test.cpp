// Where amendments collide and somebody writes what shall stand: how long that counts, and what becomes of each.
#include "features/amendments/voting_meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

struct Settled : Meeting {
    std::string cheap = submitted(party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    std::string dear = submitted(party.second, "b2", "Vi vil ha dyr ferge. Maten er god.");

    Settled() {
        REQUIRE(decide(cheap + "," + dear, "take").status == 200);
        REQUIRE(room().at("open_disputes") == "1");
    }
    bool is_settled() {
        const auto now = room();
        return now.at("open_disputes") == "0" && now.size("hand_texts") == 1;
    }
};

}  // namespace

TEST_CASE("Who is left out where another's words are chosen is told so: rejected, and by which") {
    Settled all;
    REQUIRE(all.settle(R"("dyr")").status == 200);
    const auto room = all.room();
    CHECK(room.at("disputes.0.readings.0.extent") == "none");
    CHECK(room.at("disputes.0.readings.1.extent") == "whole");
    const auto made = all.make_version();
    CHECK(made.number("adopted") == 1);
    const auto loser = all.shown(all.cheap);
    CHECK(loser.at("amendment.state") == "rejected");
    CHECK(loser.at("amendment.decided.left_out") == "true");
    CHECK(loser.at("amendment.decided.taken") == "false");
    CHECK(loser.at("amendment.decided.lost_to.id") == all.dear);
    CHECK(loser.number("amendment.decided.lost_to.number") == 2);
    const auto winner = all.shown(all.dear);
    CHECK(winner.at("amendment.state") == "adopted");
    CHECK(winner.at("amendment.decided.changed") == "false");
    // Nor does anybody read that it brought the words.
    const auto why = all.party.world.browser().get(all.place + "/origin?block=b2");
    CHECK(why.size("chain.0.amendments") == 1);
    CHECK(why.at("chain.0.amendments.0.id") == all.dear);
}

TEST_CASE("Of whom a third wording keeps something is adopted in changed form, and of whom it keeps nothing is not") {
    Settled all;
    SECTION("something") {
        REQUIRE(all.settle(R"("rimelig")").status == 200);
        REQUIRE(all.make_version().number("adopted") == 2);
        CHECK(all.shown(all.cheap).at("amendment.state") == "adopted");
        const auto decided = all.shown(all.cheap);
        CHECK(decided.at("amendment.decided.changed") == "true");
        // Its sponsor reads what stands in the version, and where.
        REQUIRE(decided.size("amendment.decided.stands") == 1);
        CHECK(decided.at("amendment.decided.stands.0.block") == "b2");
        CHECK(decided.number("amendment.decided.stands.0.line_from") == 2);
        CHECK(decided.at("amendment.decided.stands.0.pieces.1.mark") == "deleted");
        CHECK(decided.at("amendment.decided.stands.0.pieces.1.text") == "gratis");
        CHECK(decided.at("amendment.decided.stands.0.pieces.2.mark") == "inserted");
        CHECK(decided.at("amendment.decided.stands.0.pieces.2.text") == "rimelig");
        CHECK(decided.at("amendment.decided.stands.0.pieces.3.text") == " ferge. Maten er god.");
    }
    SECTION("nothing") {
        REQUIRE(all.settle(R"("helt gratis")").status == 200);
        REQUIRE(all.make_version().number("adopted") == 0);
        CHECK(all.shown(all.cheap).at("amendment.state") == "rejected");
        CHECK(all.shown(all.cheap).at("amendment.decided.left_out") == "true");
        CHECK(all.shown(all.cheap).at("amendment.decided.lost_to") == "null");
    }
}

TEST_CASE("One that amends the loser is lost with it, and the amended one of a winner is adopted in changed form") {
    Settled all;
    const auto made =
        all.party.world.signed_in(all.party.second)
            .post(all.place + "/amendments", R"({"version":1,"reason":"Fordi.","amends":)" + all.cheap +
                                                 R"(,"changes":[{"block":"b2","markdown":)" +
                                                 quoted("Vi vil ha svært billig ferge. Maten er god.") + "}]}");
    INFO(made.body);
    const auto very = made.at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.second).post("/api/amendments/" + very + "/submission").status == 200);
    REQUIRE(all.decide(very, "take").status == 200);
    SECTION("lost") {
        REQUIRE(all.settle(R"("dyr")").status == 200);
        REQUIRE(all.make_version().number("adopted") == 1);
        CHECK(all.shown(very).at("amendment.state") == "rejected");
        CHECK(all.shown(all.cheap).at("amendment.state") == "rejected");
        CHECK(all.shown(all.cheap).at("amendment.decided.lost_to.id") == all.dear);
    }
    SECTION("chosen") {
        REQUIRE(all.settle(R"("svært billig")").status == 200);
        REQUIRE(all.make_version().number("adopted") == 2);
        CHECK(all.shown(very).at("amendment.decided.changed") == "false");
        CHECK(all.shown(all.cheap).at("amendment.state") == "adopted");
        CHECK(all.shown(all.cheap).at("amendment.decided.changed") == "true");
    }
}

TEST_CASE("What a meeting adopted is not left out by hand") {
    Settled all;
    REQUIRE(all.decide(all.cheap, "open").status == 200);
    const auto voted =
        all.party.world.signed_in(all.party.editor)
            .post(all.place + "/voting-list/results",
                  R"({"version":1,"expected":"open","result":"adopted","falls":[],"amendment":)" + all.cheap + "}");
    INFO(voted.body);
    REQUIRE(voted.status == 200);
    REQUIRE(all.room().at("open_disputes") == "1");
    REQUIRE(all.settle(R"("dyr")").status == 200);
    const auto refused = all.make_version();
    CHECK(refused.code() == "merge.voted_left_out");
    CHECK(refused.at("problem.facts.numbers") == "1");
    CHECK(all.shown(all.cheap).at("amendment.state") == "submitted");
}

TEST_CASE("What was written by hand counts for those it was written for, and for no others") {
    Settled all;
    REQUIRE(all.settle(R"("billig og dyr")").status == 200);
    REQUIRE(all.is_settled());
    SECTION("one of them is left: its words are not in the text, and nothing is settled any more") {
        REQUIRE(all.decide(all.dear, "leave").status == 200);
        CHECK(all.room().size("hand_texts") == 0);
        CHECK(all.room().body.find("billig og dyr") == std::string::npos);
    }
    SECTION("one of them is withdrawn") {
        REQUIRE(
            all.party.world.signed_in(all.party.second).post("/api/amendments/" + all.dear + "/withdrawal").status ==
            200);
        CHECK(all.room().size("hand_texts") == 0);
        CHECK(all.room().body.find("billig og dyr") == std::string::npos);
        REQUIRE(all.make_version().status == 201);
        CHECK(all.source(2).find("billig ferge") != std::string::npos);
        CHECK(all.shown(all.cheap).at("amendment.decided.changed") == "false");
    }
    SECTION("one of them is rejected alone") {
        REQUIRE(all.party.world.signed_in(all.party.editor)
                    .post("/api/amendments/" + all.dear + "/rejection", R"({"reason":"Nei."})")
                    .status == 200);
        CHECK(all.room().size("hand_texts") == 0);
    }
    SECTION("decided back as they were it counts again") {
        REQUIRE(all.decide(all.dear, "open").status == 200);
        CHECK_FALSE(all.is_settled());
        REQUIRE(all.decide(all.dear, "take").status == 200);
        CHECK(all.is_settled());
    }
    SECTION("a third who comes into it is heard before it is settled, and it can be written anew") {
        const auto free = all.submitted(all.party.member, "b2", "Vi vil ha fri ferge. Maten er god.");
        REQUIRE(all.decide(free, "take").status == 200);
        CHECK(all.room().at("open_disputes") == "1");
        CHECK(all.settle(R"("fri")").status == 200);
        CHECK(all.is_settled());
    }
    SECTION("a third who widens the dispute opens it, and what is written for all of it counts") {
        const auto boat = all.submitted(all.party.member, "b2", "Vi vil ha gratis båt. Maten er god.");
        REQUIRE(all.decide(boat, "take").status == 200);
        CHECK(all.room().at("open_disputes") == "1");
        CHECK(all.settle(R"("rimelig båt")").status == 200);
        CHECK(all.is_settled());
    }
    SECTION("a decision on another passage leaves it as it is") {
        const auto road = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
        REQUIRE(all.decide(road, "take").status == 200);
        CHECK(all.is_settled());
    }
}

TEST_CASE("Of an amended one something stands where one of those that amend it does") {
    Settled all;
    std::vector<std::string> amending;
    for (const char* words :
         {"Vi vil ha svært billig ferge. Maten er god.", "Vi vil ha nokså billig ferge. Maten er god."}) {
        const auto made = all.party.world.signed_in(all.party.second)
                              .post(all.place + "/amendments",
                                    R"({"version":1,"reason":"Fordi.","amends":)" + all.cheap +
                                        R"(,"changes":[{"block":"b2","markdown":)" + quoted(words) + "}]}");
        INFO(made.body);
        amending.push_back(made.at("amendment.id"));
        REQUIRE(all.party.world.signed_in(all.party.second)
                    .post("/api/amendments/" + amending.back() + "/submission")
                    .status == 200);
        REQUIRE(all.decide(amending.back(), "take").status == 200);
    }
    REQUIRE(all.settle(R"("nokså billig")").status == 200);
    REQUIRE(all.make_version().status == 201);
    CHECK(all.shown(amending[0]).at("amendment.state") == "rejected");
    CHECK(all.shown(amending[1]).at("amendment.state") == "adopted");
    CHECK(all.shown(all.cheap).at("amendment.state") == "adopted");
    CHECK(all.shown(all.cheap).at("amendment.decided.changed") == "true");
}

TEST_CASE("No version is made of another text than its maker saw, though nobody decided anything in between") {
    Settled all;
    REQUIRE(all.settle(R"("dyr")").status == 200);
    const auto seen = all.room();
    REQUIRE(all.party.world.signed_in(all.party.second).post("/api/amendments/" + all.dear + "/withdrawal").status ==
            200);
    const auto make = [&](const std::string& result) {
        return all.party.world.signed_in(all.party.editor)
            .post(all.place + "/merge/version",
                  R"({"version":1,"seen":)" + seen.at("entries") + R"(,"result":")" + result + "\"}");
    };
    CHECK(make(seen.at("result")).code() == "merge.result_meanwhile");
    CHECK(make(all.room().at("result")).status == 201);
}

TEST_CASE("Nobody is taken to have seen a text by hand that never was") {
    Settled all;
    CHECK(all.settle(R"("dyr")", "7").field() == "expected");
}

TEST_CASE("What was adopted in words written by hand is sent on in those words") {
    Settled all;
    REQUIRE(all.settle(R"("rimelig")").status == 200);
    REQUIRE(all.make_version().status == 201);
    const auto process = all.party.process("public", "amending", true);
    const auto other =
        all.party.document(process, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg bedre vei.\n\n- tog\n");
    const auto sent = all.party.world.signed_in(all.party.editor)
                          .post("/api/amendments/" + all.cheap + "/forwarding", R"({"document":)" + other + "}");
    INFO(sent.body);
    REQUIRE(sent.status == 201);
    CHECK(sent.at("amendment.kind") == "text");
    CHECK(sent.body.find("rimelig") != std::string::npos);
    CHECK(sent.body.find("\"billig\"") == std::string::npos);
}

TEST_CASE("What a meeting adopted is not reworded for the sake of one on which it did not vote") {
    testing::VotingMeeting all;
    REQUIRE(all.enter(all.cheap, "adopted", R"(,"falls":[])").status == 200);
    REQUIRE(all.decide(all.gone, "take").status == 200);
    REQUIRE(all.settle(R"("Vi vil ha svindyr ferge. ")").status == 200);
    CHECK(all.make_version().code() == "merge.voted_left_out");
    REQUIRE(all.decide(all.gone, "leave", 1, "take").status == 200);
    CHECK(all.make_version().status == 201);
    CHECK(all.source(2).find("billig ferge") != std::string::npos);
}

TEST_CASE("A paragraph that two move to two places is settled by editors, and stands once") {
    Meeting all;
    const auto move = [&](AccountId who, const std::string& after) {
        const auto id = all.draft(who, R"({"move":"b3","after":")" + after + "\"}").at("amendment.id");
        REQUIRE(all.party.world.signed_in(who).post("/api/amendments/" + id + "/submission").status == 200);
        return id;
    };
    const auto up = move(all.party.member, "b1");
    const auto down = move(all.party.second, "b4");
    CHECK(
        all.party.world.browser().get(all.place + "/amendments/clusters").at("neighbours." + up + ".colliding.0.id") ==
        down);
    REQUIRE(all.decide(up + "," + down, "take").status == 200);
    CHECK(all.room().at("open_disputes") == "2");
    REQUIRE(all.decide(down, "leave", 1, "take").status == 200);
    REQUIRE(all.make_version().status == 201);
    CHECK(all.source(2) == "# Mål\n\nOg bedre vei.\n\nVi vil ha gratis ferge. Maten er god.\n\n- tog\n");
}

TEST_CASE("A paragraph that one moves and a version has moved elsewhere waits for its sponsor") {
    Meeting all;
    const auto id = all.draft(all.party.member, R"({"move":"b3","after":"b1"})").at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + id + "/submission").status == 200);
    REQUIRE(all.party.save(all.document, 1, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\n- tog\n\nOg god vei.\n")
                .status == 201);
    CHECK(all.shown(id).at("amendment.carried") == "needs_sponsor");
}
