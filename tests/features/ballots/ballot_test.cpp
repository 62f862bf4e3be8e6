// Drafting, opening and closing.
#include "features/ballots/ballot_world.hpp"

using namespace samrad;
using testing::BallotWorld;

namespace {

std::string drafts_of(BallotWorld& world) { return "/api/processes/" + std::to_string(world.process) + "/ballots"; }

}  // namespace

TEST_CASE("An editor drafts a ballot, changes it, and opens it with a frozen electorate") {
    BallotWorld world;
    auto editor = world.signed_in(world.editor);
    const auto drafted = editor.post(drafts_of(world), world.approval());
    CHECK(drafted.status == 201);
    CHECK(drafted.at("state") == "draft");
    CHECK(drafted.at("choices.0.key") == "for");
    CHECK(drafted.at("choices.2.key") == "abstain");
    CHECK(drafted.at("turnout.members.electorate") == "null");
    const auto path = world.path(drafted.number("id"));
    const auto changed = editor.patch(path, R"({"kind":"options","choices":["Rød","Grønn"],"question":"Hvilken?"})");
    CHECK(changed.status == 200);
    CHECK(changed.at("choices.1.label") == "Grønn");
    CHECK(changed.at("choices.1.key") == "null");
    const auto opened = editor.post(path + "/opening");
    CHECK(opened.status == 200);
    CHECK(opened.at("state") == "open");
    CHECK(opened.at("turnout.members.electorate") == "2");
    CHECK(opened.at("results") == "null");
}

TEST_CASE("The rules are fixed from the opening on, every single one of them") {
    BallotWorld world;
    const auto path = world.path(world.open());
    auto editor = world.signed_in(world.editor);
    const auto before = editor.get(path).body;
    for (const char* change : {R"({"question":"Noe annet?"})", R"({"description":"Mer"})", R"({"document":null})",
                               R"({"kind":"options"})", R"({"choices":["A","B"]})", R"({"disclosure":"named"})",
                               R"({"results_visible":"always"})", R"({"admits_participants":true})", R"({"units":[1]})",
                               R"({"opens":null})", R"({"closes":"2031-01-01T00:00:00Z"})", "{}"}) {
        const auto answer = editor.patch(path, change);
        CHECK(answer.status == 409);
        CHECK(answer.code() == "ballot.rules_fixed");
    }
    CHECK(editor.get(path).body == before);
}

TEST_CASE("A ballot opens once, and a closed one stays closed") {
    BallotWorld world;
    const auto ballot = world.open();
    auto editor = world.signed_in(world.editor);
    CHECK(editor.post(world.path(ballot) + "/opening").code() == "ballot.rules_fixed");
    const auto closed = world.close(ballot);
    CHECK(closed.status == 200);
    CHECK(closed.at("state") == "closed");
    CHECK(editor.post(world.path(ballot) + "/opening").code() == "ballot.rules_fixed");
    CHECK(editor.patch(world.path(ballot), "{}").code() == "ballot.rules_fixed");
    CHECK(world.close(ballot).body == closed.body);
    CHECK(world.close(world.draft()).code() == "ballot.not_open");
}

TEST_CASE("A ballot opens at the stage for voting alone") {
    BallotWorld world;
    const auto ballot = world.draft();
    world.set_stage("discussing");
    auto editor = world.signed_in(world.editor);
    CHECK(editor.get(world.path(ballot)).at("may.open") == "false");
    const auto refused = editor.post(world.path(ballot) + "/opening");
    CHECK(refused.status == 409);
    CHECK(refused.code() == "vote.stage_closed");
}

TEST_CASE("What is wrong with a ballot is named by its field") {
    BallotWorld world;
    auto editor = world.signed_in(world.editor);
    const auto refused = [&](const std::string& body) {
        const auto answer = editor.post(drafts_of(world), body);
        CHECK(answer.status == 422);
        return answer.code() + " " + answer.field();
    };
    CHECK(refused("{}") == "input.missing question");
    CHECK(refused(R"({"question":"Hva?","kind":"lottery","disclosure":"named"})") == "input.not_a_choice kind");
    CHECK(refused(R"({"question":"Hva?","kind":"approval","disclosure":"secret"})") == "input.not_a_choice disclosure");
    CHECK(refused(R"({"question":"Hva?","kind":"approval","disclosure":"named"})") == "ballot.units_missing units");
    CHECK(refused(R"({"question":"Hva?","kind":"approval","disclosure":"named","units":[99999]})") ==
          "input.not_a_choice units");
    CHECK(refused(world.approval(R"(,"document":99999)")) == "input.not_a_choice document");
    CHECK(refused(world.approval(R"(,"weight":2)")) == "input.unknown_field weight");
    CHECK(refused(world.approval(R"(,"choices":["Ja","Nei"])")) == "ballot.choices_given choices");
    CHECK(refused(world.approval(R"(,"opens":"2031-01-02T00:00:00Z","closes":"2031-01-01T00:00:00Z")")) ==
          "ballot.closes_before_opening closes");
    CHECK(world.database.number("select count(*) from ballots") == 0);
}

TEST_CASE("Drafts exist for editors alone, and only editors draft, change, open and close") {
    BallotWorld world;
    const auto draft = world.draft();
    const auto open = world.open();
    for (const auto who : {world.kari, world.guest}) {
        auto browser = world.signed_in(who);
        CHECK(browser.get(world.path(draft)).status == 404);
        CHECK(browser.post(world.path(draft) + "/opening").status == 404);
        CHECK(browser.patch(world.path(draft), "{}").status == 404);
        CHECK(browser.put(world.path(draft) + "/vote", R"({"choice":1})").status == 404);
        CHECK(browser.get(world.path(open)).status == 200);
        CHECK(browser.post(world.path(open) + "/closing").status == 403);
        CHECK(browser.patch(world.path(open), "{}").status == 403);
        CHECK(browser.post(drafts_of(world), world.approval()).status == 403);
        const auto process = browser.get("/api/processes/" + std::to_string(world.process));
        CHECK(process.size("ballots") == 1);
    }
    CHECK(world.browser().get(world.path(draft)).status == 404);
    CHECK(world.browser().get(world.path(open)).status == 200);
    CHECK(world.browser().post(world.path(open) + "/closing").status == 401);
    const auto for_editor = world.signed_in(world.editor).get("/api/processes/" + std::to_string(world.process));
    CHECK(for_editor.size("ballots") == 2);
}

TEST_CASE("A ballot of a process that may not be read does not exist, as one that is not there") {
    BallotWorld world;
    world.process = world.add_process("members");
    const auto ballot = world.open();
    auto guest = world.signed_in(world.guest);
    const auto hidden = guest.get(world.path(ballot));
    CHECK(hidden.status == 404);
    CHECK(hidden.body == guest.get(world.path(ballot + 1000)).body);
    CHECK(world.cast(world.guest, ballot, 0).status == 404);
}

TEST_CASE("A small electorate whose single votes could be guessed is warned of before the opening") {
    BallotWorld world;
    auto editor = world.signed_in(world.editor);
    CHECK(editor.get(world.path(world.draft())).at("warnings.0") == "small_electorate");
    CHECK(editor.get(world.path(world.draft(R"(,"disclosure":"named")"))).size("warnings") == 0);
    for (int i = 0; i < 2; ++i) world.standing(world.person("Ny " + std::to_string(i)), world.branch, "member");
    CHECK(editor.get(world.path(world.draft())).size("warnings") == 0);
}

TEST_CASE("The same create sent twice with one key makes one ballot") {
    BallotWorld world;
    auto editor = world.signed_in(world.editor);
    const auto one = editor.post(drafts_of(world), world.approval(), "ballot-key-1");
    const auto two = editor.post(drafts_of(world), world.approval(), "ballot-key-1");
    CHECK(one.body == two.body);
    CHECK(world.database.number("select count(*) from ballots") == 1);
}
