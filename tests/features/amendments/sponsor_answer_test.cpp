// What sponsors answer when the text changes under their amendments, how they join, and what a process asks of them.
#include <catch2/catch_test_macros.hpp>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

// A meeting with one amendment to b2 and another to b3, of which the second was taken into version 2.
struct Carried {
    Meeting all;
    std::string ferry = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    std::string road = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    Carried() {
        REQUIRE(all.decide(road, "take").status == 200);
        REQUIRE(all.make_version().status == 201);
    }
    testing::Answer answer(AccountId who, const std::string& id, const std::string& word, int version = 2) {
        return all.party.world.signed_in(who).post(
            "/api/amendments/" + id + "/answer",
            R"({"version":)" + std::to_string(version) + R"(,"answer":")" + word + "\"}");
    }
    // Whether the process says to the ferry's sponsor that one of theirs waits.
    bool waits() {
        const auto seen = all.party.world.signed_in(all.party.member).get("/api/processes/" + all.process);
        return seen.body.find(R"("needs_you":["amendment")") != std::string::npos;
    }
};

}  // namespace

TEST_CASE("The sponsor of a carried amendment confirms it, and everybody sees that") {
    Carried now;
    CHECK(now.all.shown(now.ferry).at("amendment.carried_answer") == "null");
    CHECK(now.answer(now.all.party.second, now.ferry, "confirmed").code() == "amendment.not_yours");
    CHECK(now.answer(now.all.party.member, now.ferry, "confirmed", 1).code() == "version.stale_base");
    CHECK(now.answer(now.all.party.member, now.ferry, "perhaps").code() == "input.not_a_choice");
    CHECK(now.answer(now.all.party.member, now.ferry, "confirmed").at("amendment.carried_answer") == "confirmed");
    CHECK(now.all.shown(now.ferry).at("amendment.carried_answer") == "confirmed");
    CHECK(now.answer(now.all.party.second, now.road, "confirmed").code() == "amendment.decided");
}

TEST_CASE("An amendment whose sponsor objects is taken by nobody before it is said anew") {
    Carried now;
    REQUIRE(now.answer(now.all.party.member, now.ferry, "objected").status == 200);
    CHECK(now.all.shown(now.ferry).at("amendment.carried") == "needs_sponsor");
    CHECK(now.all.decide(now.ferry, "take", 2).code() == "amendment.needs_sponsor");
    const auto said =
        now.all.party.world.signed_in(now.all.party.member)
            .post("/api/amendments/" + now.ferry + "/rewording",
                  R"({"version":2,"changes":[{"block":"b2","markdown":"Vi vil ha dyr ferge. Maten er god."}]})");
    REQUIRE(said.status == 200);
    CHECK(said.at("amendment.carried") == "clean");
    CHECK(said.at("amendment.carried_answer") == "confirmed");
    CHECK(now.all.decide(now.ferry, "take", 2).status == 200);
}

TEST_CASE("Nobody has to answer for what stands on its own version, and an answer is for one version alone") {
    Carried now;
    const auto fresh =
        now.all.party.world.signed_in(now.all.party.second)
            .post(now.all.place + "/amendments", R"({"version":2,"changes":[{"block":"b4","markdown":"bane"}]})");
    const auto id = fresh.at("amendment.id");
    REQUIRE(now.all.party.world.signed_in(now.all.party.second).post("/api/amendments/" + id + "/submission").status ==
            200);
    CHECK(now.answer(now.all.party.second, id, "confirmed").code() == "amendment.own_version");
    REQUIRE(now.answer(now.all.party.member, now.ferry, "confirmed").status == 200);
    REQUIRE(now.all.decide(id, "take", 2).status == 200);
    REQUIRE(now.all.make_version(2).status == 201);
    CHECK(now.all.shown(now.ferry).at("amendment.carried_answer") == "null");
}

TEST_CASE("A process waits for the sponsor of what is moot or lost its place, and for nobody else and no longer") {
    Carried now;
    CHECK(!now.waits());  // carried along as it is
    REQUIRE(now.answer(now.all.party.member, now.ferry, "objected").status == 200);
    CHECK(now.waits());
    const auto vote = [&](const std::string& expected, const std::string& result) {
        return now.all.party.world.signed_in(now.all.party.editor)
            .post(now.all.place + "/voting-list/results", R"({"version":2,"amendment":)" + now.ferry +
                                                              R"(,"expected":")" + expected + R"(","result":")" +
                                                              result + "\"}");
    };
    REQUIRE(vote("open", "rejected").status == 200);
    CHECK(!now.waits());
    REQUIRE(vote("rejected", "open").status == 200);
    CHECK(now.waits());
}

TEST_CASE("What is moot waits for its sponsor's answer for the newest version, and not after it") {
    Carried now;
    REQUIRE(now.all.party.world.signed_in(now.all.party.editor)
                .post(now.all.place + "/versions",
                      R"({"base":2,"note":"","markdown":)" +
                          quoted("# Mål\n\nVi vil ha billig ferge. Maten er god.\n\nOg mye bedre vei.\n\n- tog\n") +
                          "}")
                .status == 201);
    CHECK(now.all.shown(now.ferry).at("amendment.carried") == "moot");
    CHECK(now.waits());
    REQUIRE(now.answer(now.all.party.member, now.ferry, "confirmed", 3).status == 200);
    CHECK(!now.waits());
}

TEST_CASE("Sponsors of what says the same go together: one is withdrawn, and the names stand on the other") {
    Meeting all;
    const auto first = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto second = all.submitted(all.party.second, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto join = [&](AccountId who, const std::string& one, const std::string& into) {
        return all.party.world.signed_in(who).post("/api/amendments/" + one + "/joining",
                                                   R"({"amendment":)" + into + "}");
    };
    REQUIRE(
        all.party.world.signed_in(all.party.editor).put("/api/amendments/" + second + "/sponsorship", "{}").status ==
        200);
    CHECK(join(all.party.member, second, first).code() == "amendment.not_yours");
    CHECK(join(all.party.second, second, second).code() == "amendment.join_itself");
    CHECK(join(all.party.second, second, "999999").code() == "input.not_a_choice");
    const auto joined = join(all.party.second, second, first);
    REQUIRE(joined.status == 200);
    CHECK(joined.at("amendment.state") == "withdrawn");
    CHECK(joined.number("amendment.joined_into.number") == 1);
    CHECK(all.shown(first).size("amendment.sponsors") == 2);
    CHECK(join(all.party.second, second, first).code() == "amendment.decided");
    CHECK(all.party.world.browser().get(all.place + "/amendments?state=submitted").size("items") == 1);
}

TEST_CASE("One person has as many before the committee as the process allows, and may send another when one is gone") {
    Meeting all;
    REQUIRE(all.party.world.signed_in(all.party.editor)
                .patch("/api/processes/" + all.process, R"({"amendments":{"each":1}})")
                .number("amendments.each") == 1);
    const auto first = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto draft = all.draft(all.party.member, R"({"block":"b3","markdown":"Og mye bedre vei."})");
    const auto send = [&] {
        return all.party.world.signed_in(all.party.member)
            .post("/api/amendments/" + draft.at("amendment.id") + "/submission");
    };
    CHECK(send().code() == "amendment.limit_reached");
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + first + "/withdrawal").status == 200);
    CHECK(send().status == 200);
}

TEST_CASE("Where members alone count, others' support does not take an amendment before the committee") {
    Meeting all;
    auto editor = all.party.world.signed_in(all.party.editor);
    REQUIRE(editor
                .patch("/api/processes/" + all.process,
                       R"({"amendments":{"supporters_needed":1,"supporters_from":"members","participants":true}})")
                .status == 200);
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto support = [&](AccountId who) {
        return all.party.world.signed_in(who).put("/api/amendments/" + id + "/support", "{}");
    };
    const auto participant = support(all.party.participant);
    INFO(participant.body);
    CHECK(participant.number("supports") == 1);
    CHECK(participant.number("supporters_missing") == 1);
    CHECK(all.decide(id, "take").code() == "amendment.needs_supporters");
    CHECK(support(all.party.second).number("supporters_missing") == 0);
    CHECK(all.decide(id, "take").status == 200);
}

TEST_CASE("The bodies that recommend are named in their order, each once") {
    Meeting all;
    auto editor = all.party.world.signed_in(all.party.editor);
    const auto unit = std::to_string(all.party.unit.value);
    const auto branch = std::to_string(all.party.branch.value);
    const auto put = [&](const std::string& chain) {
        return editor.patch("/api/processes/" + all.process, R"({"amendments":{"chain":)" + chain + "}}");
    };
    CHECK(put("[" + branch + "," + unit + "]").at("amendments.chain.1.id") == unit);
    CHECK(put("[" + branch + "," + branch + "]").code() == "input.not_a_choice");
    CHECK(put("[999999]").code() == "input.not_a_choice");
    CHECK(editor.get("/api/processes/" + all.process).size("amendments.chain") == 2);
    CHECK(put("[]").size("amendments.chain") == 0);
}

TEST_CASE("An amendment names the comments that it answers, and what is hidden is not told") {
    Meeting all;
    const auto said = all.party.comment(all.party.second, all.document, "Gratis blir for dyrt.");
    const auto comment = said.at("comment.id");
    const auto made =
        all.draft(all.party.member, R"({"block":"b2","markdown":"Vi vil ha billig ferge. Maten er god."})",
                  R"(,"answers":[)" + comment + "]");
    REQUIRE(made.status == 201);
    CHECK(made.at("amendment.answers.0.text") == "Gratis blir for dyrt.");
    const auto id = made.at("amendment.id");
    CHECK(all.draft(all.party.member, R"({"block":"b3","markdown":"x"})", R"(,"answers":[999999])").code() ==
          "input.not_a_choice");
    REQUIRE(all.party.world.signed_in(all.party.moderator)
                .post("/api/comments/" + comment + "/hiding", R"({"reason":"Utenfor"})")
                .status == 200);
    CHECK(all.shown(id, all.party.member).size("amendment.answers") == 0);
    CHECK(all.draft(all.party.member, R"({"block":"b3","markdown":"x"})", R"(,"answers":[)" + comment + "]").code() ==
          "input.not_a_choice");
}
