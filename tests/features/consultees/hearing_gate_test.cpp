// Nothing is decided before everybody who must be heard has been: by hand, by the clock, and in a race.
#include <atomic>
#include <latch>
#include <thread>

#include "features/ballots/ballot_clock.hpp"
#include "features/consultees/hearing_world.hpp"

using namespace samrad;
using testing::HearingWorld;

namespace {

constexpr const char* begun = "\"2020-02-01T00:00:00Z\"";

std::string draft_ballot(HearingWorld& all, const std::string& more = "") {
    const auto made = all.world.signed_in(all.editor)
                          .post("/api/processes/" + all.process_id + "/ballots",
                                R"({"question":"Vedtas?","kind":"approval","disclosure":"result_only","units":[)" +
                                    std::to_string(all.branch.value) + "]" + more + "}");
    INFO(made.body);
    REQUIRE(made.status == 201);
    return "/api/ballots/" + made.at("id");
}

void run_clock(HearingWorld& all) {
    features::open_and_close_due(all.world.database.pool(), [](const auto&) {});
}

}  // namespace

TEST_CASE("a stage that decides does not begin by the clock or by hand until the body has answered") {
    HearingWorld all;
    all.add_branch(true);
    all.send();
    auto editor = all.world.signed_in(all.editor);
    const auto process = "/api/processes/" + all.process_id;
    const auto voting = all.plan_voting(begun);
    CHECK(all.stage() == "discussing");
    const auto told = all.world.browser().get(process);
    CHECK(told.at("hearing.held_stage") == voting);
    CHECK(told.at("hearing.awaited.0.name") == "Lokallaget");
    const auto refused = editor.post(process + "/stage", R"({"stage":)" + voting + "}");
    CHECK(refused.status == 409);
    CHECK(refused.code() == "process.awaits_hearing");
    auto secretary = all.world.signed_in(all.secretary);
    all.answer_by(secretary, all.link_to("siri@example.org"));
    CHECK(all.stage() == "voting");
    CHECK(all.world.browser().get(process).at("hearing.held_stage") == "null");
    CHECK(editor.post(process + "/stage", R"({"stage":)" + voting + "}").status == 200);
}

TEST_CASE("a waiver with a reason opens the gate, is shown to everybody, and is not taken back once it decides") {
    HearingWorld all;
    const auto consultee = "/api/consultees/" + all.add_branch(true);
    auto editor = all.world.signed_in(all.editor);
    all.plan_voting(begun);
    CHECK(editor.post(consultee + "/waiver", R"({"reason":"  "})").code() == "input.too_short");
    CHECK(all.stage() == "discussing");
    CHECK(editor.post(consultee + "/waiver", R"({"reason":"Laget er lagt ned."})").status == 200);
    CHECK(all.stage() == "voting");
    const auto told = all.world.browser().get("/api/processes/" + all.process_id);
    CHECK(told.at("hearing.waived.0.reason") == "Laget er lagt ned.");
    CHECK(told.at("hearing.waived.0.by") == "Eirik");
    CHECK(editor.del(consultee + "/waiver").code() == "consultee.stage_begun");
    CHECK(all.stage() == "voting");
    CHECK(all.world.database.number("select count(*) from audit_trail where act = 'waive'") == 1);
}

TEST_CASE("who declines is still awaited, until an editor waives it") {
    HearingWorld all;
    const auto consultee = all.add_branch(true);
    all.send();
    all.plan_voting(begun);
    auto secretary = all.world.signed_in(all.secretary);
    CHECK(secretary.post("/api/consultees/" + consultee + "/declining", R"({"word":"Rakk det ikke"})").status == 200);
    CHECK(all.stage() == "discussing");
    CHECK(all.world.signed_in(all.member).post("/api/consultees/" + consultee + "/declining").status == 403);
}

TEST_CASE("what has begun does not end because an answer is withdrawn, or somebody more should be heard") {
    HearingWorld all;
    all.add_branch(true);
    all.send();
    all.plan_voting(begun);
    auto secretary = all.world.signed_in(all.secretary);
    const auto link = all.link_to("siri@example.org");
    all.answer_by(secretary, link);
    const auto again = HearingWorld::form(secretary, link + "/answers", "");
    CHECK(HearingWorld::form(secretary, again.header("location") + "/withdrawal", "").status == 200);
    CHECK(all.stage() == "voting");
    auto editor = all.world.signed_in(all.editor);
    const auto second = R"("organisations":[{"name":"Vel","email":"vel@example.org"}])";
    CHECK(editor.post(all.path + "/consultees", "{" + std::string(second) + R"(,"must_be_heard":true})").code() ==
          "consultee.stage_begun");
    const auto added = editor.post(all.path + "/consultees", "{" + std::string(second) + "}");
    CHECK(editor.patch("/api/consultees/" + added.at("items.1.id"), R"({"must_be_heard":true})").code() ==
          "consultee.stage_begun");
    CHECK(all.stage() == "voting");
}

TEST_CASE("a draft holds nothing back; publishing it during a vote, with somebody to be heard, is refused") {
    HearingWorld all;
    auto editor = all.world.signed_in(all.editor);
    const auto made = editor.post("/api/processes/" + all.process_id + "/consultations",
                                  "{" + HearingWorld::rules() + "," + HearingWorld::sections() + "}");
    const auto path = "/api/consultations/" + made.at("id");
    editor.post(path + "/consultees",
                R"({"units":[)" + std::to_string(all.branch.value) + R"(],"must_be_heard":true})");
    all.plan_voting(begun);
    CHECK(all.stage() == "voting");
    CHECK(editor.post(path + "/publishing").code() == "consultee.stage_begun");
    all.plan_voting("null");
    CHECK(editor.post(path + "/publishing").status == 200);
    all.plan_voting(begun);
    CHECK(all.stage() == "discussing");
}

TEST_CASE("no ballot opens past a body that is awaited: not by hand, not by the clock, not past the schema") {
    HearingWorld all;
    const auto consultee = all.add_branch(true);
    all.plan_voting(begun);
    auto editor = all.world.signed_in(all.editor);
    const auto ballot = draft_ballot(all, R"(,"opens":"2020-01-01T00:00:00Z")");
    CHECK(editor.post(ballot + "/opening").code() == "process.awaits_hearing");
    run_clock(all);
    CHECK(editor.get(ballot).at("state") == "draft");
    CHECK_THROWS(all.world.database.sql("update ballots set state = 'open', opened_at = now()"));
    CHECK(editor.post("/api/consultees/" + consultee + "/waiver", R"({"reason":"Ferie"})").status == 200);
    run_clock(all);
    CHECK(editor.get(ballot).at("state") == "open");
}

TEST_CASE("a body that is to be heard and a ballot that opens, at once, thirty times: never both") {
    HearingWorld all;
    all.plan_voting(begun);
    for (int round = 0; round < 30; ++round) {
        all.plan_voting("null");
        const auto ballot = draft_ballot(all);
        const auto name = std::to_string(round);
        std::atomic<int> opened = 0, required = 0, other = 0;
        std::latch start(2);
        const auto count = [&](int status, std::atomic<int>& done) {
            ++(status < 300 ? done : status == 409 ? other : other);
        };
        {
            std::jthread one([&] {
                auto editor = all.world.signed_in(all.editor);
                start.arrive_and_wait();
                all.plan_voting(begun);
                count(editor.post(ballot + "/opening").status, opened);
            });
            std::jthread two([&] {
                auto editor = all.world.signed_in(all.editor);
                start.arrive_and_wait();
                count(editor
                          .post(all.path + "/consultees", R"({"must_be_heard":true,"organisations":[{"name":"Vel )" +
                                                              name + R"(","email":"vel)" + name + R"(@example.org"}]})")
                          .status,
                      required);
            });
        }
        CHECK(opened + required == 1);
        all.world.database.sql("update consultees set waived_at = now(), waived_by = 1, waiver_reason = 'r'");
    }
}
