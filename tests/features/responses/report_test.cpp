// The report: what it tells, what it never tells, and that what was said once stays readable.
#include "features/responses/response_world.hpp"

using namespace samrad;
using namespace samrad::testing;

namespace {

bool has(const Answer& answer, std::string_view words) { return answer.body.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("A report is published once every theme with passages is answered or named as open") {
    ResponseWorld house;
    house.sent("Fergene+er+for+dyre");
    const auto price = house.theme("Pris");
    const auto boats = house.theme("Båtene");
    house.mark(price);
    house.mark(boats);
    REQUIRE(house.respond(price, 0).status == 200);
    CHECK(house.publish(0).code() == "report.unanswered");
    CHECK(house.publish(1, boats).code() == "report.stale_base");
    const auto published = house.publish(0, boats);
    INFO(published.body);
    REQUIRE(published.status == 201);
    CHECK(house.publish(0, boats).code() == "report.stale_base");
    CHECK(house.publish(1, boats).code() == "report.unchanged");

    const auto report = house.world.browser().get(house.at + "/report");
    CHECK(report.at("edition") == "1");
    CHECK(report.at("themes.0.response.decided") == "Vi tok det inn.");
    CHECK(report.at("themes.1.open") == "true");
    // One person is fewer than five.
    CHECK(report.at("themes.0.answers.public") == "null");
    CHECK(report.at("themes.0.answers.members") == "0");
    const auto page = house.world.browser().get("/consultations/" + house.consultation + "/report");
    CHECK(page.status == 200);
    CHECK(has(page, "færre enn 5"));
    CHECK(has(page, "Ikke besvart ennå"));
}

TEST_CASE("A draft is not told before it is published, and an earlier edition stays as it was") {
    ResponseWorld house;
    house.sent("Fergene+er+for+dyre");
    const auto theme = house.theme("Pris");
    house.mark(theme);
    REQUIRE(house.respond(theme, 0).status == 200);
    REQUIRE(house.publish(0).status == 201);
    auto editor = house.world.signed_in(house.editor);
    REQUIRE(editor
                .put(house.at + "/responses/" + theme,
                     R"({"base":1,"status":"followed","heard":"Ny","decided":"HEMMELIG til den publiseres"})")
                .status == 200);
    house.world.database.sql("update themes set title = 'Omdøpt' where id = " + theme);
    const std::string page = "/consultations/" + house.consultation + "/report";
    for (const auto& path : {page, house.at + "/report", "/api/documents/" + house.document_id + "/heard?block=b2"}) {
        CHECK(!has(house.world.browser().get(path), "HEMMELIG"));
    }
    REQUIRE(house.publish(1).status == 201);
    CHECK(has(house.world.browser().get(page), "HEMMELIG"));
    const auto old = house.world.browser().get(page + "?edition=1");
    CHECK(has(old, "Vi tok det inn."));
    CHECK(has(old, "Pris"));
    CHECK(!has(old, "Omdøpt"));
    CHECK(house.world.browser().get(page + "?edition=3").status == 404);
    CHECK(house.world.browser().get(page + "?edition=x").status == 422);
}

TEST_CASE("A quote is shown while its author consents, the answer stands and nothing of it is redacted") {
    ResponseWorld house;
    const auto link = house.sent("Fergene+er+for+dyre", "", true);
    const auto answer = house.newest_answer();
    const auto theme = house.theme("Pris");
    const auto mark = house.mark(theme, 12);
    REQUIRE(house.respond(theme, 0, R"(,"quotes":[)" + mark + "]").status == 200);
    REQUIRE(house.publish(0).status == 201);
    const auto quotes = [&] {
        const auto page = house.world.browser().get("/consultations/" + house.consultation + "/report");
        const auto json = house.world.browser().get(house.at + "/report");
        CHECK(has(page, "Fergene er f") == (json.size("themes.0.response.quotes") == 1));
        return json.size("themes.0.response.quotes");
    };
    CHECK(quotes() == 1);
    house.world.database.sql("insert into redactions (answer_id, field, first, past, reason, author_id) values (" +
                             answer + ", 'why', 8, 9, 'Navn', " + std::to_string(house.moderator.value) + ")");
    CHECK(quotes() == 0);
    house.world.database.sql("delete from redactions");
    CHECK(quotes() == 1);
    house.world.database.sql("update answers set may_publish = false where id = " + answer);
    CHECK(quotes() == 0);
    house.world.database.sql("update answers set may_publish = true where id = " + answer);
    auto browser = house.world.browser();
    REQUIRE(ResponseWorld::form(browser, link + "/withdrawal", "").status == 200);
    CHECK(quotes() == 0);
}

TEST_CASE("Nothing of what editors and contributors write is markup, on the page or on paper") {
    ResponseWorld house;
    house.sent("%3Cscript%3Ealert(1)%3C/script%3E+%7B%7Bthree%7D%7D", "", true);
    const auto theme = house.theme("<b>Pris</b> {{{h}}}");
    const auto mark = house.mark(theme, 20);
    auto editor = house.world.signed_in(house.editor);
    REQUIRE(editor
                .put(house.at + "/responses/" + theme,
                     R"j({"base":0,"status":"noted","heard":"<img src=x onerror=alert(1)> ![x](http://127.0.0.1/x)",)j"
                     R"j("decided":"[her](javascript:alert(1)) # ikke overskrift","why":"w","quotes":[)j" +
                         mark + "]}")
                .status == 200);
    REQUIRE(house.publish(0).status == 201);
    const auto page = house.world.browser().get("/consultations/" + house.consultation + "/report");
    CHECK(!has(page, "<script>alert"));
    CHECK(!has(page, "<img"));
    CHECK(!has(page, "<b>Pris"));
    CHECK(has(page, "{{{h}}}"));
    const auto markdown = house.world.browser().get(house.at + "/report/export?form=md");
    INFO(markdown.body);
    REQUIRE(markdown.status == 200);
    CHECK(has(markdown, "\\<img"));
    CHECK(!has(markdown, "![x]("));
    CHECK(!has(markdown, "[her](javascript"));
    CHECK(house.world.browser().get(house.at + "/report/export?form=docx").body.starts_with("PK"));
    CHECK(house.world.browser().get(house.at + "/report/export?form=exe").status == 422);
}

TEST_CASE("From a changed block one comes back to what was said, also where a later version has it no more") {
    ResponseWorld house;
    house.sent("Fergene+er+for+dyre", "", true);
    const auto theme = house.theme("Pris");
    const auto mark = house.mark(theme, 7);
    REQUIRE(house.save(house.document_id, 1, "# Ferger\n\nFergene skal være gratis.\n\nDet koster penger.\n").status ==
            201);
    REQUIRE(house.respond(theme, 0, R"(,"version":2,"blocks":["b2"],"quotes":[)" + mark + "]").status == 200);
    const std::string heard = "/api/documents/" + house.document_id + "/heard?block=";
    const auto blocks = "/api/documents/" + house.document_id + "/heard-blocks";
    CHECK(house.world.browser().get(heard + "b2").size("items") == 0);
    CHECK(house.world.browser().get(blocks).size("items") == 0);
    REQUIRE(house.publish(0).status == 201);
    // On paper the place leads there too, and the counts stand in one line.
    const auto paper = house.world.browser().get(house.at + "/report/export?form=md");
    CHECK(has(paper, std::string(testing::origin) + "/documents/" + house.document_id + "/versions/2#b2)"));
    CHECK(has(paper, "færre enn 5"));
    const auto found = house.world.browser().get(heard + "b2");
    INFO(found.body);
    REQUIRE(found.size("items") == 1);
    CHECK(found.at("items.0.theme.title") == "Pris");
    CHECK(found.at("items.0.theme.response.quotes.0.words") == "Fergene");
    CHECK(found.at("items.0.theme.response.blocks.0.words") == "Fergene skal være gratis.");
    CHECK(found.at("items.0.theme.response.blocks.0.gone") == "false");
    CHECK(house.world.browser().get(blocks).size("items") == 1);
    CHECK(house.world.browser().get(blocks).at("items.0") == R"({"block":"b2","version":2,"themes":1})");
    CHECK(house.world.browser().get(heard + "b1").size("items") == 0);
    CHECK(house.world.browser().get(heard + "b1'--").status == 422);

    REQUIRE(house.save(house.document_id, 2, "# Ferger\n\nDet koster penger.\n").status == 201);
    const auto gone = house.world.browser().get(house.at + "/report");
    CHECK(gone.at("themes.0.response.blocks.0.gone") == "true");
    const auto page = house.world.browser().get("/consultations/" + house.consultation + "/report");
    CHECK(has(page, "står ikke lenger i den nyeste versjonen"));
    CHECK(has(page, "/documents/" + house.document_id + "/versions/2#b2"));
}
