// From a member's suggestion to the committee's merged text, through the routes and a real database.
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Meeting;
using samrad::testing::quoted;

TEST_CASE("A draft is its sponsor's alone, and gets its number for good when it is submitted") {
    Meeting all;
    const auto made =
        all.draft(all.party.member, R"({"block":"b2","markdown":"Vi vil ha billig ferge. Maten er god."})");
    REQUIRE(made.status == 201);
    const auto id = made.at("amendment.id");
    CHECK(made.at("amendment.number") == "null");
    CHECK(made.at("amendment.sort") == "replacement");
    CHECK(made.number("amendment.line_from") == 2);
    CHECK(all.shown(id, all.party.member).status == 200);
    CHECK(all.shown(id, all.party.editor).status == 404);
    CHECK(all.shown(id).status == 404);
    CHECK(all.party.world.signed_in(all.party.second).post("/api/amendments/" + id + "/submission").status == 404);
    CHECK(all.party.world.browser().get(all.place + "/amendments").size("items") == 0);
    const auto sent = all.party.world.signed_in(all.party.member).post("/api/amendments/" + id + "/submission");
    CHECK(sent.number("amendment.number") == 1);
    CHECK(all.shown(id).at("amendment.state") == "submitted");
    CHECK(all.party.world.signed_in(all.party.member)
              .patch("/api/amendments/" + id, R"({"version":1,"changes":[{"block":"b3","markdown":"x"}]})")
              .code() == "amendment.not_draft");
    const auto next = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    CHECK(all.shown(next).number("amendment.number") == 2);
}

TEST_CASE("An amendment that says nothing, or that nobody may make, is refused with a reason") {
    Meeting all;
    CHECK(all.draft(all.party.member, R"({"block":"b2","markdown":"Vi vil ha gratis ferge. Maten er god."})").code() ==
          "amendment.empty");
    CHECK(all.draft(all.party.member, R"({"block":"b2","markdown":"Vi vil ha  gratis ferge. Maten er god."})").code() ==
          "amendment.space_only");
    CHECK(all.draft(all.party.member, R"({"block":"b77","markdown":"x"})").code() == "amendment.no_such_block");
    CHECK(all.draft(all.party.member, "").code() == "amendment.empty");
    CHECK(all.draft(all.party.participant, R"({"block":"b3","markdown":"x"})").code() == "amendment.members_only");
    CHECK(all.draft(all.party.member, R"({"block":"b3","markdown":"x"})",
                    R"(,"sponsor_unit":)" + std::to_string(all.party.unit.value))
              .code() == "unit.not_yours");
    CHECK(all.draft(all.party.member, R"({"block":"b2","markdown":"x"},{"block":"b2","markdown":"y"})").code() ==
          "amendment.edits_overlap");
    CHECK(all.draft(all.party.member, R"({"block":"b3","markdown":"x"})", R"(,"number":7)").code() ==
          "input.unknown_field");
    CHECK(
        all.draft(all.party.member, R"({"block":"b3","markdown":)" + quoted(std::string(500'000, 'x')) + "}").status ==
        422);
    Meeting closed;
    REQUIRE(closed.party.world.signed_in(closed.party.editor)
                .patch("/api/processes/" + closed.process, R"({"amendments":{"until":"2021-01-01T00:00:00Z"}})")
                .status == 200);
    const auto late = closed.draft(closed.party.member, R"({"block":"b3","markdown":"Og en annen vei."})");
    CHECK(closed.party.world.signed_in(closed.party.member)
              .post("/api/amendments/" + late.at("amendment.id") + "/submission")
              .code() == "amendment.deadline_passed");
}

TEST_CASE("Before it is submitted one sees whom it collides with and who says the same") {
    Meeting all;
    all.submitted(all.party.second, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto ask = [&](const std::string& markdown) {
        return all.party.world.signed_in(all.party.member)
            .post(all.place + "/amendments/preview",
                  R"({"version":1,"changes":[{"block":"b2","markdown":)" + quoted(markdown) + "}]}");
    };
    const auto same = ask("Vi vil ha billig ferge. Maten er god.");
    CHECK(same.size("same") == 1);
    CHECK(same.size("colliding") == 0);
    const auto colliding = ask("Vi vil ha dyr ferge. Maten er god.");
    CHECK(colliding.number("colliding.0.number") == 1);
    CHECK(colliding.at("colliding.0.disputed.0.words") == "gratis");
    CHECK(colliding.at("colliding.0.disputed.0.behind") == "false");
    const auto free = ask("Vi vil ha gratis ferge. Maten er varm.");
    CHECK(free.size("colliding") == 0);
    CHECK(free.at("difference.0.pieces.1.text") == "god");
    CHECK(free.at("difference.0.pieces.1.mark") == "deleted");
}

TEST_CASE("Before it is submitted one sees who says the same or much alike at the other side of one break") {
    Meeting all;
    const auto made = all.draft(all.party.second, R"({"after":"b2","markdown":"Vi vil ha flere hurtigbåter."})");
    REQUIRE(all.party.world.signed_in(all.party.second)
                .post("/api/amendments/" + made.at("amendment.id") + "/submission")
                .status == 200);
    const auto ask = [&](const std::string& markdown) {
        return all.party.world.signed_in(all.party.member)
            .post(all.place + "/amendments/preview",
                  R"({"version":1,"changes":[{"block":"b3","markdown":)" + quoted(markdown) + "}]}");
    };
    const auto same = ask("Vi vil ha flere hurtigbåter.\n\nOg bedre vei.");
    INFO(same.body);
    CHECK(same.at("same.0.id") == made.at("amendment.id"));
    CHECK(same.number("similar_count") == 0);
    CHECK(same.number("colliding_count") == 0);
    const auto alike = ask("Vi vil ha mange flere hurtigbåter.\n\nOg bedre vei.");
    CHECK(alike.at("similar.0.id") == made.at("amendment.id"));
    CHECK(alike.at("similar.0.collides") == "true");
    CHECK(alike.at("similar.0.disputed.0.words") == "Maten er god.");
    CHECK(alike.at("similar.0.disputed.0.behind") == "true");
    CHECK(alike.number("colliding_count") == 0);
    CHECK(ask("Skolene skal ha varm mat.\n\nOg bedre vei.").number("similar_count") == 0);
}

TEST_CASE("What collides is not merged before somebody settles it; what does not makes the next version in one act") {
    Meeting all;
    const auto cheap = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto dear = all.submitted(all.party.second, "b2", "Vi vil ha dyr ferge. Maten er varm.");
    const auto road = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    CHECK(all.decide(cheap + "," + dear, "take").size("disputes") == 1);
    CHECK(all.make_version().code() == "merge.open_disputes");
    const auto room = all.party.world.signed_in(all.party.editor).get(all.place + "/merge");
    CHECK(room.at("disputes.0.base") == "gratis");
    CHECK(room.at("disputes.0.readings.0.text") == "billig");
    const auto settled =
        all.party.world.signed_in(all.party.editor)
            .post(all.place + "/merge/texts", R"({"version":1,"from":)" + room.at("disputes.0.from") + R"(,"to":)" +
                                                  room.at("disputes.0.to") + R"(,"expected":0,"text":"rimelig"})");
    CHECK(settled.at("disputes.0.settled") == "true");
    const auto made = all.make_version();
    INFO(made.body);
    CHECK(made.number("version") == 2);
    CHECK(all.source(2) == "# Mål\n\nVi vil ha rimelig ferge. Maten er varm.\n\nOg bedre vei.\n\n- tog\n");
    CHECK(all.shown(cheap).at("amendment.state") == "adopted");
    CHECK(all.shown(cheap).number("amendment.decided.version") == 2);
    // The open one is carried over, its own wording untouched.
    const auto carried = all.shown(road);
    CHECK(carried.at("amendment.state") == "submitted");
    CHECK(carried.at("amendment.carried") == "clean");
    CHECK(carried.number("amendment.version") == 1);
    CHECK(carried.number("amendment.difference_version") == 2);
    CHECK(all.decide(cheap, "take", 2).code() == "amendment.decided");
    CHECK(all.decide(road, "take", 1).code() == "version.stale_base");
}

TEST_CASE("On any version one can ask why a sentence is there, back to its first version") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    REQUIRE(all.decide(id, "take").status == 200);
    REQUIRE(all.make_version().status == 201);
    const auto why = all.party.world.browser().get(all.place + "/origin?block=b2");
    CHECK(why.size("chain") == 2);
    CHECK(why.number("chain.0.version") == 2);
    CHECK(why.at("chain.0.amendments.0.id") == id);
    CHECK(why.number("chain.1.version") == 1);
    const auto other = all.party.world.browser().get(all.place + "/origin?block=b3");
    CHECK(other.size("chain") == 1);
    CHECK(other.number("chain.0.version") == 1);
}

TEST_CASE("Words that went at the end of a paragraph are told where one asks why it is as it is") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha gratis ferge.");
    REQUIRE(all.decide(id, "take").status == 200);
    REQUIRE(all.make_version().status == 201);
    const auto why = all.party.world.browser().get(all.place + "/origin?block=b2");
    CHECK(why.size("chain") == 2);
    CHECK(why.at("chain.0.amendments.0.id") == id);
}

TEST_CASE("A new version carries what it can, asks where it cannot, and ruins nothing by a corrected typing error") {
    Meeting all;
    const auto free = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto touched = all.submitted(all.party.second, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto save = [&](int base, const std::string& markdown, bool correction) {
        return all.party.world.signed_in(all.party.editor)
            .post(all.place + "/versions", R"({"base":)" + std::to_string(base) + R"(,"correction":)" +
                                               (correction ? "true" : "false") + R"(,"markdown":)" + quoted(markdown) +
                                               "}")
            .status;
    };
    REQUIRE(save(1, "# Mål\n\nVi vil ha gratis båt. Maten er god.\n\nOg bedre vei.\n\n- tog\n", true) == 201);
    CHECK(all.shown(touched).at("amendment.carried") == "clean");
    REQUIRE(save(2, "# Mål\n\nVi vil ha raske båter. Maten er god.\n\nOg bedre vei.\n\n- tog\n", false) == 201);
    CHECK(all.shown(touched).at("amendment.carried") == "needs_sponsor");
    CHECK(all.shown(free).at("amendment.carried") == "clean");
    REQUIRE(save(3, "# Mål\n\nVi vil ha raske båter. Maten er god.\n\nOg mye bedre vei.\n\n- tog\n", false) == 201);
    CHECK(all.shown(free).at("amendment.carried") == "moot");
    CHECK(all.decide(touched, "take", 4).code() == "amendment.needs_sponsor");
    // Its sponsor says what is meant now; the original wording stays.
    const std::string now =
        R"({"version":4,"changes":[{"block":"b2","markdown":"Vi vil ha billige båter. Maten er god."}]})";
    CHECK(all.party.world.signed_in(all.party.member).post("/api/amendments/" + touched + "/rewording", now).code() ==
          "amendment.not_yours");
    auto sponsor = all.party.world.signed_in(all.party.second);
    CHECK(sponsor.post("/api/amendments/" + touched + "/rewording", now).at("amendment.carried") == "clean");
    CHECK(all.shown(touched).number("amendment.version") == 1);
    CHECK(sponsor.post("/api/amendments/" + touched + "/rewording", now).code() == "amendment.is_carried");
    CHECK(all.decide(touched, "take", 4).status == 200);
}

TEST_CASE("A body's recommendation is seen when it is published and not before, with the minority beside it") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto body = R"({"unit":)" + std::to_string(all.party.unit.value) + R"(,"amendments":[)" + id +
                      R"(],"verdict":"reject","reason":"For dyrt.","votes":{"for":2,"against":7}})";
    CHECK(all.party.world.signed_in(all.party.member).post(all.place + "/recommendations", body).code() ==
          "unit.not_yours");
    REQUIRE(all.party.world.signed_in(all.party.editor).post(all.place + "/recommendations", body).status == 201);
    CHECK(all.shown(id, all.party.member).size("amendment.recommendations") == 0);
    REQUIRE(all.party.world.signed_in(all.party.editor)
                .post(all.place + "/recommendations/publication",
                      R"({"unit":)" + std::to_string(all.party.unit.value) + "}")
                .number("published") == 1);
    const auto seen = all.shown(id, all.party.member);
    CHECK(seen.at("amendment.recommendations.0.verdict") == "reject");
    CHECK(seen.number("amendment.recommendations.0.votes.against") == 7);
    const auto which = seen.at("amendment.recommendations.0.id");
    CHECK(all.party.world.signed_in(all.party.stranger)
              .post("/api/recommendations/" + which + "/dissents", R"({"names":"X","text":"Nei"})")
              .status == 403);
    REQUIRE(all.party.world.signed_in(all.party.second)
                .post("/api/recommendations/" + which + "/dissents", R"({"names":"Ola","text":"Vei er viktig."})")
                .status == 201);
    CHECK(all.shown(id).at("amendment.recommendations.0.dissents.0.names") == "Ola");
}

TEST_CASE("A body's own wording can be taken instead of the sponsor's") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    CHECK(all.decide(id, "take_changed").code() == "amendment.no_wording");
    REQUIRE(
        all.party.world.signed_in(all.party.editor)
            .post(
                all.place + "/recommendations",
                R"({"unit":)" + std::to_string(all.party.unit.value) + R"(,"amendments":[)" + id +
                    R"(],"verdict":"adopt_changed","publish":true,"changes":[{"block":"b3","markdown":"Og noe bedre vei."}]})")
            .status == 201);
    REQUIRE(all.decide(id, "take_changed").status == 200);
    REQUIRE(all.make_version().status == 201);
    CHECK(all.source(2).find("Og noe bedre vei.") != std::string::npos);
}

TEST_CASE("Supporters and co-sponsors stand behind an amendment, and one can take over what another gives up") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    auto second = all.party.world.signed_in(all.party.second);
    CHECK(second.put("/api/amendments/" + id + "/support").number("supports") == 1);
    CHECK(second.put("/api/amendments/" + id + "/support").number("supports") == 1);
    CHECK(all.party.world.signed_in(all.party.member).put("/api/amendments/" + id + "/support").code() ==
          "amendment.own");
    CHECK(second.put("/api/amendments/" + id + "/sponsorship").at("amendment.sponsors.0.name") == "Ola");
    CHECK(all.shown(id).number("amendment.supports") == 1);
    CHECK(second.post("/api/amendments/" + id + "/withdrawal").code() == "amendment.not_yours");
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + id + "/withdrawal").status == 200);
    CHECK(second.put("/api/amendments/" + id + "/support").code() == "amendment.not_pending");
    CHECK(second.post("/api/amendments/" + id + "/takeover").at("amendment.sponsor.name") == "Ola");
    CHECK(all.shown(id).at("amendment.state") == "submitted");
    CHECK(all.shown(id).number("amendment.supports") == 0);
}

TEST_CASE("Who joins as a co-sponsor supports it by that, once, and what the process asks for counts them") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    auto second = all.party.world.signed_in(all.party.second);
    const auto joined = second.put("/api/amendments/" + id + "/sponsorship");
    CHECK(joined.number("amendment.supports") == 1);
    CHECK(joined.at("mine.supported") == "true");
    CHECK(joined.at("mine.sponsor") == "true");
    CHECK(second.put("/api/amendments/" + id + "/support").number("supports") == 1);
    CHECK(second.del("/api/amendments/" + id + "/sponsorship").at("mine.sponsor") == "false");
}

TEST_CASE("The list goes by lines or numbers, a page at a time, and finds words") {
    Meeting all;
    const auto third = all.submitted(all.party.member, "b4", "ferge");
    const auto first = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto second = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    auto reader = all.party.world.browser();
    const auto page = reader.get(all.place + "/amendments?limit=2");
    CHECK(page.at("items.0.id") == first);
    CHECK(page.at("items.1.id") == second);
    const auto rest = reader.get(all.place + "/amendments?limit=2&after=" + page.at("next"));
    CHECK(rest.at("items.0.id") == third);
    CHECK(rest.at("next") == "null");
    CHECK(reader.get(all.place + "/amendments?sort=number").at("items.0.id") == third);
    CHECK(reader.get(all.place + "/amendments?from=3&to=3").size("items") == 1);
    CHECK(reader.get(all.place + "/amendments?q=billig").size("items") == 1);
    CHECK(reader.get(all.place + "/amendments?after=x").code() == "input.cursor_invalid");
    CHECK(reader.get(all.place + "/amendments?state=draft").code() == "input.not_a_choice");
}
