// Many amendments are recommended on in one act, and nothing that a body has said is lost in it.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;

namespace {

struct Body : Meeting {
    std::string road = submitted(party.member, "b3", "Og mye bedre vei.");
    std::string ferry = submitted(party.second, "b2", "Vi vil ha billig ferge. Maten er god.");
    std::string food = submitted(party.member, "b2", "Vi vil ha gratis ferge. Maten er dårlig.");
    std::string all = road + "," + ferry + "," + food;
    UnitId committee = party.world.unit("Redaksjonskomiteen", party.unit, "committee");

    Body() { party.world.standing(party.editor, committee, "editor"); }
    Answer say(const std::string& ids, const std::string& verdict, const std::string& more = R"(,"publish":true)",
               UnitId unit = {}) {
        return party.world.signed_in(party.editor)
            .post(place + "/recommendations", R"({"unit":)" + std::to_string(unit ? unit.value : party.unit.value) +
                                                  R"(,"amendments":[)" + ids + R"(],"verdict":")" + verdict + "\"" +
                                                  more + "}");
    }
    Answer publish(const std::string& more = "") {
        return party.world.signed_in(party.editor)
            .post(place + "/recommendations/publication",
                  R"({"unit":)" + std::to_string(party.unit.value) + more + "}");
    }
    void chain(const std::vector<UnitId>& units) {
        std::string ids;
        for (const auto unit : units) ids += (ids.empty() ? "" : ",") + std::to_string(unit.value);
        REQUIRE(party.world.signed_in(party.editor)
                    .patch("/api/processes/" + process, R"({"amendments":{"chain":[)" + ids + "]}}")
                    .status == 200);
    }
    std::string verdict_on(const std::string& id) { return shown(id).at("amendment.recommendations.0.verdict"); }
    std::size_t listed(const std::string& filters) {
        return party.world.browser().get(place + "/amendments?" + filters).size("items");
    }
    void withdraw(const std::string& id, AccountId who) {
        REQUIRE(party.world.signed_in(who).post("/api/amendments/" + id + "/withdrawal").status == 200);
    }
};

}  // namespace

TEST_CASE("What a body has published is replaced by nobody who does not say to have seen it") {
    Body body;
    REQUIRE(body.say(body.road, "adopt").status == 201);
    REQUIRE(body.say(body.ferry, "reject").status == 201);
    const auto refused = body.say(body.all, "reject");
    CHECK(refused.status == 409);
    CHECK(refused.code() == "recommendation.replaces");
    CHECK(refused.at("problem.facts.count") == "2");
    CHECK(refused.at("problem.facts.turned") == "1");
    CHECK(refused.at("problem.facts.numbers") == "1, 2");
    CHECK(refused.at("problem.facts.amendments") == body.road + "," + body.ferry);
    CHECK(body.shown(body.food).size("amendment.recommendations") == 0);
    // Who has seen one of the two has not seen the other.
    CHECK(body.say(body.all, "reject", R"(,"publish":true,"replaces":)" + body.said_of(body.road))
              .at("problem.facts.numbers") == "2");
    const auto seen = R"(,"publish":true,"replaces":)" + body.said_of(body.all);
    REQUIRE(body.say(body.all, "reject", seen).status == 201);
    CHECK(body.verdict_on(body.road) == "reject");
    // What was seen then is not what stands now.
    CHECK(body.say(body.road, "adopt", seen).code() == "recommendation.replaces");
    CHECK(body.say(body.road, "adopt", R"(,"publish":true,"replaces":["x"])").status == 422);
}

TEST_CASE("What is kept for now replaces nothing, until it is published") {
    Body body;
    REQUIRE(body.say(body.road, "adopt").status == 201);
    REQUIRE(body.say(body.all, "reject", "").status == 201);
    CHECK(body.verdict_on(body.road) == "adopt");
    const auto kept = body.party.world.signed_in(body.party.editor)
                          .get(body.place + "/recommendations?unit=" + std::to_string(body.party.unit.value));
    CHECK(kept.at("items.0.replaces.verdict") == "adopt");
    CHECK("[" + kept.at("items.0.replaces.id") + "]" == body.said_of(body.road));
    CHECK(kept.at("items.1.replaces") == "null");
    const auto refused = body.publish();
    CHECK(refused.code() == "recommendation.replaces");
    CHECK(refused.at("problem.facts.numbers") == "1");
    CHECK(body.shown(body.food).size("amendment.recommendations") == 0);
    CHECK(body.publish(R"(,"replaces":)" + body.said_of(body.all)).number("published") == 3);
    CHECK(body.verdict_on(body.road) == "reject");
}

TEST_CASE("What another body says replaces nothing of a body's, and is not asked about") {
    Body body;
    REQUIRE(body.say(body.all, "adopt").status == 201);
    REQUIRE(body.say(body.all, "reject", R"(,"publish":true)", body.committee).status == 201);
    CHECK(body.shown(body.road).size("amendment.recommendations") == 2);
}

TEST_CASE("What a body said before stays readable beside what it says now, with its votes and its reason") {
    Body body;
    REQUIRE(body.say(body.road, "adopt", R"(,"publish":true,"reason":"Først.","votes":{"for":7,"against":2})").status ==
            201);
    REQUIRE(body.say(body.road, "reject", "").status == 201);  // never published: nobody else reads it
    for (const char* verdict : {"none", "reject"}) {
        REQUIRE(body.say(body.road, verdict, R"(,"publish":true,"replaces":)" + body.said_of(body.road)).status == 201);
    }
    const auto road = body.shown(body.road);
    REQUIRE(road.size("amendment.recommendations") == 1);
    CHECK(road.at("amendment.recommendations.0.verdict") == "reject");
    REQUIRE(road.size("amendment.recommendations.0.before") == 2);
    CHECK(road.at("amendment.recommendations.0.before.0.verdict") == "none");
    CHECK(road.at("amendment.recommendations.0.before.1.verdict") == "adopt");
    CHECK(road.at("amendment.recommendations.0.before.1.reason") == "Først.");
    CHECK(road.number("amendment.recommendations.0.before.1.votes.for") == 7);
    CHECK(body.shown(body.ferry).size("amendment.recommendations") == 0);
}

TEST_CASE("A body finds what it has not spoken on, whatever others have said") {
    Body body;
    REQUIRE(body.say(body.road + "," + body.ferry, "adopt").status == 201);
    REQUIRE(body.say(body.ferry, "reject", R"(,"publish":true)", body.committee).status == 201);
    const auto committee = "&body=" + std::to_string(body.committee.value);
    const auto unit = "&body=" + std::to_string(body.party.unit.value);
    CHECK(body.listed("verdict=missing") == 1);
    CHECK(body.listed("verdict=missing" + unit) == 1);
    CHECK(body.listed("verdict=missing" + committee) == 2);
    CHECK(body.listed("verdict=adopt" + committee) == 0);
    CHECK(body.listed("verdict=adopt" + unit) == 2);
    // What is kept is seen by nobody through a filter.
    REQUIRE(body.say(body.food, "reject", "", body.committee).status == 201);
    CHECK(body.listed("verdict=missing" + committee) == 2);
    const auto wrong = body.party.world.browser().get(body.place + "/amendments?verdict=missing&body=x");
    CHECK(wrong.field() == "body");
}

TEST_CASE("The last word is that of the last body of the chain that has spoken, whoever spoke last") {
    Body body;
    body.chain({body.party.unit, body.committee});
    REQUIRE(body.say(body.road, "reject", R"(,"publish":true)", body.committee).status == 201);
    REQUIRE(body.say(body.road, "adopt").status == 201);
    const auto road = body.shown(body.road);
    CHECK(road.at("amendment.recommendations.0.verdict") == "adopt");
    CHECK(road.at("amendment.recommendations.0.last_word") == "false");
    CHECK(road.at("amendment.recommendations.1.verdict") == "reject");
    CHECK(road.at("amendment.recommendations.1.last_word") == "true");
    const auto room = body.room();
    CHECK(room.at("amendments.0.recommendations.0.last_word") == "false");
    CHECK(room.at("amendments.0.recommendations.1.last_word") == "true");
    body.chain({});
    CHECK(body.shown(body.road).at("amendment.recommendations.1.verdict") == "adopt");
    CHECK(body.shown(body.road).at("amendment.recommendations.1.last_word") == "true");
    // A body outside of the chain has not the last word.
    body.chain({body.party.branch});
    CHECK(body.shown(body.road).at("amendment.recommendations.1.last_word") == "false");
}

TEST_CASE("Of two bodies' wordings that of the last of the chain is taken, whichever came first") {
    Body body;
    body.chain({body.party.unit, body.committee});
    const auto wording = [](const std::string& words) {
        return R"(,"publish":true,"changes":[{"block":"b3","markdown":")" + words + R"("}])";
    };
    REQUIRE(body.say(body.road, "adopt_changed", wording("Og noe bedre vei."), body.committee).status == 201);
    REQUIRE(body.say(body.road, "adopt_changed", wording("Og litt bedre vei.")).status == 201);
    REQUIRE(body.decide(body.road, "take_changed").status == 200);
    REQUIRE(body.make_version().status == 201);
    CHECK(body.source(2).find("noe bedre vei") != std::string::npos);
}

TEST_CASE("An act on many that is refused for some of them names those, and does nothing") {
    Body body;
    body.withdraw(body.ferry, body.party.second);
    const auto refused = body.say(body.all, "reject");
    CHECK(refused.code() == "amendment.withdrawn");
    CHECK(refused.at("problem.facts.numbers") == "2");
    CHECK(refused.at("problem.facts.amendments") == body.ferry);
    CHECK(body.shown(body.road).size("amendment.recommendations") == 0);
    const auto merge = body.decide(body.all, "leave");
    CHECK(merge.code() == "amendment.withdrawn");
    CHECK(merge.at("problem.facts.numbers") == "2");
    REQUIRE(body.party.world.signed_in(body.party.editor)
                .post("/api/amendments/" + body.food + "/rejection", R"({"reason":"Nei."})")
                .status == 200);
    const auto both = body.say(body.all, "reject");
    CHECK(both.code() == "amendment.decided");
    CHECK(both.at("problem.facts.numbers") == "2, 3");
    CHECK(both.at("problem.facts.count") == "2");
    CHECK(body.say(body.road, "reject").status == 201);
}

TEST_CASE("Those that lack supporters or words are named where others were chosen with them") {
    Body body;
    REQUIRE(
        body.party.save(body.document, 1, "# Mål\n\nVi vil ha gratis ferge.\n\nOg raskere tog.\n\n- tog\n").status ==
        201);
    const auto late =
        body.party.world.signed_in(body.party.member)
            .post(body.place + "/amendments", R"({"version":2,"changes":[{"block":"b1","markdown":"# Store mål"}]})");
    REQUIRE(late.status == 201);
    const auto title = late.at("amendment.id");
    REQUIRE(body.party.world.signed_in(body.party.member).post("/api/amendments/" + title + "/submission").status ==
            200);
    const auto refused = body.decide(body.road + "," + title, "take", 2);
    CHECK(refused.code() == "amendment.needs_sponsor");
    CHECK(refused.at("problem.facts.numbers") == "1");
    const auto wording = body.decide(body.road + "," + title, "take_changed", 2);
    CHECK(wording.code() == "amendment.no_wording");
    CHECK(wording.at("problem.facts.numbers") == "1, 4");
    REQUIRE(body.party.world.signed_in(body.party.editor)
                .patch("/api/processes/" + body.process, R"({"amendments":{"supporters_needed":2}})")
                .status == 200);
    const auto waiting = body.say(body.road + "," + title, "adopt");
    CHECK(waiting.code() == "amendment.needs_supporters");
    CHECK(waiting.at("problem.facts.numbers") == "1, 4");
    CHECK(body.decide(body.road + "," + title, "leave", 2).at("problem.facts.numbers") == "1, 4");
}
