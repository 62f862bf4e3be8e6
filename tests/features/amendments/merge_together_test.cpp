// Several editors in one merge room: nobody's decision is replaced by somebody who has not seen it.
#include <atomic>
#include <thread>
#include <vector>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;

namespace {

struct Together : Meeting {
    std::string road = submitted(party.second, "b3", "Og mye bedre vei.");
    std::string ferry = submitted(party.member, "b2", "Vi vil ha billig ferge. Maten er god.");

    std::string dear = submitted(party.second, "b2", "Vi vil ha dyr ferge. Maten er god.");

    void take_what_collides() { REQUIRE(decide(ferry + "," + dear, "take").status == 200); }
    Answer make(const std::string& seen) {
        return party.world.signed_in(party.editor)
            .post(place + "/merge/version", R"({"version":1,"seen":)" + seen + "}");
    }
};

}  // namespace

TEST_CASE("A decision on what a colleague has decided since is refused, and says whose and of what") {
    Together all;
    REQUIRE(all.decide(all.road, "take", 1, "open").status == 200);
    REQUIRE(all.decide(all.road, "leave", 1, "take").status == 200);  // a colleague
    const auto undo = all.decide(all.road, "open", 1, "take");
    CHECK(undo.status == 409);
    CHECK(undo.code() == "merge.decided_meanwhile");
    CHECK(undo.at("problem.facts.by") == all.party.world.database.value("select name from accounts where id = " +
                                                                        std::to_string(all.party.editor.value)));
    CHECK(undo.at("problem.facts.number") == "1");
    CHECK(all.seen_of(all.road) == "leave");
    CHECK(all.decide(all.road, "open", 1, "leave").status == 200);
}

TEST_CASE("Of many that are decided at once either all are stored or none") {
    Together all;
    REQUIRE(all.decide(all.road, "leave").status == 200);
    CHECK(all.decide(all.ferry + "," + all.road, "take", 1, "open").code() == "merge.decided_meanwhile");
    CHECK(all.seen_of(all.ferry) == "open");
}

TEST_CASE("Nobody is taken to have seen a decision that never was") {
    Together all;
    const auto refused = all.decide(all.road, "leave", 1, "take");
    CHECK(refused.status == 422);
    CHECK(refused.field() == "expected");
}

TEST_CASE("Of two editors who decide on one amendment in the same moment exactly one is heard") {
    Together all;
    std::atomic<int> heard = 0;
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> editors;
        for (const char* decision : {"take", "leave"}) {
            editors.emplace_back([&, decision] {
                const auto answer = all.decide(all.road, decision, 1, "open");
                (answer.status == 200 ? heard : refused) += answer.status == 200 || answer.status == 409 ? 1 : 0;
            });
        }
    }
    CHECK(heard == 1);
    CHECK(refused == 1);
}

TEST_CASE("What is written by hand in one place replaces what its writer saw there, and nothing else") {
    Together all;
    all.take_what_collides();
    REQUIRE(all.settle(R"("rimelig")").status == 200);
    const auto number = all.room().at("hand_texts.0.number");
    const auto refused = all.settle(R"("dyr")");
    CHECK(refused.code() == "merge.text_meanwhile");
    CHECK_FALSE(refused.at("problem.facts.by").empty());
    CHECK(all.room().at("hand_texts.0.text") == "rimelig");
    REQUIRE(all.settle("null", number).status == 200);
    CHECK(all.settle("null", number).code() == "merge.text_meanwhile");  // it is gone already
    CHECK(all.settle(R"("dyr")").status == 200);
}

TEST_CASE("Nothing is written by hand where no amendments collide") {
    Together all;
    auto editor = all.party.world.signed_in(all.party.editor);
    const auto write = [&](const std::string& place) {
        return editor.post(all.place + "/merge/texts", R"({"version":1,"expected":0,"text":"svindyr",)" + place + "}");
    };
    CHECK(write(R"("from":0,"to":5)").code() == "merge.no_dispute");
    all.take_what_collides();
    CHECK(write(R"("from":0,"to":5)").code() == "merge.no_dispute");
    const auto dispute = all.room();
    CHECK(write(R"("from":0,"to":)" + dispute.at("disputes.0.to")).code() == "merge.no_dispute");
    CHECK(all.room().size("hand_texts") == 0);
}

TEST_CASE("No version is made over what a colleague has written by hand since") {
    Together all;
    all.take_what_collides();
    REQUIRE(all.settle(R"("rimelig")").status == 200);
    const auto now = all.room();
    REQUIRE(all.settle(R"("dyr")", now.at("hand_texts.0.number")).status == 200);
    CHECK(all.make(now.at("entries")).code() == "merge.changed_meanwhile");
    CHECK(all.make(all.room().at("entries")).status == 201);
}

TEST_CASE("What editors have decided and written stands when a colleague mends a typing error meanwhile") {
    Together all;
    all.take_what_collides();
    REQUIRE(all.settle(R"("rimelig")").status == 200);
    REQUIRE(all.decide(all.road, "leave").status == 200);
    SECTION("elsewhere") {
        REQUIRE(
            all.party.save(all.document, 1, "# Maal\n\nVi vil ha gratis ferge. Maten er god.\n\nOg god vei.\n\n- tog\n")
                .status == 201);
        const auto room = all.room();
        CHECK(room.number("decided") == 3);
        CHECK(room.at("open_disputes") == "0");
        CHECK(room.at("hand_texts.0.text") == "rimelig");
        REQUIRE(all.make_version(2).status == 201);
        CHECK(all.source(3).find("Vi vil ha rimelig ferge.") != std::string::npos);
        CHECK(all.shown(all.road).at("amendment.state") == "rejected");
    }
    SECTION("in the very words: then they are to be settled anew") {
        REQUIRE(
            all.party.save(all.document, 1, "# Mål\n\nVi vil ha grattis ferge. Maten er god.\n\nOg god vei.\n\n- tog\n")
                .status == 201);
        CHECK(all.room().number("decided") == 3);
        CHECK(all.room().size("hand_texts") == 0);
    }
}

TEST_CASE("Who was left is rejected in the words that were seen, or the version is refused") {
    Together all;
    REQUIRE(all.decide(all.road, "take").status == 200);
    REQUIRE(all.party.save(all.document, 1, "# Mål\n\nVi vil ha gratis båt. Maten er god.\n\nOg god vei.\n\n- tog\n")
                .status == 201);
    REQUIRE(all.shown(all.ferry).at("amendment.carried") == "needs_sponsor");
    REQUIRE(all.decide(all.ferry, "leave", 2).status == 200);
    const auto seen = all.room();
    REQUIRE(all.party.world.signed_in(all.party.member)
                .post("/api/amendments/" + all.ferry + "/rewording",
                      R"({"version":2,"changes":[{"block":"b2","markdown":"Vi vil ha billig båt. Maten er god."}]})")
                .status == 200);
    const auto made = all.party.world.signed_in(all.party.editor)
                          .post(all.place + "/merge/version", R"({"version":2,"seen":)" + seen.at("entries") +
                                                                  R"(,"result":")" + seen.at("result") + "\"}");
    CHECK(made.code() == "merge.result_meanwhile");
}

TEST_CASE("A version is made of what its maker saw, and not of what a colleague has decided since") {
    Together all;
    REQUIRE(all.decide(all.road, "take").status == 200);
    const auto seen = all.room().at("entries");
    SECTION("a decision") { REQUIRE(all.decide(all.ferry, "take").status == 200); }
    SECTION("a decision that was taken back again") {
        REQUIRE(all.decide(all.ferry, "take").status == 200);
        REQUIRE(all.decide(all.ferry, "open").status == 200);
    }
    const auto refused = all.make(seen);
    CHECK(refused.code() == "merge.changed_meanwhile");
    CHECK_FALSE(refused.at("problem.facts.by").empty());
    CHECK(all.make(all.room().at("entries")).status == 201);
}

TEST_CASE("Nobody has seen more of a room than there is") {
    Together all;
    REQUIRE(all.decide(all.road, "take").status == 200);
    CHECK(all.make("2").field() == "seen");
    CHECK(all.make("1").status == 201);
}
