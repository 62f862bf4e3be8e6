// A unit's amendment is the unit's: whoever may speak for it acts as its sponsor, and who has ceased to may not.
#include <catch2/catch_test_macros.hpp>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Meeting;

namespace {

// An amendment of the unit, written by its editor, who then is none any more; another one speaks for it now.
struct Unit {
    Meeting all;
    std::string id;
    AccountId former = all.party.editor, now = all.party.second;

    Unit() {
        const auto unit = std::to_string(all.party.unit.value);
        const auto made =
            all.draft(former, R"({"block":"b3","markdown":"Og mye bedre vei."})", R"(,"sponsor_unit":)" + unit);
        INFO(made.body);
        REQUIRE(made.status == 201);
        id = made.at("amendment.id");
    }
    void submit() { REQUIRE(act(former, "submission").status == 200); }
    void change_officers() {
        auto& database = all.party.world.database;
        database.sql("update standings set role = 'member' where account_id = " + std::to_string(former.value));
        all.party.world.standing(now, all.party.unit, "editor");
    }
    testing::Answer act(AccountId who, const std::string& what, const std::string& body = "{}") {
        auto browser = all.party.world.signed_in(who);
        return what == "support" ? browser.put("/api/amendments/" + id + "/support")
                                 : browser.post("/api/amendments/" + id + "/" + what, body);
    }
    std::string mine(AccountId who) { return all.party.world.signed_in(who).get("/api/me/amendments").body; }
};

}  // namespace

TEST_CASE("Who speaks for a unit now withdraws the unit's amendment, and who did before may not") {
    Unit of;
    of.submit();
    of.change_officers();
    CHECK(of.act(of.former, "withdrawal").code() == "amendment.not_yours");
    CHECK(of.act(of.all.party.member, "withdrawal").code() == "amendment.not_yours");
    CHECK(of.act(of.now, "withdrawal").status == 200);
    CHECK(of.all.shown(of.id).at("amendment.state") == "withdrawn");
}

TEST_CASE("Who speaks for a unit now finds the unit's amendments among their own, and answers for them") {
    Unit of;
    of.submit();
    of.change_officers();
    const auto entry = "{\"id\":" + of.id + ",";
    CHECK(of.mine(of.now).find(entry) != std::string::npos);
    CHECK(of.mine(of.former).find(entry) == std::string::npos);
    REQUIRE(
        of.all.party.world.signed_in(of.now)
            .post(
                of.all.place + "/versions",
                R"({"base":1,"markdown":"# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg raskere vei.\n\n- tog\n","note":""})")
            .status == 201);
    CHECK(of.all.shown(of.id).at("amendment.carried") == "needs_sponsor");
    const std::string words = R"({"version":2,"changes":[{"block":"b3","markdown":"Dette sier en alene."}]})";
    CHECK(of.act(of.former, "rewording", words).code() == "amendment.not_yours");
    CHECK(of.act(of.former, "answer", R"({"version":2,"answer":"objected"})").code() == "amendment.not_yours");
    CHECK(of.act(of.now, "rewording", R"({"version":2,"changes":[{"block":"b3","markdown":"Og enda bedre vei."}]})")
              .status == 200);
}

TEST_CASE("A draft for a unit is its writer's alone, and is not sent once the writer has ceased to speak for it") {
    Unit of;
    of.change_officers();
    CHECK(of.act(of.now, "submission").status == 404);
    CHECK(of.act(of.former, "submission").code() == "unit.not_yours");
    CHECK(of.mine(of.former).find("{\"id\":" + of.id + ",") != std::string::npos);
    CHECK(of.mine(of.now).find("{\"id\":" + of.id + ",") == std::string::npos);
}

TEST_CASE("Nobody supports what they sponsor for a unit") {
    Unit of;
    of.submit();
    CHECK(of.act(of.former, "support").code() == "amendment.own");
    of.change_officers();
    CHECK(of.act(of.now, "support").code() == "amendment.own");
    CHECK(of.act(of.former, "support").status == 200);
}
