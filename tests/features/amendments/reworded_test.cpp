// A sponsor says an amendment anew: what was said of the earlier wording stays with that one, and its people are told.
#include <boost/json.hpp>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

struct Reworded : Meeting {
    std::string road = submitted(party.member, "b3", "Og mye bedre vei.");
    std::string ferry = submitted(party.second, "b2", "Vi vil ha billig ferge. Maten er god.");

    Answer recommend(const std::string& id, const std::string& verdict, bool publish = true) {
        return party.world.signed_in(party.editor)
            .post(place + "/recommendations", R"({"unit":)" + std::to_string(party.unit.value) + R"(,"amendments":[)" +
                                                  id + R"(],"publish":)" + (publish ? "true," : "false,") + verdict +
                                                  "}");
    }
    // Another paragraph on the road, with which the amendment collides; then its sponsor says what is meant.
    void save() {
        REQUIRE(party.save(document, 1, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg en trygg vei.\n\n- tog\n")
                    .status == 201);
        REQUIRE(shown(road).at("amendment.carried") == "needs_sponsor");
    }
    Answer reword(const std::string& words, int version = 2) {
        return party.world.signed_in(party.member)
            .post("/api/amendments/" + road + "/rewording", R"({"version":)" + std::to_string(version) +
                                                                R"(,"changes":[{"block":"b3","markdown":)" +
                                                                quoted(words) + "}]}");
    }
    Answer mine(AccountId who) { return party.world.signed_in(who).get("/api/me/amendments"); }
    std::string needs(AccountId who) {
        const auto list = party.world.signed_in(who).get("/api/processes/" + process);
        std::string words;
        for (std::size_t i = 0; i < list.size("needs_you"); ++i)
            words += " " + list.at("needs_you." + std::to_string(i));
        return words;
    }
};

const std::string in_its_own_words = R"("verdict":"adopt_changed","changes":[{"block":"b3","markdown":"Og god vei."}])";

}  // namespace

TEST_CASE("A body's words are shown beside those that it spoke about, and that its sponsor has said it anew since") {
    Reworded all;
    REQUIRE(all.recommend(all.road, in_its_own_words).status == 201);
    const auto before = all.shown(all.road);
    CHECK(before.at("amendment.wording") == "1");
    CHECK(before.at("amendment.worded") == "null");
    CHECK(before.at("amendment.recommendations.0.outdated") == "false");
    all.save();
    REQUIRE(all.reword("Og en mye tryggere vei.").status == 200);
    const auto now = all.shown(all.road);
    CHECK(now.at("amendment.wording") == "2");
    CHECK(now.at("amendment.worded.version") == "2");
    CHECK(now.at("amendment.recommendations.0.outdated") == "true");
    // Both over the text that the body had before it.
    CHECK(now.at("amendment.recommendations.0.saw.0.pieces.1.text") == "mye ");
    CHECK(now.at("amendment.recommendations.0.difference.0.pieces.1.text") == "bedre");
    CHECK(now.at("amendment.recommendations.0.difference.0.pieces.2.text") == "god");
    // The amendment itself is told in its last words, also once it is decided.
    CHECK(now.at("amendment.difference.0.pieces.1.text") == "trygg");
    REQUIRE(all.decide(all.road, "take", 2).status == 200);
    REQUIRE(all.make_version(2).status == 201);
    const auto decided = all.shown(all.road);
    CHECK(decided.at("amendment.difference_version") == "2");
    CHECK(decided.at("amendment.difference.0.pieces.1.text") == "trygg");
}

TEST_CASE("What a body said of earlier words decides nothing about the new ones") {
    Reworded all;
    REQUIRE(all.recommend(all.road, in_its_own_words).status == 201);
    REQUIRE(all.recommend(all.ferry, R"("verdict":"covered","covered_by":)" + all.road).status == 201);
    CHECK(all.shown(all.road).size("amendment.covers") == 1);
    all.save();
    // Before its sponsor says anything the body's wording can be taken.
    const auto able = all.room();
    CHECK(able.at("amendments.0.has_wording") == "true");
    REQUIRE(all.reword("Og en mye tryggere vei.").status == 200);
    const auto room = all.room();
    CHECK(room.at("amendments.0.id") == all.road);
    CHECK(room.at("amendments.0.has_wording") == "false");
    CHECK(room.at("amendments.0.recommendations.0.outdated") == "true");
    CHECK(all.decide(all.road, "take_changed", 2).code() == "amendment.no_wording");
    const auto list = all.party.world.browser().get(all.place + "/voting-list");
    CHECK(list.at("items.1.recommendations.0.outdated") == "true");
    CHECK(list.at("items.1.recommendations.0.has_wording") == "false");
    const auto found = [&](const std::string& verdict) {
        return all.party.world.browser().get(all.place + "/amendments?verdict=" + verdict).at("items.0.id");
    };
    CHECK(found("missing") == all.road);
    CHECK(found("adopt_changed") != all.road);
    SECTION("the body speaks anew, of the new words on their version") {
        const auto before = all.shown(all.road).at("amendment.recommendations.0.id");
        REQUIRE(all.recommend(all.road, R"("verdict":"adopt_changed","replaces":[)" + before +
                                            R"(],"changes":[{"block":"b3","markdown":"Og en tryggere vei."}])")
                    .status == 201);
        CHECK(all.shown(all.road).at("amendment.recommendations.0.outdated") == "false");
        REQUIRE(all.decide(all.road, "take_changed", 2).status == 200);
        REQUIRE(all.make_version(2).status == 201);
        CHECK(all.source(3).find("Og en tryggere vei.") != std::string::npos);
    }
}

TEST_CASE("A room that had taken a body's words waits for a decision once its sponsor says it anew") {
    Reworded all;
    const auto elsewhere = R"("verdict":"adopt_changed","changes":[{"block":"b4","markdown":"tog og buss"}])";
    REQUIRE(all.recommend(all.road, elsewhere).status == 201);
    all.save();
    REQUIRE(all.decide(all.road, "take_changed", 2).status == 200);
    CHECK(all.room().size("without_text") == 0);
    REQUIRE(all.reword("Og en mye tryggere vei.").status == 200);
    CHECK(all.room().size("without_text") == 1);
    CHECK(all.make_version(2).code() == "merge.taken_without_text");
}

TEST_CASE("A body that is about to speak of words which are others now is told so, and nothing is stored") {
    Reworded all;
    all.save();
    REQUIRE(all.reword("Og en mye tryggere vei.").status == 200);
    const auto late = all.recommend(all.road, R"("wordings":[1],"verdict":"adopt")");
    CHECK(late.code() == "recommendation.reworded");
    CHECK(late.at("problem.facts.numbers") == "1");
    CHECK(all.recommend(all.road, R"("wordings":[1,2],"verdict":"adopt")").field() == "wordings");
    CHECK(all.recommend(all.road, R"("wordings":[2],"verdict":"adopt")").status == 201);
}

TEST_CASE("What a body keeps back says that it is about earlier words, to those who publish it") {
    Reworded all;
    REQUIRE(all.recommend(all.road, R"("verdict":"adopt")", false).status == 201);
    all.save();
    REQUIRE(all.reword("Og en mye tryggere vei.").status == 200);
    auto editor = all.party.world.signed_in(all.party.editor);
    const auto unit = std::to_string(all.party.unit.value);
    CHECK(editor.get(all.place + "/recommendations?unit=" + unit).at("items.0.outdated") == "true");
    CHECK(editor.get("/api/amendments/" + all.road).at("mine.kept.0.outdated") == "true");
    REQUIRE(editor.post(all.place + "/recommendations/publication", R"({"unit":)" + unit + "}").status == 200);
    CHECK(all.shown(all.road).at("amendment.recommendations.0.outdated") == "true");
}

TEST_CASE("Paper says which words a body spoke about") {
    Reworded all;
    REQUIRE(all.recommend(all.road, in_its_own_words).status == 201);
    all.save();
    REQUIRE(all.reword("Og en mye tryggere vei.").status == 200);
    const auto file = [&](const std::string& form) {
        return all.party.world.browser()
            .get(all.place + "/amendments/export?language=nb&sort=number&form=" + form)
            .body;
    };
    const auto told = boost::json::parse(file("json")).at("items").at(0).at("recommendations").at(0);
    CHECK(told.at("outdated") == true);
    CHECK(told.at("about") == "Og mye bedre vei.");
    CHECK(told.at("new_words") == "Og god vei.");
    CHECK(
        file("csv").find("Sagt om en tidligere ordlyd, som forslagsstilleren har endret siden: «Og mye bedre vei.»") !=
        std::string::npos);
}

TEST_CASE(
    "Who supported the earlier words is told where one sees what waits, and supports the new ones or lets it be") {
    Reworded all;
    auto second = all.party.world.signed_in(all.party.second);
    const auto support = "/api/amendments/" + all.road + "/support";
    REQUIRE(second.put(support).status == 200);
    CHECK(all.needs(all.party.second).find("support") == std::string::npos);
    all.save();
    CHECK(all.shown(all.road).number("amendment.supports") == 1);
    REQUIRE(all.reword("Og en mye tryggere vei.").number("amendment.supports") == 0);
    CHECK(all.needs(all.party.second).find("support") != std::string::npos);
    const auto told = all.mine(all.party.second);
    REQUIRE(told.size("supported_before") == 1);
    CHECK(told.at("supported_before.0.id") == all.road);
    CHECK(told.at("mine." + all.road + ".supported") == "false");
    CHECK(told.at("mine." + all.road + ".supported_before") == "true");
    CHECK(told.at("documents." + all.document) != "");
    SECTION("supports it") {
        CHECK(second.put(support).number("supports") == 1);
        CHECK(all.shown(all.road, all.party.second).at("mine.supported_before") == "false");
    }
    SECTION("lets it be") { CHECK(second.del(support).number("supports") == 0); }
    SECTION("lets it be when nobody can support anything any more") {
        all.party.world.database.sql("update stages set kind = 'voting'");
        CHECK(second.put(support).status == 409);
        CHECK(second.del(support).number("supports") == 0);
    }
    SECTION("is a sponsor of it since") {
        REQUIRE(second.put("/api/amendments/" + all.road + "/sponsorship").status == 200);
    }
    SECTION("it is withdrawn, and asks nobody") {
        REQUIRE(
            all.party.world.signed_in(all.party.member).post("/api/amendments/" + all.road + "/withdrawal").status ==
            200);
    }
    CHECK(all.needs(all.party.second).find("support") == std::string::npos);
    CHECK(all.mine(all.party.second).size("supported_before") == 0);
}

TEST_CASE("Nobody is told of an amendment whose document they may not read any more") {
    Reworded all;
    REQUIRE(all.party.world.signed_in(all.party.second).put("/api/amendments/" + all.road + "/support").status == 200);
    all.save();
    REQUIRE(all.reword("Og en mye tryggere vei.").status == 200);
    all.submitted(all.party.member, "b2", "Vi vil ha dyr ferge. Maten er god.");
    REQUIRE(all.mine(all.party.second).at("collided." + all.ferry + ".number") == "2");
    REQUIRE(all.party.world.signed_in(all.party.editor)
                .patch("/api/processes/" + all.process, R"({"audience":"members"})")
                .status == 200);
    all.party.world.database.sql("update standings set ends_at = greatest(starts_at, now()) where account_id = " +
                                 std::to_string(all.party.second.value));
    const auto gone = all.mine(all.party.second);
    CHECK(gone.size("items") == 0);
    CHECK(gone.size("supported_before") == 0);
    CHECK(gone.at("collided") == "{}");
    CHECK(gone.at("mine") == "{}");
    CHECK(gone.at("documents") == "{}");
}
