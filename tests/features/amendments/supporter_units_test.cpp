// A process that asks for supporters out of certain units or organisations, or out of several.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;

namespace {

struct Units : Meeting {
    UnitId first = party.world.unit("Lokallag én", party.unit);
    UnitId club = party.world.unit("Klubben", party.other, "branch");
    std::string id = submitted(party.member, "b3", "Og mye bedre vei.");

    std::string number(UnitId unit) { return std::to_string(unit.value); }
    Answer rule(const std::string& amendments) {
        return party.world.signed_in(party.editor)
            .patch("/api/processes/" + process, R"({"amendments":{)" + amendments + "}}");
    }
    // Somebody with these standings supports the amendment.
    Answer support(const std::vector<UnitId>& units) {
        const auto who = party.world.person("Noen");
        for (const auto unit : units) party.world.standing(who, unit, "member");
        const auto answer = party.world.signed_in(who).put("/api/amendments/" + id + "/support");
        INFO(answer.body);
        CHECK(answer.status == 200);
        return answer;
    }
};

}  // namespace

TEST_CASE("Support counts from the units that the process names and from those below them, and from no others") {
    Units all;
    REQUIRE(all.rule(R"("supporters_needed":2,"supporters_from":"units","supporters_units":[)" +
                     all.number(all.party.branch) + "]")
                .status == 200);
    const auto below = all.party.world.unit("Underlag", all.party.branch);
    CHECK(all.support({all.first}).number("supporters_missing") == 2);
    CHECK(all.support({all.party.branch}).number("supporters_missing") == 1);
    CHECK(all.support({below, all.first}).number("supporters_missing") == 0);
    CHECK(all.shown(all.id).number("amendment.supports") == 3);
    CHECK(all.decide(all.id, "take").status == 200);
}

TEST_CASE("The support of an affiliated organisation's people counts where the process names it") {
    Units all;
    REQUIRE(all.rule(R"("supporters_needed":1,"supporters_from":"units","supporters_units":[)" +
                     all.number(all.party.other) + R"(],"participants":true)")
                .status == 200);
    CHECK(all.support({all.party.branch}).number("supporters_missing") == 1);
    CHECK(all.decide(all.id, "take").code() == "amendment.needs_supporters");
    CHECK(all.support({all.club}).number("supporters_missing") == 0);
    CHECK(all.decide(all.id, "take").status == 200);
}

TEST_CASE("Supporters of several units are asked for, and nobody is several units by themselves") {
    Units all;
    REQUIRE(all.rule(R"("supporter_units_needed":2)").status == 200);
    CHECK(all.shown(all.id).number("amendment.supporter_units_missing") == 2);
    CHECK(all.support({all.party.branch, all.first}).number("supporter_units_missing") == 1);
    CHECK(all.support({all.party.branch}).number("supporter_units_missing") == 1);
    const auto refused = all.decide(all.id, "take");
    CHECK(refused.status == 409);
    CHECK(refused.code() == "amendment.needs_units");
    CHECK(refused.at("problem.facts.missing") == "1");
    CHECK(all.support({all.first}).number("supporter_units_missing") == 0);
    CHECK(all.decide(all.id, "take").status == 200);
}

TEST_CASE("What a supporter was when they supported counts, whatever they become") {
    Units all;
    const auto who = all.party.world.person("Flytter");
    const auto standing = all.party.world.standing(who, all.party.branch, "member");
    REQUIRE(all.rule(R"("supporter_units_needed":1)").status == 200);
    CHECK(all.party.world.signed_in(who).put("/api/amendments/" + all.id + "/support").status == 200);
    all.party.world.database.value("update standings set ends_at = now() where id = " + std::to_string(standing.value) +
                                   " returning id");
    CHECK(all.shown(all.id).number("amendment.supporter_units_missing") == 0);
}

TEST_CASE("Before it is sent its writer is told whose support it will need") {
    Units all;
    const auto ask = [&](const std::string& more = "") {
        return all.party.world.signed_in(all.party.member)
            .post(all.place + "/amendments/preview",
                  R"({"version":1,"changes":[{"block":"b3","markdown":"Og vei."}])" + more + "}");
    };
    CHECK(ask().at("needs") == "null");
    REQUIRE(
        all.rule(R"("supporters_needed":3,"supporters_from":"units","supporter_units_needed":2,"supporters_units":[)" +
                 all.number(all.party.branch) + "]")
            .status == 200);
    const auto told = ask();
    CHECK(told.number("needs.supporters") == 3);
    CHECK(told.at("needs.from") == "units");
    CHECK(told.at("needs.units.0") == "Lokallaget");
    CHECK(told.number("needs.different_units") == 2);
}

TEST_CASE("Rules that name no unit, one that is not there, or too many are refused, and others clear the names") {
    Units all;
    CHECK(all.rule(R"("supporters_from":"units")").code() == "process.supporters_units_missing");
    CHECK(all.rule(R"("supporters_from":"units","supporters_units":[])").code() == "process.supporters_units_missing");
    CHECK(all.rule(R"("supporters_from":"units","supporters_units":[987654])").code() == "input.not_a_choice");
    CHECK(all.rule(R"("supporters_from":"units","supporters_units":["x"])").status == 422);
    CHECK(all.rule(R"("supporters_from":"flertall")").status == 422);
    for (const auto* number : {"-1", "1001", "1.5", "\"2\"", "null_"}) {
        INFO(number);
        CHECK(all.rule(R"("supporter_units_needed":)" + std::string(number)).status >= 400);
    }
    const auto one = all.number(all.party.branch);
    CHECK(all.rule(R"("supporters_from":"units","supporters_units":[)" + one + "," + one + "]").code() ==
          "input.not_a_choice");
    REQUIRE(all.rule(R"("supporters_from":"units","supporters_units":[)" + one + "]").status == 200);
    CHECK(all.rule(R"("supporters_from":"members")").size("amendments.supporters_units") == 0);
    CHECK(all.party.world.signed_in(all.party.member)
              .patch("/api/processes/" + all.process, R"({"amendments":{"supporter_units_needed":0}})")
              .status == 403);
}
