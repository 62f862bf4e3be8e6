// Amendments to one passage are read together.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Meeting;
using samrad::testing::quoted;

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

TEST_CASE("Of two that are much alike a reader learns too that only one of them can be taken") {
    Meeting all;
    const auto first = all.submitted(all.party.member, "b3", "Og mye bedre vei i alle fylker og kommuner.");
    const auto second = all.submitted(all.party.second, "b3", "Og svært mye bedre vei i alle fylker og kommuner.");
    const auto found = all.party.world.browser().get(all.place + "/amendments/clusters");
    CHECK(found.at("neighbours." + first + ".similar.0.id") == second);
    CHECK(found.at("neighbours." + first + ".colliding.0.id") == second);
}

TEST_CASE("What amends another is not told as its neighbour") {
    Meeting all;
    const auto amended = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto made = all.party.world.signed_in(all.party.second)
                          .post(all.place + "/amendments",
                                R"({"version":1,"amends":)" + amended + R"(,"changes":[{"block":"b2","markdown":)" +
                                    quoted("Vi vil ha svært billig ferge. Maten er god.") + "}]}");
    INFO(made.body);
    const auto id = made.at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.second).post("/api/amendments/" + id + "/submission").status == 200);
    const auto found = all.party.world.browser().get(all.place + "/amendments/clusters");
    CHECK(found.at("neighbours." + amended).empty());
    CHECK(found.at("neighbours." + id).empty());
}

TEST_CASE("What was decided or withdrawn is nobody's neighbour any more") {
    Meeting all;
    const auto kept = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto gone = all.submitted(all.party.second, "b2", "Vi vil ha dyr ferge. Maten er god.");
    REQUIRE(all.party.world.signed_in(all.party.second).post("/api/amendments/" + gone + "/withdrawal").status == 200);
    CHECK(all.party.world.browser().get(all.place + "/amendments/clusters").at("neighbours." + kept).empty());
}
