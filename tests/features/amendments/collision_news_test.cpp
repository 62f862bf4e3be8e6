// A later amendment collides with one that is before the committee: its sponsors are told where they see what waits.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

struct Met : Meeting {
    std::string cheap = submitted(party.member, "b2", "Vi vil ha billig ferge. Maten er god.");

    Answer mine(AccountId who) { return party.world.signed_in(who).get("/api/me/amendments"); }
    // The numbers of those that came to collide with it.
    std::string news(AccountId who, const std::string& id) {
        const auto told = mine(who);
        std::string numbers;
        for (std::size_t i = 0; i < told.size("collided." + id + ".later"); ++i) {
            numbers += " " + told.at("collided." + id + ".later." + std::to_string(i) + ".number");
        }
        return numbers;
    }
    bool waits(AccountId who) {
        return party.world.signed_in(who).get("/api/processes/" + process).body.find(R"("collision")") !=
               std::string::npos;
    }
    void looks(AccountId who) { REQUIRE(party.world.signed_in(who).put("/api/me/amendments/seen").status == 204); }
};

}  // namespace

TEST_CASE("Sponsors are told of a later amendment that collides with theirs until they have looked, and once") {
    Met all;
    const auto [member, second] = std::pair(all.party.member, all.party.second);
    CHECK_FALSE(all.waits(member));
    const auto road = all.submitted(second, "b3", "Og mye bedre vei.");
    CHECK_FALSE(all.waits(member));
    const auto dear = all.submitted(second, "b2", "Vi vil ha dyr ferge. Maten er god.");
    CHECK(all.waits(member));
    CHECK(all.news(member, all.cheap) == " 3");
    // Whoever came later saw it before it was sent.
    CHECK_FALSE(all.waits(second));
    CHECK(all.news(second, dear).empty());
    all.looks(member);
    CHECK_FALSE(all.waits(member));
    CHECK(all.news(member, all.cheap).empty());
    all.submitted(second, "b2", "Vi vil ha fri ferge. Maten er god.");
    CHECK(all.news(member, all.cheap) == " 4");
    CHECK(all.news(second, dear).empty());  // one's own is no news
}

TEST_CASE("Co-sponsors are told too, each until they have looked themselves") {
    Met all;
    const auto [member, second, editor] = std::tuple(all.party.member, all.party.second, all.party.editor);
    REQUIRE(all.party.world.signed_in(second).put("/api/amendments/" + all.cheap + "/sponsorship").status == 200);
    all.submitted(editor, "b2", "Vi vil ha dyr ferge. Maten er god.");
    CHECK(all.waits(second));
    all.looks(member);
    CHECK(all.news(second, all.cheap) == " 2");
    CHECK_FALSE(all.waits(member));
}

TEST_CASE("A draft is told to nobody, and what is withdrawn collides with nobody any more") {
    Met all;
    const auto [member, second] = std::pair(all.party.member, all.party.second);
    REQUIRE(all.draft(second, R"({"block":"b2","markdown":"Vi vil ha dyr ferge. Maten er god."})").status == 201);
    CHECK_FALSE(all.waits(member));
    const auto dear = all.submitted(second, "b2", "Vi vil ha dyr ferge. Maten er god.");
    REQUIRE(all.waits(member));
    auto browser = all.party.world.signed_in(second);
    REQUIRE(browser.post("/api/amendments/" + dear + "/withdrawal").status == 200);
    CHECK_FALSE(all.waits(member));
    SECTION("until somebody takes it over, who is told of what came in between") {
        const auto free = all.submitted(member, "b2", "Vi vil ha fri ferge. Maten er god.");
        REQUIRE(all.party.world.signed_in(all.party.editor).post("/api/amendments/" + dear + "/takeover").status ==
                200);
        CHECK(all.news(member, all.cheap) == " 2");
        CHECK(all.news(member, free) == " 2");
    }
}

TEST_CASE("One that was said anew and collides in its new words is news to those who have looked") {
    Met all;
    const auto [member, second] = std::pair(all.party.member, all.party.second);
    const auto road = all.submitted(second, "b3", "Og mye bedre vei.");
    REQUIRE(
        all.party.save(all.document, 1, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg en trygg vei.\n\n- tog\n")
            .status == 201);
    CHECK_FALSE(all.waits(member));
    const auto reworded = all.party.world.signed_in(second).post(
        "/api/amendments/" + road + "/rewording",
        R"({"version":2,"changes":[{"block":"b2","markdown":"Vi vil ha dyr ferge. Maten er god."}]})");
    INFO(reworded.body);
    REQUIRE(reworded.status == 200);
    CHECK(all.news(member, all.cheap) == " 2");
}

TEST_CASE("Of many that come in one evening a sponsor is told at one place, and of twenty at a time by number") {
    Met all;
    std::string rows = "gammel tekst;ny tekst\n";
    for (int i = 0; i < 30; ++i) rows += "gratis;pris " + std::to_string(i) + "\n";
    const auto brought =
        all.party.world.signed_in(all.party.editor)
            .post(all.place + "/amendments/import",
                  R"({"version":1,"unit":)" + std::to_string(all.party.unit.value) + R"(,"csv":)" + quoted(rows) + "}");
    INFO(brought.body);
    REQUIRE(brought.status == 201);
    CHECK(all.waits(all.party.member));
    CHECK(all.mine(all.party.member).size("collided." + all.cheap + ".later") == 20);
    all.looks(all.party.member);
    CHECK(all.mine(all.party.member).size("collided." + all.cheap + ".later") == 10);  // none goes unsaid
    all.looks(all.party.member);
    CHECK_FALSE(all.waits(all.party.member));
    CHECK(all.party.world.database.value("select count(*) from outbox") == "0");
}

TEST_CASE("One that amends another is meant by it, and is no collision to its sponsor") {
    Met all;
    const auto made =
        all.party.world.signed_in(all.party.second)
            .post(all.place + "/amendments", R"({"version":1,"reason":"Fordi.","amends":)" + all.cheap +
                                                 R"(,"changes":[{"block":"b2","markdown":)" +
                                                 quoted("Vi vil ha svært billig ferge. Maten er god.") + "}]}");
    REQUIRE(made.status == 201);
    REQUIRE(all.party.world.signed_in(all.party.second)
                .post("/api/amendments/" + made.at("amendment.id") + "/submission")
                .status == 200);
    CHECK_FALSE(all.waits(all.party.member));
}
