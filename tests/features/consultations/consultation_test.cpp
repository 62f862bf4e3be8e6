// What editors do with a consultation, and what they read of its answers.
#include "features/consultations/consultation_world.hpp"

using namespace samrad;
using testing::ConsultationWorld;

TEST_CASE("a consultation is a draft that editors alone see, until it is published") {
    ConsultationWorld all;
    auto editor = all.world.signed_in(all.editor);
    const auto made = editor.post("/api/processes/" + all.process_id + "/consultations",
                                  "{" + ConsultationWorld::rules() + "," + ConsultationWorld::sections() + "}");
    REQUIRE(made.status == 201);
    CHECK(made.at("state") == "draft");
    const auto path = "/api/consultations/" + made.at("id");
    CHECK(all.world.browser().get(path).status == 404);
    CHECK(all.world.browser().get("/consultations/" + made.at("id")).status == 404);
    CHECK(all.world.browser().get("/api/processes/" + all.process_id + "/consultations").size("items") == 0);
    CHECK(editor.post(path + "/publishing").at("state") == "open");
    CHECK(all.world.browser().get(path).at("state") == "open");
    CHECK(!all.world.browser().get(path).has("answers"));
    CHECK(editor.get(path).at("answers.submitted") == "0");
}

TEST_CASE("times that make no sense and less than six weeks are told") {
    ConsultationWorld all;
    auto editor = all.world.signed_in(all.editor);
    const auto make = [&](const std::string& closes, const std::string& erases) {
        return editor.post("/api/processes/" + all.process_id + "/consultations",
                           R"({"title":"T","purpose":"P","opens":"2026-11-01T00:00:00Z","closes":")" + closes +
                               R"(","erases":")" + erases + R"(",)" + ConsultationWorld::sections() + "}");
    };
    CHECK(make("2026-11-01T00:00:00Z", "2027-11-01T00:00:00Z").code() == "consultation.closes_before_opening");
    CHECK(make("2026-12-01T00:00:00Z", "2026-11-30T00:00:00Z").code() == "consultation.erases_before_closing");
    CHECK(make("2026-12-01T00:00:00Z", "2027-11-30T00:00:00Z").at("warnings.0") == "under_six_weeks");
    CHECK(make("2026-12-20T00:00:00Z", "2027-11-30T00:00:00Z").size("warnings") == 0);
}

TEST_CASE("once somebody has begun to answer, the form gets revisions and no question changes its meaning") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto editor = all.world.signed_in(all.editor);
    const auto path = "/api/consultations/" + consultation;
    const auto with = [](const std::string& question) {
        return R"("sections":[{"key":"one","questions":[)" + question + "]}]}";
    };
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    CHECK(
        editor
            .put(path + "/form", R"({"base":1,)" + with(R"({"key":"price","kind":"long_text","title":{"nb":"Pris"}})"))
            .code() == "form.meaning_changed");
    const auto changed = editor.put(
        path + "/form",
        R"({"base":1,)" + with(R"({"key":"price","kind":"scale","title":{"nb":"Prisen?"},"least":1,"most":5})"));
    INFO(changed.body);
    CHECK(changed.at("revision") == "2");
    CHECK(editor.put(path + "/form", R"({"base":1,)" + with(R"({"key":"new","kind":"date","title":{"nb":"Når?"}})"))
              .code() == "form.stale_base");
    // Who had begun goes on with the questions that they were shown.
    CHECK(ConsultationWorld::answer(browser, link).status == 303);
    CHECK(editor.get(path + "/answers").at("items.0.revision") == "1");
    CHECK(browser.get(path + "/form?revision=1").at("sections.0.questions.0.key") == "boat");
    CHECK(editor.patch(path, R"({"purpose":"Noe helt annet."})").code() == "consultation.promise_given");
}

TEST_CASE("the text that a form asks about changes to one that has its paragraphs, and not once somebody answers") {
    ConsultationWorld all;
    auto editor = all.world.signed_in(all.editor);
    const auto document = all.document(all.process_id, "# Ferger\n\nFergene skal gå.\n"),
               other = all.document(all.process_id, "# Veier\n");
    REQUIRE(all.save(document, 1, "# Ferger\n\nFergene skal gå ofte.\n").status == 201);
    const auto made = editor.post("/api/processes/" + all.process_id + "/consultations",
                                  "{" + ConsultationWorld::rules() + R"(,"document":)" + document +
                                      R"(,"version":1,"sections":[{"key":"s","questions":[{"key":"q","kind":)"
                                      R"("agreement","title":{"nb":"Enig?"},"block":"b2"}]}]})");
    INFO(made.body);
    REQUIRE(made.status == 201);
    const auto path = "/api/consultations/" + made.at("id");
    CHECK(editor.patch(path, R"({"document":)" + other + "}").code() == "form.block_unknown");
    CHECK(editor.patch(path, R"({"version":3})").status == 422);
    CHECK(editor.patch(path, R"({"version":2})").at("version") == "2");
    REQUIRE(editor.post(path + "/publishing").status == 200);
    auto browser = all.world.browser();
    ConsultationWorld::begin(browser, made.at("id"));
    for (const std::string& change : {std::string(R"({"version":1})"), R"({"document":)" + other + "}"}) {
        CHECK(editor.patch(path, change).code() == "consultation.text_answered");
    }
    CHECK(editor.patch(path, R"({"document":)" + document + R"(,"version":2,"title":"Ny"})").at("title") == "Ny");
}

TEST_CASE(
    "of two editors of a consultation's terms the slower one is told what the other decided, and nothing is lost") {
    ConsultationWorld all;
    const auto path = "/api/consultations/" + all.open();
    auto editor = all.world.signed_in(all.editor);
    const auto seen = [&] { return editor.get(path).at("fingerprint"); };
    const auto save = [&](const std::string& as_of, const std::string& change) {
        return editor.patch(path, R"({"seen":")" + as_of + R"(",)" + change + "}");
    };
    const auto before = seen();
    CHECK(save(before, R"("title":"Ferger og båter")").status == 200);
    const auto late = save(before, R"("purpose":"Til programmet.")");
    CHECK(late.status == 409);
    CHECK(late.code() == "consultation.changed");
    CHECK(late.at("current.title") == "Ferger og båter");
    CHECK(late.at("current.fingerprint") == seen());
    CHECK(save(seen(), R"("purpose":"Til programmet.")").at("title") == "Ferger og båter");
    // Two times that do not go together since a colleague moved the other of them: the colleague is the reason.
    const auto again = seen();
    CHECK(save(again, R"("opens":"2030-01-01T00:00:00Z")").status == 200);
    CHECK(save(again, R"("closes":"2029-01-01T00:00:00Z")").code() == "consultation.changed");
    CHECK(save(seen(), R"("closes":"2029-01-01T00:00:00Z")").status == 422);
    CHECK(all.world.browser().get(path).body.find("fingerprint") == std::string::npos);
}

TEST_CASE("a form that cannot be asked is refused by the place where it is wrong") {
    ConsultationWorld all;
    auto editor = all.world.signed_in(all.editor);
    const auto make = [&](const std::string& sections) {
        return editor.post("/api/processes/" + all.process_id + "/consultations",
                           "{" + ConsultationWorld::rules() + R"(,"sections":)" + sections + "}");
    };
    CHECK(make("[]").code() == "form.empty");
    const auto circle = make(
        R"([{"key":"s","questions":[{"key":"a","kind":"date","title":{"nb":"A"},"show_if":{"all":[{"question":"a","answered":true}]}}]}])");
    CHECK(circle.code() == "form.condition_circle");
    const auto scale = make(R"([{"key":"s","questions":[{"key":"a","kind":"scale","title":{"nb":"A"}}]}])");
    CHECK(scale.code() == "form.limits_invalid");
    CHECK(scale.field() == "sections[0].questions[0].most");
}

TEST_CASE("answers are found by the stems of their words, by voice, and leave as a table without formulas") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto kari = all.world.signed_in(all.member);
    ConsultationWorld::answer(kari, ConsultationWorld::begin(kari, consultation, "as=me"), "Fergene+er+for+dyre");
    auto other = all.world.browser();
    ConsultationWorld::answer(other, ConsultationWorld::begin(other, consultation), "%3DHYPERLINK(1)");
    const auto list = "/api/consultations/" + consultation + "/answers";
    auto editor = all.world.signed_in(all.editor);
    CHECK(editor.get(list).size("items") == 2);
    CHECK(editor.get(list + "?q=ferge").size("items") == 1);
    CHECK(editor.get(list + "?q=fly").size("items") == 0);
    CHECK(editor.get(list + "?voice=members").size("items") == 1);
    CHECK(editor.get(list + "?voice=none").code() == "input.not_a_choice");
    CHECK(kari.get(list).status == 403);
    const auto table = editor.get(list + "/export");
    CHECK(table.body.find("receipt,submitted,revision,voice,author,boat,why,price\r\n") == 3);
    CHECK(table.body.find(",'=HYPERLINK(1),") != std::string::npos);
    CHECK(table.body.find(",=HYPERLINK") == std::string::npos);
    const auto lines = editor.get(list + "/export?format=jsonl");
    CHECK(std::count(lines.body.begin(), lines.body.end(), '\n') == 2);
    CHECK(lines.body.find(R"~("fields":{"boat":["yes"],"price":["4"],"why":["=HYPERLINK(1)"]})~") != std::string::npos);
    const auto book = editor.get(list + "/export?format=xlsx");
    CHECK(book.body.starts_with("PK"));
    CHECK(book.header("content-disposition") == "attachment; filename=\"answers-" + consultation + ".xlsx\"");
    CHECK(editor.get(list + "/export?format=pdf").field() == "format");
    CHECK(kari.get(list + "/export?format=xlsx").status == 403);
}
