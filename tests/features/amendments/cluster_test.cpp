// Amendments to one passage are read together.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Meeting;

TEST_CASE("Of each amendment a reader learns which others say the same or want the same words otherwise") {
    Meeting all;
    const auto cheap = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto dear = all.submitted(all.party.second, "b2", "Vi vil ha dyr ferge. Maten er god.");
    const auto again = all.submitted(all.party.moderator, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto apart = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    all.draft(all.party.member, R"({"block":"b2","markdown":"Vi vil ha billig ferge. Maten er god."})");
    const auto found = all.party.world.browser().get(all.place + "/amendments/clusters");
    CHECK(found.at("neighbours." + cheap + ".same.0.id") == again);
    CHECK(found.size("neighbours." + cheap + ".same") == 1);
    CHECK(found.at("neighbours." + cheap + ".colliding.0.id") == dear);
    CHECK(found.at("neighbours." + apart).empty());
    CHECK(found.size("clusters") == 1);
    CHECK(found.at("clusters.0.count") == "3");
}

TEST_CASE("What was decided or withdrawn is nobody's neighbour any more") {
    Meeting all;
    const auto kept = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto gone = all.submitted(all.party.second, "b2", "Vi vil ha dyr ferge. Maten er god.");
    REQUIRE(all.party.world.signed_in(all.party.second).post("/api/amendments/" + gone + "/withdrawal").status == 200);
    CHECK(all.party.world.browser().get(all.place + "/amendments/clusters").at("neighbours." + kept).empty());
}
