// A body's wording, and a draft that is begun on an older version, where the text has been corrected since.
#include "features/amendments/voting_meeting.hpp"

using namespace samrad;
using samrad::testing::VotingMeeting;

namespace {

struct Corrected : VotingMeeting {
    // "bedre" was misspelt all along, as the editors find.
    void correct() {
        const auto saved = party.world.signed_in(party.editor)
                               .post(place + "/versions",
                                     R"({"base":1,"correction":true,"markdown":"# Mål\n\nVi vil ha gratis ferge. )"
                                     R"(Maten er god.\n\nOg bedere vei.\n\n- tog\n"})");
        INFO(saved.body);
        REQUIRE(saved.status == 201);
    }
};

}  // namespace

TEST_CASE("A body's wording is carried over a correction of its very words, as the amendment itself is") {
    Corrected all;
    all.recommend(all.road, R"("verdict":"adopt_changed","changes":[{"block":"b3","markdown":"Og god vei."}])");
    REQUIRE(all.enter(all.road, "adopted_changed").status == 200);
    all.correct();
    REQUIRE(all.make_version(2).status == 201);
    CHECK(all.source(3) == "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg god vei.\n\n- tog\n");
}

TEST_CASE("A draft that was begun before a correction of its very words is carried over it too") {
    Corrected all;
    all.correct();
    const auto made = all.draft(all.party.second, R"({"block":"b3","markdown":"Og god vei."})");
    CHECK(made.at("amendment.carried") == "clean");
    CHECK(made.number("amendment.difference_version") == 1);  // a draft is shown as it was written
}
