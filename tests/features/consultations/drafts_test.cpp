// What is saved as one types, in two windows, and in the language that one reads.
#include "features/consultations/consultation_world.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

std::string draft_path(const std::string& link) {
    return "/api/answers-by-link/" + link.substr(std::string("/answers/").size()) + "/draft";
}

std::string draft(const std::string& base, const std::string& fields, const std::string& page = "1") {
    return R"({"page":)" + page + R"(,"base":")" + base + R"(","fields":)" + fields + "}";
}

}  // namespace

TEST_CASE("what is typed is saved as one goes, with what is wrong so far and no nagging about what is yet to come") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    const auto base = ConsultationWorld::base_in(browser.get(link).body);
    REQUIRE(!base.empty());
    const auto saved = browser.put(draft_path(link), draft(base, R"({"why":["Begynt"]})"));
    CHECK(saved.status == 200);
    CHECK(saved.size("problems") == 0);
    const auto wrong = browser.put(draft_path(link), draft(saved.at("base"), R"({"boat":["kanskje"],"why":["Mer"]})"));
    CHECK(wrong.at("problems.0.field") == "boat");
    CHECK(wrong.at("problems.0.sentence") == "Velg ett av alternativene.");
    CHECK(all.world.browser().get(link).body.find("Mer</textarea>") != std::string::npos);
    CHECK(browser.put(draft_path(link), draft("", R"({"nope":["x"]})")).code() == "input.unknown_field");
    CHECK(browser.put(draft_path(link), draft("", "{}", "9")).field() == "page");
    CHECK(browser.put(draft_path("/answers/unknown"), draft("", "{}")).status == 404);
    all.world.database.sql("update consultations set closes_at = now() - interval '1 minute'");
    CHECK(browser.put(draft_path(link), draft(wrong.at("base"), "{}")).code() == "consultation.closed");
}

TEST_CASE("of two windows neither overwrites what the other saved without being told") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto one = all.world.browser(), other = all.world.browser();
    const auto link = ConsultationWorld::begin(one, consultation);
    const auto base = ConsultationWorld::base_in(one.get(link).body);
    CHECK(one.put(draft_path(link), draft(base, R"({"boat":["yes"],"why":["Fra den ene"]})")).status == 200);
    CHECK(other.put(draft_path(link), draft(base, R"({"boat":["yes"],"why":["Fra den andre"]})")).code() ==
          "answer.changed_elsewhere");
    // The same over again is no quarrel.
    CHECK(other.put(draft_path(link), draft(base, R"({"boat":["yes"],"why":["Fra den ene"]})")).status == 200);
    // Without script the page comes back with what was typed there, and counts when it is saved once more.
    const auto body = "page=1&act=next&q.boat=yes&q.why=Fra+den+andre";
    const auto told = ConsultationWorld::form(other, link, body + ("&base=" + base));
    CHECK(told.status == 409);
    CHECK(told.body.find("endret et annet sted") != std::string::npos);
    CHECK(told.body.find("Fra den andre</textarea>") != std::string::npos);
    CHECK(all.world.database.value("select typed::json->'why'->>0 from answers") == "Fra den ene");
    CHECK(ConsultationWorld::form(other, link, body + ("&base=" + ConsultationWorld::base_in(told.body))).status ==
          303);
    CHECK(all.world.database.value("select typed::json->'why'->>0 from answers") == "Fra den andre");
    // Two pages of one form are in nobody's way.
    CHECK(one.put(draft_path(link),
                  draft(ConsultationWorld::base_in(one.get(link + "?page=2").body), R"({"price":["3"]})", "2"))
              .status == 200);
}

TEST_CASE("the form changes its language in the midst of a page without losing what was typed") {
    ConsultationWorld all;
    const auto made =
        all.world.signed_in(all.editor)
            .post("/api/processes/" + all.process_id + "/consultations",
                  "{" + ConsultationWorld::rules() +
                      R"(,"sections":[{"key":"s","questions":[{"key":"q","kind":"long_text",)"
                      R"("title":{"nb":"Hva mener du?","nn":"Kva meiner du?","en":"What do you think?"}}]}]})");
    all.world.signed_in(all.editor).post("/api/consultations/" + made.at("id") + "/publishing");
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, made.at("id"));
    const auto page = browser.get(link).body;
    CHECK(page.find("Nynorsk") != std::string::npos);
    CHECK(ConsultationWorld::form(browser, link, "page=1&act=language:nn&q.q=Halvferdig").status == 303);
    const auto nynorsk = browser.get(link).body;
    CHECK(nynorsk.find("Kva meiner du?") != std::string::npos);
    CHECK(nynorsk.find("Halvferdig</textarea>") != std::string::npos);
    ConsultationWorld::form(browser, link, "page=1&act=language:en&q.q=Halvferdig");
    CHECK(browser.get(link + "/review").body.find("What do you think?") != std::string::npos);
    ConsultationWorld::form(browser, link, "page=1&act=language:xx&q.q=Halvferdig");
    CHECK(all.world.database.value("select language from answers") == "en");
    ConsultationWorld::form(browser, link, "page=1&act=next&q.q=Ferdig");
    ConsultationWorld::form(browser, link + "/submission", "consent=yes");
    CHECK(all.world.database.value("select consent_text from answers").starts_with("Your answer may show"));
    CHECK(all.world.signed_in(all.editor)
              .get("/api/consultations/" + made.at("id") + "/answers")
              .at("items.0.language") == "en");
}
