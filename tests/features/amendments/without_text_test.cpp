// What was voted or taken is in the version that is made, or there is no version.
#include <catch2/generators/catch_generators.hpp>

#include "features/amendments/voting_meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::VotingMeeting;

namespace {

struct Voted : VotingMeeting {
    Answer room() { return party.world.signed_in(party.editor).get(place + "/merge"); }
    void save(int base, const std::string& road, const std::string& item = "tog") {
        const auto saved = party.save(
            document, base, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\n" + road + "\n\n- " + item + "\n");
        INFO(saved.body);
        REQUIRE(saved.status == 201);
    }
    Answer take_back(const std::string& id, int version) {
        return party.world.signed_in(party.editor)
            .post(place + "/voting-list/results", R"({"version":)" + std::to_string(version) + R"(,"amendment":)" + id +
                                                      R"(,"expected":"adopted","result":"open"})");
    }
};

}  // namespace

TEST_CASE("No version is made without what the meeting adopted, where a save in between took its words away") {
    Voted all;
    REQUIRE(all.enter(all.road, "adopted").status == 200);
    all.save(1, "Og raskere vei.");
    REQUIRE(all.decide(all.cheap, "take", 2).status == 200);
    CHECK(all.room().at("without_text.0.id") == all.road);
    CHECK(all.room().at("without_text.0.number") == "3");
    const auto refused = all.make_version(2);
    CHECK(refused.status == 409);
    CHECK(refused.code() == "merge.taken_without_text");
    CHECK(refused.at("problem.facts.numbers") == "3");
    CHECK(refused.at("problem.facts.count") == "1");
    CHECK(all.shown(all.road).at("amendment.voted") == "adopted");
    REQUIRE(all.take_back(all.road, 2).status == 200);
    CHECK(all.room().size("without_text") == 0);
    CHECK(all.make_version(2).status == 201);
}

TEST_CASE("What the text says already, and a principle, stand in no version's way") {
    Voted all;
    REQUIRE(all.enter(all.road, "adopted").status == 200);
    REQUIRE(all.enter(all.principle, "adopted").status == 200);
    all.save(1, "Og mye bedre vei.");
    CHECK(all.shown(all.road).at("amendment.carried") == "moot");
    REQUIRE(all.decide(all.cheap, "take", 2).status == 200);
    CHECK(all.room().size("without_text") == 0);
    CHECK(all.make_version(2).status == 201);
}

TEST_CASE("An amendment that a colleague took, and to which its sponsor then objects, is not left out in silence") {
    Voted all;
    all.save(1, "Og bedre vei.", "bane");
    REQUIRE(all.decide(all.cheap + "," + all.road, "take", 2).status == 200);
    REQUIRE(all.party.world.signed_in(all.party.member)
                .post("/api/amendments/" + all.road + "/answer", R"({"version":2,"answer":"objected"})")
                .status == 200);
    CHECK(all.make_version(2).code() == "merge.taken_without_text");
    REQUIRE(all.decide(all.road, "open", 2).status == 200);
    CHECK(all.make_version(2).status == 201);
}

TEST_CASE("An amendment is not taken in its own words where the meeting adopted another to it that needs its sponsor") {
    Voted all;
    const auto made = all.draft(all.party.second,
                                R"({"block":"b3","markdown":"Og mye bedre vei."},{"block":"b4","markdown":"- bane"})",
                                R"(,"amends":)" + all.road);
    INFO(made.body);
    REQUIRE(made.status == 201);
    const auto to_it = made.at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.second).post("/api/amendments/" + to_it + "/submission").status == 200);
    REQUIRE(all.enter(to_it, "adopted").status == 200);
    REQUIRE(all.enter(all.road, "adopted").status == 200);
    all.save(1, "Og bedre vei.", "buss");
    REQUIRE(all.shown(all.road).at("amendment.carried") == "clean");
    REQUIRE(all.shown(to_it).at("amendment.carried") == "needs_sponsor");
    CHECK(all.room().at("without_text.0.id") == to_it);
    CHECK(all.make_version(2).code() == "merge.taken_without_text");
}

TEST_CASE("A body's wording that was taken and has no place in the next version holds that up, unless it is there") {
    Voted all;
    all.recommend(all.road, R"("verdict":"adopt_changed","changes":[{"block":"b4","markdown":"- bane"}])");
    REQUIRE(all.enter(all.road, "adopted_changed").status == 200);
    const bool is_there = GENERATE(false, true);
    all.save(1, "Og bedre vei.", is_there ? "bane" : "buss");
    REQUIRE(all.decide(all.cheap, "take", 2).status == 200);
    CHECK(all.room().size("without_text") == (is_there ? 0 : 1));
    CHECK(all.make_version(2).status == (is_there ? 201 : 409));
}

TEST_CASE("No version is made without what the meeting adopted, where a save in between took its whole passage away") {
    Voted all;
    REQUIRE(all.enter(all.road, "adopted").status == 200);
    REQUIRE(all.party.save(all.document, 1, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\n- tog\n").status == 201);
    CHECK(all.shown(all.road).at("amendment.carried") == "moot");
    REQUIRE(all.decide(all.cheap, "take", 2).status == 200);
    CHECK(all.room().at("without_text.0.id") == all.road);
    CHECK(all.make_version(2).code() == "merge.taken_without_text");
    REQUIRE(all.take_back(all.road, 2).status == 200);
    CHECK(all.make_version(2).status == 201);
}

TEST_CASE(
    "One that amends another is not done with the other's words: its sponsor is asked, and no version is made past "
    "it") {
    Voted all;
    const auto made =
        all.draft(all.party.second, R"({"block":"b3","markdown":"Og mye tryggere vei."})", R"(,"amends":)" + all.road);
    REQUIRE(made.status == 201);
    const auto to_it = made.at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.second).post("/api/amendments/" + to_it + "/submission").status == 200);
    REQUIRE(all.enter(to_it, "adopted").status == 200);
    REQUIRE(all.enter(all.road, "adopted").status == 200);
    all.save(1, "Og mye bedre vei.");
    CHECK(all.shown(all.road).at("amendment.carried") == "moot");
    CHECK(all.shown(to_it).at("amendment.carried") == "needs_sponsor");
    REQUIRE(all.decide(all.cheap, "take", 2).status == 200);
    CHECK(all.make_version(2).code() == "merge.taken_without_text");
}
