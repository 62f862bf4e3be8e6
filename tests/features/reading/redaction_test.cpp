// What is blacked out reaches nobody on any route, and who looks behind a bar is on record.
#include "features/reading/reading_world.hpp"

using namespace samrad;
using testing::ReadingWorld;

namespace {

constexpr const char* canary = "Nordmann";

}  // namespace

TEST_CASE("what is redacted is in no list, answer, family, search, suggestion or file that anybody is given") {
    ReadingWorld all;
    const auto id = all.answered("Ring+Kari+Nordmann+om+fergen+hun+vet+alt+om+den+saken");
    all.mark(all.editor, id, all.theme("Ferger"), 0, 30);
    CHECK(all.redact(id, 5, 18).status == 201);
    all.sort();
    for (const auto who : {all.editor, all.moderator}) {
        auto browser = all.world.signed_in(who);
        for (const std::string& path :
             {all.list + "/reading", all.list + "/answers", all.list + "/answers/export",
              all.list + "/answers/export?format=jsonl", "/api/answers/" + id, "/api/answers/" + id + "/family",
              "/api/answers/" + id + "/suggestions", all.list + "/families", all.list + "/reading?q=fergen"}) {
            const auto answer = browser.get(path);
            INFO(path << " " << answer.body.substr(0, 300));
            CHECK(answer.status == 200);
            CHECK(answer.body.find(canary) == std::string::npos);
        }
        CHECK(browser.get(all.list + "/reading?q=nordmann").size("items") == 0);
        CHECK(browser.get(all.list + "/answers?q=nordmann").size("items") == 0);
        CHECK(browser.get(all.list + "/reading?q=ring").size("items") == 1);
    }
    CHECK(all.world.database.number("select count(*) from marks where 'nordmann' = any(stems)") == 0);
    const auto shown = all.world.signed_in(all.moderator).get("/api/answers/" + id);
    CHECK(shown.at("passages.redactions.0.reason") == "Navn");
    CHECK(shown.at("texts.0.text").find("Ring █████████████ om fergen") == 0);
    // Its author has it still, by the link.
    CHECK(all.world.browser().get(all.last_link + "/receipt").body.find(canary) != std::string::npos);
}

TEST_CASE("moderators alone see the original, which is recorded; and they take a bar away") {
    ReadingWorld all;
    const auto id = all.answered("Ring+Kari+Nordmann+om+fergen");
    CHECK(all.redact(id, 5, 18).status == 201);
    auto editor = all.world.signed_in(all.editor), moderator = all.world.signed_in(all.moderator);
    CHECK(editor.post("/api/answers/" + id + "/original").status == 403);
    CHECK(all.world.database.number("select count(*) from audit_trail where act = 'show_original'") == 0);
    const auto original = moderator.post("/api/answers/" + id + "/original");
    CHECK(original.at("texts.0.text") == "Ring Kari Nordmann om fergen");
    CHECK(original.header("cache-control") == "no-store");
    CHECK(all.world.database.value("select object from audit_trail where act = 'show_original'") == "answer:" + id);
    const auto redaction = editor.get("/api/answers/" + id).at("passages.redactions.0.id");
    CHECK(editor.del("/api/redactions/" + redaction).status == 403);
    CHECK(moderator.del("/api/redactions/" + redaction).size("items") == 0);
    CHECK(editor.get("/api/answers/" + id).at("texts.0.text") == "Ring Kari Nordmann om fergen");
    CHECK(editor.get(all.list + "/reading?q=nordmann").size("items") == 1);
    for (const auto& [first, past] : {std::pair{0, 500}, {3, 3}}) {
        CHECK(all.redact(id, first, past).code() == "passage.outside");
    }
}

TEST_CASE("an author who changes the answer leaves bars and marks on their words") {
    ReadingWorld all;
    const auto id = all.answered("Ring+Kari+Nordmann+om+fergen");
    const auto theme = all.theme("Ferger");
    all.mark(all.editor, id, theme, 19, 28);
    all.redact(id, 5, 18);
    auto author = all.world.browser();
    REQUIRE(ReadingWorld::answer(author, all.last_link, "Hei+der!+Ring+Kari+Nordmannsen+om+fergen").status == 303);
    const auto shown = all.world.signed_in(all.editor).get("/api/answers/" + id);
    INFO(shown.body);
    CHECK(shown.body.find(canary) == std::string::npos);
    CHECK(shown.at("texts.0.text").find("Hei der! Ring ") == 0);
    REQUIRE(shown.size("passages.marks") == 1);
    CHECK(shown.at("passages.marks.0.past") == "40");
    // Sent again as it is: its search finds nothing of what is below the bar.
    REQUIRE(ReadingWorld::answer(author, all.last_link, "Hei+der!+Ring+Kari+Nordmannsen+om+fergen").status == 303);
    CHECK(all.world.database.number("select count(*) from answers where search::text ilike '%nordmann%'") == 0);
    // Written anew: nothing is left to hide or to mark.
    REQUIRE(ReadingWorld::answer(author, all.last_link, "Helt+andre+ord").status == 303);
    const auto after = all.world.signed_in(all.editor).get("/api/answers/" + id);
    CHECK(after.at("texts.0.text") == "Helt andre ord");
    CHECK(after.size("passages.redactions") == 0);
}

TEST_CASE("a passage is blacked out or marked in the words that were read, not in those that came meanwhile") {
    ReadingWorld all;
    const auto id = all.answered("Ring+Kari+Nordmann+om+fergen");
    const auto theme = all.theme("Ferger");
    auto editor = all.world.signed_in(all.editor);
    const auto passage = "{" + ReadingWorld::passage(5, 18) + R"(,"edits":)" + all.edits_of(id);
    auto author = all.world.browser();
    REQUIRE(ReadingWorld::answer(author, all.last_link, "Sp%C3%B8r+heller+Kari+Nordmann+om+fergen").status == 303);
    CHECK(editor.post("/api/answers/" + id + "/redactions", passage + R"(,"reason":"Navn"})").code() ==
          "answer.changed");
    CHECK(editor.post("/api/answers/" + id + "/marks", passage + R"(,"theme":)" + theme + "}").code() ==
          "answer.changed");
    CHECK(all.redact(id, 12, 25).status == 201);
    CHECK(editor.get("/api/answers/" + id).body.find(canary) == std::string::npos);
    CHECK(editor.get("/api/answers/" + id + "/suggestions").at("edits") == all.edits_of(id));
}
