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

    Answer write(const std::string& text, const std::string& expected) {
        return party.world.signed_in(party.editor)
            .post(place + "/merge/texts",
                  R"({"version":1,"from":0,"to":5,"expected":)" + expected + R"(,"text":)" + text + "}");
    }
    Answer room() { return party.world.signed_in(party.editor).get(place + "/merge"); }
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
    REQUIRE(all.write(R"("# Mat")", "0").status == 200);
    const auto number = all.room().at("hand_texts.0.number");
    const auto refused = all.write(R"("# Vei")", "0");
    CHECK(refused.code() == "merge.text_meanwhile");
    CHECK_FALSE(refused.at("problem.facts.by").empty());
    CHECK(all.room().at("hand_texts.0.text") == "# Mat");
    REQUIRE(all.write("null", number).status == 200);
    CHECK(all.write("null", number).code() == "merge.text_meanwhile");  // it is gone already
    CHECK(all.write(R"("# Vei")", "0").status == 200);
}

TEST_CASE("A version is made of what its maker saw, and not of what a colleague has decided since") {
    Together all;
    REQUIRE(all.decide(all.road, "take").status == 200);
    const auto seen = all.room().at("entries");
    SECTION("a decision") { REQUIRE(all.decide(all.ferry, "take").status == 200); }
    SECTION("a text by hand") { REQUIRE(all.write(R"("# Mat")", "0").status == 200); }
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
