// A question about a paragraph shows it: on the page, before it is sent, on the receipt, and to its author's readers
// only.
#include "features/consultations/consultation_world.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

std::string asks_about(const std::string& block) {
    return R"("sections":[{"key":"s","questions":[{"key":"q","kind":"agreement","title":{"nb":"Enig?"},"block":")" +
           block + "\"}]}]";
}

bool shows(const testing::Answer& page, const std::string& words) { return page.body.find(words) != std::string::npos; }

}  // namespace

TEST_CASE(
    "who is asked about a paragraph sees it with its lines in the version that was asked about, and on the receipt") {
    ConsultationWorld all;
    auto editor = all.world.signed_in(all.editor);
    const auto document = all.document(all.process_id, "# Ferger\n\n**Gratis** ferger.\n\nIkke spurt om.");
    const auto consultation = all.open(R"(,"document":)" + document);
    REQUIRE(
        editor.put("/api/consultations/" + consultation + "/form", R"({"base":1,)" + asks_about("b2") + "}").status ==
        200);
    all.save(document, 1, "# Ferger\n\n**Dyre** ferger.");
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    const std::string paragraph = "<strong><span class=\"ln first\" data-n=\"2\"></span>Gratis</strong> ferger.</p>";
    const auto page = browser.get(link);
    CHECK(shows(page, paragraph));
    CHECK(shows(page, "/documents/" + document + "/versions/1#b2\">Linje 2, Utkast</a>"));
    CHECK(!shows(page, "Ikke spurt om."));
    CHECK(shows(ConsultationWorld::form(browser, link, "page=1&act=next&q.q=kanskje"), paragraph));
    ConsultationWorld::form(browser, link, "page=1&act=next&q.q=agree");
    CHECK(shows(browser.get(link + "/review"), paragraph));
    REQUIRE(ConsultationWorld::form(browser, link + "/submission", "consent=yes").status == 303);
    CHECK(shows(browser.get(link + "/receipt"), paragraph));

    // Once the process is hidden the link still shows one's own words, and none of the document.
    all.world.database.sql("update processes set audience = 'units' where id = " + all.process_id);
    const auto later = browser.get(link + "/receipt");
    CHECK(later.status == 200);
    CHECK(shows(later, "Enig?"));
    CHECK(!shows(later, "ferger."));
    CHECK(!shows(later, "Utkast"));
}

TEST_CASE("a form's preview shows the paragraphs of a document of that process, and of no other") {
    ConsultationWorld all;
    auto editor = all.world.signed_in(all.editor);
    const auto document = all.document(all.process_id, "Gratis ferger.");
    const auto elsewhere = all.document(all.process("public", "reading"), "Gratis ferger.");
    const auto preview = [&](const std::string& number, const std::string& version) {
        return editor.post("/api/processes/" + all.process_id + "/form-preview",
                           R"({"document":)" + number + R"(,"version":)" + version + "," + asks_about("b1") + "}");
    };
    CHECK(preview(document, "1").at("html").find("Gratis ferger.") != std::string::npos);
    CHECK(preview(elsewhere, "1").status == 404);
    CHECK(preview(document, "9").status == 404);
}
