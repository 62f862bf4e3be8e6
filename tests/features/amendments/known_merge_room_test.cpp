// Known cases of numbers, of recommendations and of the merge room, see tests/domain/amendment/known_cases.hpp. The
// cases are told in docs/domain/amendments.md; here is what each of them comes to.
#include <algorithm>
#include <thread>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

struct Room : Meeting {
    testing::Browser editor = party.world.signed_in(party.editor);
    Answer room() { return editor.get(place + "/merge"); }
    // What the room says of an amendment, "" where it is not there.
    std::string decision(const std::string& id) {
        const auto seen = room();
        for (std::size_t i = 0; i < seen.size("amendments"); ++i) {
            const auto one = "amendments." + std::to_string(i) + ".";
            if (seen.at(one + "id") == id) return seen.at(one + "decision");
        }
        return "";
    }
    Answer recommend(const std::string& id, const std::string& verdict) {
        return editor.post(place + "/recommendations",
                           R"({"unit":)" + std::to_string(party.unit.value) + R"(,"amendments":[)" + id +
                               R"(],"publish":true,"replaces":)" + said_of(id) + R"(,"verdict":)" + verdict + "}");
    }
};

}  // namespace

TEST_CASE("MRM-01 An amendment that is submitted while editors merge is told to the room, and is undecided in it") {
    Room all;
    const auto first = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    REQUIRE(all.decide(first, "take").status == 200);
    all.party.world.announced();
    const auto second = all.submitted(all.party.second, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto told = all.party.world.announced();
    CHECK(std::find(told.begin(), told.end(), live::Topic("document:" + all.document)) != told.end());
    CHECK(all.decision(second) == "open");
    CHECK(all.decision(first) == "take");
}

TEST_CASE("MRM-04 Who leaves the merge room finds it as it was, and who opens all decisions again begins anew") {
    Room all;
    const auto road = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto food = all.submitted(all.party.second, "b2", "Vi vil ha gratis ferge. Maten er varm.");
    REQUIRE(all.decide(road, "take").status == 200);
    REQUIRE(all.decide(food, "leave").status == 200);
    all.editor = all.party.world.signed_in(all.party.editor);  // another sitting
    CHECK(all.decision(road) == "take");
    CHECK(all.decision(food) == "leave");
    REQUIRE(all.decide(road + "," + food, "open").status == 200);
    CHECK(all.decision(road) == "open");
    CHECK(all.decision(food) == "open");
    CHECK(all.room().size("blocks") == 0);
    CHECK(all.make_version().code() == "merge.nothing_taken");
}

TEST_CASE("MRM-05 A body's wording settles a collision, the sponsor's brings it back, and others are left alone") {
    Room all;
    const auto cheap = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto dear = all.submitted(all.party.second, "b2", "Vi vil ha dyr ferge. Maten er god.");
    const auto wide = all.submitted(all.party.member, "b3", "Og bred vei.");
    const auto thin = all.submitted(all.party.second, "b3", "Og smal vei.");
    REQUIRE(all.recommend(
                   dear,
                   R"("adopt_changed","changes":[{"block":"b2","markdown":"Vi vil ha gratis ferge. Maten er varm."}])")
                .status == 201);
    REQUIRE(all.decide(cheap + "," + dear + "," + wide + "," + thin, "take").size("disputes") == 2);
    for (int again = 0; again < 2; ++again) {
        const auto changed = all.decide(dear, "take_changed");
        REQUIRE(changed.size("disputes") == 1);
        CHECK(changed.at("disputes.0.block") == "b3");
        CHECK(all.decide(dear, "take").size("disputes") == 2);
    }
}

TEST_CASE("MRM-07 Who proposed something does not merge it, and where it collides the room names the collider") {
    Room all;
    const auto mine = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto other = all.submitted(all.party.second, "b2", "Vi vil ha dyr ferge. Maten er god.");
    auto member = all.party.world.signed_in(all.party.member);
    CHECK(member
              .post(all.place + "/merge/decisions",
                    R"({"version":1,"decision":"take","amendments":[{"id":)" + mine + R"(,"expected":"open"}]})")
              .status == 403);
    CHECK(member.post(all.place + "/merge/version", R"({"version":1,"seen":0})").status == 403);
    const auto both = all.decide(mine + "," + other, "take");
    CHECK(both.at("disputes.0.readings.1.amendment") == other);
    CHECK(all.make_version().code() == "merge.open_disputes");
    REQUIRE(all.decide(other, "leave").status == 200);
    CHECK(all.make_version().number("version") == 2);
    CHECK(all.source(1).find("gratis ferge") != std::string::npos);
    CHECK(all.source(2).find("billig ferge") != std::string::npos);
}

TEST_CASE(
    "MRM-08, MRM-09 Whose words another merge took says it anew on the new text, is asked to, and the original stays") {
    Room all;
    const auto cheap = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto dear = all.submitted(all.party.second, "b2", "Vi vil ha dyr ferge. Maten er god.");
    REQUIRE(all.decide(cheap, "take").status == 200);
    REQUIRE(all.make_version().status == 201);
    auto sponsor = all.party.world.signed_in(all.party.second);
    CHECK(sponsor.get("/api/me/amendments").at("items.0.carried") == "needs_sponsor");
    const auto asked = all.shown(dear);
    CHECK(asked.number("amendment.difference_version") == 1);
    const auto original = asked.at("amendment.difference");
    const auto reworded =
        sponsor.post("/api/amendments/" + dear + "/rewording",
                     R"({"version":2,"changes":[{"block":"b2","markdown":"Vi vil ha dyr ferge. Maten er god."}]})");
    REQUIRE(reworded.status == 200);
    CHECK(reworded.number("amendment.difference_version") == 2);
    CHECK(reworded.at("amendment.difference.0.pieces.1.text") == "billig");
    CHECK(reworded.number("amendment.version") == 1);
    // As it was submitted it is kept, and the database lets nobody alter it.
    CHECK(all.party.world.database.value("select change::text from amendments where id = " + dear).find("dyr") !=
          std::string::npos);
    CHECK(original.find("gratis") != std::string::npos);
}

TEST_CASE("MRM-10 Of two editors who decide at once neither decision is lost") {
    Room all;
    const auto road = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto food = all.submitted(all.party.second, "b2", "Vi vil ha gratis ferge. Maten er varm.");
    Answer first, second;
    std::thread one([&] { first = all.decide(road, "take"); });
    std::thread other([&] { second = all.decide(food, "leave"); });
    one.join();
    other.join();
    CHECK(first.status == 200);
    CHECK(second.status == 200);
    CHECK(all.decision(road) == "take");
    CHECK(all.decision(food) == "leave");
}

TEST_CASE("NUM-05 A number is given once: nobody chooses one, and two who submit at once get one each") {
    Room all;
    const auto road = all.draft(all.party.member, R"({"block":"b3","markdown":"Og mye bedre vei."})");
    const auto food = all.draft(all.party.second, R"({"block":"b2","markdown":"Vi vil ha gratis ferge. Ost."})");
    CHECK(all.party.world.signed_in(all.party.member)
              .patch("/api/amendments/" + road.at("amendment.id"),
                     R"({"version":1,"number":7,"changes":[{"block":"b3","markdown":"Og vei."}]})")
              .code() == "input.unknown_field");
    Answer first, second;
    const auto submit = [&](AccountId who, const Answer& made) {
        return all.party.world.signed_in(who).post("/api/amendments/" + made.at("amendment.id") + "/submission");
    };
    std::thread one([&] { first = submit(all.party.member, road); });
    std::thread other([&] { second = submit(all.party.second, food); });
    one.join();
    other.join();
    auto numbers = std::pair(first.number("amendment.number"), second.number("amendment.number"));
    if (numbers.first > numbers.second) std::swap(numbers.first, numbers.second);
    CHECK(numbers == std::pair<std::int64_t, std::int64_t>(1, 2));
    // One that is withdrawn keeps its number, and nobody else gets it.
    REQUIRE(all.party.world.signed_in(all.party.member)
                .post("/api/amendments/" + road.at("amendment.id") + "/withdrawal")
                .status == 200);
    CHECK(all.shown(all.submitted(all.party.second, "b3", "Og bred vei.")).number("amendment.number") == 3);
}

TEST_CASE("WFL-01 A recommendation is taken with its wording, once, and the amendment says what was taken") {
    Room all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    REQUIRE(all.recommend(id, R"("adopt_changed","changes":[{"block":"b3","markdown":"Og noe bedre vei."}])").status ==
            201);
    CHECK(all.shown(id).at("amendment.state") == "submitted");
    REQUIRE(all.decide(id, "take_changed").status == 200);
    REQUIRE(all.make_version().status == 201);
    CHECK(all.source(2).find("Og noe bedre vei.") != std::string::npos);
    const auto decided = all.shown(id);
    CHECK(decided.at("amendment.state") == "adopted");
    CHECK(decided.number("amendment.decided.version") == 2);
    CHECK(decided.size("amendment.recommendations") == 1);
    CHECK(all.decide(id, "take_changed", 2).code() == "amendment.decided");
}

TEST_CASE("WFL-03 No recommendation changes nothing, and is no error") {
    Room all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    REQUIRE(all.recommend(id, R"("none")").status == 201);
    const auto seen = all.shown(id);
    CHECK(seen.at("amendment.state") == "submitted");
    CHECK(seen.at("amendment.recommendations.0.verdict") == "none");
    CHECK(all.decision(id) == "open");
    CHECK(all.decide(id, "take_changed").code() == "amendment.no_wording");
}

TEST_CASE("WFL-04, WFL-05 What is covered by another is named on both, until the body recommends otherwise") {
    Room all;
    const auto small = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto large = all.submitted(all.party.second, "b3", "Og mye bedre og bredere vei.");
    REQUIRE(all.recommend(small, R"("covered","covered_by":)" + large).status == 201);
    CHECK(all.shown(small).at("amendment.recommendations.0.covered_by.id") == large);
    CHECK(all.shown(large).at("amendment.covers.0.id") == small);
    CHECK(all.shown(large).number("amendment.covers.0.number") == 1);
    CHECK(all.shown(small).size("amendment.covers") == 0);
    REQUIRE(all.recommend(small, R"("reject")").status == 201);
    CHECK(all.shown(small).at("amendment.recommendations.0.covered_by") == "null");
    CHECK(all.shown(large).size("amendment.covers") == 0);
}

TEST_CASE("WFL-04 What a body has not published yet is named on neither") {
    Room all;
    const auto small = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto large = all.submitted(all.party.second, "b3", "Og mye bedre og bredere vei.");
    REQUIRE(all.editor
                .post(all.place + "/recommendations", R"({"unit":)" + std::to_string(all.party.unit.value) +
                                                          R"(,"amendments":[)" + small +
                                                          R"(],"verdict":"covered","covered_by":)" + large + "}")
                .status == 201);
    CHECK(all.shown(large, all.party.second).size("amendment.covers") == 0);
    CHECK(all.shown(small, all.party.member).size("amendment.recommendations") == 0);
}

TEST_CASE("LIN-16 A line that does not exist has no amendments, and changes nothing of what is shown of others") {
    Room all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    auto reader = all.party.world.browser();
    CHECK(reader.get(all.place + "/amendments?from=8&to=8").size("items") == 0);
    CHECK(reader.get(all.place + "/amendments?from=1&to=7").at("items.0.id") == id);
    REQUIRE(all.decide(id, "take").status == 200);
    const auto beyond = all.editor.get(all.place + "/merge?from=8&to=8");
    CHECK(beyond.status == 200);
    CHECK(beyond.size("amendments") == 0);
    CHECK(beyond.size("blocks") == 0);
    CHECK(all.room().size("blocks") == 1);
}
