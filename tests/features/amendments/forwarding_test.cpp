// Amendments sent on from a unit's document to another process.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

// A second process with a text of its own, to which amendments are sent on.
struct TwoMeetings : Meeting {
    std::string upper_process = party.process("public", "amending", true);
    std::string upper =
        party.document(upper_process, "# Innledning\n\nHei.\n\n# Mål\n\nVi vil ha gratis ferge. Maten er god.\n");

    Answer forward(const std::string& id, AccountId who, const std::string& to) {
        return party.world.signed_in(who).post("/api/amendments/" + id + "/forwarding", R"({"document":)" + to + "}");
    }
    Answer forward(const std::string& id) { return forward(id, party.editor, upper); }
};

}  // namespace

TEST_CASE("An open amendment is sent on as the same change of the upper unit's text, for the unit that sends it") {
    TwoMeetings all;
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto sent = all.forward(id);
    INFO(sent.body);
    REQUIRE(sent.status == 201);
    CHECK(sent.at("amendment.document") == all.upper);
    CHECK(sent.at("amendment.state") == "submitted");
    CHECK(sent.at("amendment.number") == "1");
    CHECK(sent.at("amendment.kind") == "text");
    CHECK(sent.at("amendment.reason") == "Fordi.");
    CHECK(sent.at("amendment.sponsor_unit.id") == std::to_string(all.party.unit.value));
    CHECK(sent.at("amendment.forwarded_from") == id);
    CHECK(sent.at("amendment.difference.0.pieces.2.text") == "billig");
    CHECK(all.shown(id).at("amendment.forwarded_to.0") == sent.at("amendment.id"));
    CHECK(all.shown(id).at("amendment.state") == "submitted");
}

TEST_CASE("What was adopted is sent on as it was adopted, in a body's wording where that was taken") {
    TwoMeetings all;
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha dyr ferge. Maten er god.");
    auto editor = all.party.world.signed_in(all.party.editor);
    REQUIRE(editor
                .post(all.place + "/recommendations",
                      R"({"unit":)" + std::to_string(all.party.unit.value) + R"(,"amendments":[)" + id +
                          R"(],"verdict":"adopt_changed","publish":true,"changes":[{"block":"b2","markdown":)" +
                          quoted("Vi vil ha rimelig ferge. Maten er god.") + "}]}")
                .status == 201);
    REQUIRE(all.decide(id, "take_changed").status == 200);
    REQUIRE(all.make_version().status == 201);
    const auto sent = all.forward(id);
    REQUIRE(sent.status == 201);
    CHECK(sent.body.find("rimelig") != std::string::npos);
    CHECK(sent.body.find("dyr") == std::string::npos);
}

TEST_CASE("What has no place in the upper unit's text is sent on as a principle that tells it") {
    TwoMeetings all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto sent = all.forward(id);
    REQUIRE(sent.status == 201);
    CHECK(sent.at("amendment.kind") == "principle");
    CHECK(sent.at("amendment.instruction").find("«Og bedre vei.» → «Og mye bedre vei.»") != std::string::npos);
    CHECK(sent.at("amendment.forwarded_from") == id);
}

TEST_CASE("An amendment is sent to a document once, never to its own, and not after it was withdrawn or rejected") {
    TwoMeetings all;
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    CHECK(all.forward(id, all.party.editor, all.document).at("problem.code") == "amendment.own_document");
    const auto sent = all.forward(id);
    REQUIRE(sent.status == 201);
    const auto again = all.forward(id);
    CHECK(again.status == 409);
    CHECK(again.at("problem.code") == "amendment.forwarded");
    CHECK(again.at("problem.facts.amendment") == sent.at("amendment.id"));
    const auto gone = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    auto member = all.party.world.signed_in(all.party.member);
    REQUIRE(member.post("/api/amendments/" + gone + "/withdrawal").status == 200);
    CHECK(all.forward(gone).at("problem.code") == "amendment.not_forwardable");
}

TEST_CASE("Who sends on needs to edit the one and to amend the other; what may not be seen is missing") {
    TwoMeetings all;
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    CHECK(all.forward(id, all.party.member, all.upper).status == 403);
    CHECK(all.forward(id, all.party.editor, "98765").status == 404);
    all.party.world.database.sql("update stages set kind = 'reading' where process_id = " + all.upper_process);
    CHECK(all.forward(id).at("problem.code") == "amendment.stage_closed");
    CHECK(all.party.world.database.value("select count(*) from amendments") == "1");
}

TEST_CASE("A process that takes no more amendments takes none that are sent on") {
    TwoMeetings all;
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    all.party.world.database.sql("update processes set amendments_until = now() - interval '1 hour' where id = " +
                                 all.upper_process);
    CHECK(all.forward(id).at("problem.code") == "amendment.deadline_passed");
}

TEST_CASE("What not everybody may read is not sent to where everybody may, and is named to nobody who may not see it") {
    TwoMeetings all;
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    all.upper_process = all.party.process("members", "amending", true);
    const auto inner = all.party.document(all.upper_process, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n");
    const auto sent = all.forward(id, all.party.editor, inner);
    REQUIRE(sent.status == 201);
    CHECK(all.shown(id).size("amendment.forwarded_to") == 0);
    const auto back = all.forward(sent.at("amendment.id"), all.party.editor, all.upper);
    CHECK(back.status == 409);
    CHECK(back.at("problem.code") == "amendment.would_be_published");
}

TEST_CASE(
    "A unit sends what only its members read to a public document where it says that it publishes it, on record") {
    TwoMeetings all;
    const auto inner_process = all.party.process("members", "amending", true);
    const auto inner = all.party.document(inner_process, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n");
    all.place = "/api/documents/" + inner;
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto recorded = [&] {
        return all.party.world.database.value(
            "select count(*) from audit_trail where act = 'publish' and object = "
            "'amendment:" +
            id + "'");
    };
    CHECK(all.forward(id).code() == "amendment.would_be_published");
    CHECK(recorded() == "0");
    const auto send = [&](AccountId who) {
        return all.party.world.signed_in(who).post("/api/amendments/" + id + "/forwarding",
                                                   R"({"publish":true,"document":)" + all.upper + "}");
    };
    CHECK(send(all.party.member).status == 403);
    const auto sent = send(all.party.editor);
    INFO(sent.body);
    REQUIRE(sent.status == 201);
    CHECK(recorded() == "1");
    // Where it came from is named to those who may read it there.
    const auto there = sent.at("amendment.id");
    CHECK(all.shown(there).at("amendment.forwarded_from") == "null");
    CHECK(all.shown(there).at("mine") == "null");
    const auto member = all.shown(there, all.party.member);
    CHECK(member.at("mine.trail.from.id") == id);
    CHECK(member.at("mine.trail.from.document.id") == inner);
    CHECK(member.at("mine.author") == "false");
    CHECK(all.shown(there, all.party.participant).at("mine") == "null");
}

TEST_CASE("Each end of a forwarding tells of the other its document, its number and what became of it there") {
    TwoMeetings all;
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    REQUIRE(all.decide(id, "take").status == 200);
    REQUIRE(all.make_version().status == 201);
    const auto there = all.forward(id).at("amendment.id");
    const auto seen = all.shown(there);
    CHECK(seen.at("mine.trail.from.id") == id);
    CHECK(seen.at("mine.trail.from.state") == "adopted");
    CHECK(seen.at("mine.trail.from.changed") == "false");
    CHECK(seen.number("mine.trail.from.number") == 1);
    CHECK(seen.at("mine.trail.from.document.id") == all.document);
    CHECK(seen.at("mine.trail.from.unit.name") == "Partiet");
    CHECK(seen.size("mine.trail.to") == 0);
    const auto here = all.party.world.browser().get(all.place + "/amendments");
    CHECK(here.at("mine." + id + ".trail.to.0.id") == there);
    CHECK(here.at("mine." + id + ".trail.to.0.state") == "submitted");
    CHECK(here.at("mine." + id + ".trail.from") == "null");
}
