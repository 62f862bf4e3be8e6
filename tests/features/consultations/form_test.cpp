// How editors make forms: what is stored, what is refused on saving, how it looks, and forms that are used again.
#include "features/consultations/consultation_world.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

std::string question(const std::string& key, const std::string& kind = "long_text", const std::string& more = "") {
    return R"({"key":")" + key + R"(","kind":")" + kind + R"(","title":{"nb":"Hva?"})" + more + "}";
}
std::string sections(const std::string& questions) {
    return R"("sections":[{"key":"s","title":{"nb":"Side","nn":"Sida"},"questions":[)" + questions + "]}]";
}

}  // namespace

TEST_CASE("who stores a form that somebody else has stored meanwhile is told so, and nothing is written over") {
    ConsultationWorld all;
    const auto path = "/api/consultations/" + all.open() + "/form";
    auto editor = all.world.signed_in(all.editor);
    CHECK(editor.get(path).at("edit") == "1");
    CHECK(editor.put(path, R"({"base":1,"edit":1,)" + sections(question("mine")) + "}").status == 200);
    CHECK(editor.put(path, R"({"base":1,"edit":1,)" + sections(question("theirs")) + "}").code() == "form.stale_base");
    const auto kept = editor.get(path);
    CHECK(kept.at("edit") == "2");
    CHECK(kept.at("sections.0.questions.0.key") == "mine");
    // The same form once more is no other edition.
    CHECK(editor.put(path, R"({"base":1,"edit":2,)" + sections(question("mine")) + "}").status == 200);
    CHECK(editor.get(path).at("edit") == "2");
}

TEST_CASE("a key keeps its meaning after it was taken away in a revision between, and every revision stays readable") {
    ConsultationWorld all;
    const auto consultation = all.open();
    const auto path = "/api/consultations/" + consultation;
    auto browser = all.world.browser();
    ConsultationWorld::begin(browser, consultation);
    auto editor = all.world.signed_in(all.editor);
    CHECK(editor.put(path + "/form", R"({"base":1,)" + sections(question("other")) + "}").at("revision") == "2");
    CHECK(editor.put(path + "/form", R"({"base":2,)" + sections(question("price", "date")) + "}").code() ==
          "form.meaning_changed");
    const auto list = editor.get(path + "/revisions");
    CHECK(list.size("items") == 2);
    CHECK(list.at("items.0.revision") == "2");
    CHECK(list.at("items.1.by") == "Eirik");
    CHECK(browser.get(path + "/form?revision=1").at("sections.1.questions.0.key") == "price");
    CHECK(browser.get(path + "/revisions").status == 401);
}

TEST_CASE("ten thousand fields, and a paragraph that the document has not, are refused on saving") {
    ConsultationWorld all;
    auto editor = all.world.signed_in(all.editor);
    const auto document = all.document(all.process_id, "# Ferger\n\nGratis ferger.");
    const auto path = "/api/consultations/" + all.open(R"(,"document":)" + document) + "/form";
    std::string many = question("q0");
    for (int i = 1; i < 3000; ++i) many += "," + question("q" + std::to_string(i));
    const auto refused = editor.put(path, R"({"base":1,)" + sections(many) + "}");
    CHECK(refused.status == 422);
    CHECK(refused.field().find("questions") != std::string::npos);
    const auto with = [&](const std::string& block) {
        return editor.put(path,
                          R"({"base":1,)" + sections(question("q", "agreement", R"(,"block":")" + block + "\"")) + "}");
    };
    CHECK(with("b99").code() == "form.block_unknown");
    CHECK(with("b99").field() == "sections[0].questions[0].block");
    CHECK(with("b2").status == 200);
}

TEST_CASE("a form is previewed as the server will show it, before it is stored, in each language") {
    ConsultationWorld all;
    auto editor = all.world.signed_in(all.editor);
    const auto path = "/api/processes/" + all.process_id + "/form-preview";
    const auto shown =
        editor.post(path, R"({"language":"nn",)" + sections(question("q", "scale", R"(,"least":1,"most":3)")) + "}");
    INFO(shown.body);
    CHECK(shown.status == 200);
    CHECK(shown.at("html").find("Sida") != std::string::npos);
    CHECK(shown.at("html").find("Lagre og gå videre") != std::string::npos);
    CHECK(shown.at("html").find("type=\"radio\"") != std::string::npos);
    const auto titled = editor.post(path, R"({"title":"Ferger & <b>båt</b>",)" + sections(question("q")) + "}");
    CHECK(titled.at("html").find("Ferger &amp; &lt;b&gt;båt") != std::string::npos);
    CHECK(titled.at("html").find("<b>") == std::string::npos);
    CHECK(editor.post(path, R"({"title":"",)" + sections(question("q")) + "}").field() == "title");
    CHECK(editor.post(path, R"({"title":"En\nto",)" + sections(question("q")) + "}").field() == "title");
    const auto script = editor.post(
        path,
        R"({"sections":[{"key":"s","questions":[{"key":"q","kind":"explanation","title":{"nb":"<script>a</script>"},"help":{"nb":"<img src=x onerror=a>"}}]}]})");
    CHECK(script.at("html").find("<script>a") == std::string::npos);
    CHECK(script.at("html").find("<img") == std::string::npos);
    CHECK(editor.post(path, R"({"page":2,)" + sections(question("q")) + "}").field() == "page");
    CHECK(all.world.signed_in(all.member).post(path, "{" + sections(question("q")) + "}").status == 403);
}

TEST_CASE("a unit's template is used there and below, and everywhere once it is shared; nobody else sees it") {
    ConsultationWorld all;
    auto& world = all.world;
    auto editor = world.signed_in(all.editor);
    const auto sister = world.unit("Nabolaget", all.unit);
    const auto below = world.person("Lokal");
    const auto beside = world.person("Nabo");
    world.standing(below, all.branch, "editor");
    world.standing(beside, sister, "editor");
    const auto templates = [](UnitId unit) { return "/api/units/" + std::to_string(unit.value) + "/form-templates"; };
    const auto kept = editor.post(templates(all.unit), R"({"title":"Fra partiet",)" + sections(question("q")) + "}");
    CHECK(kept.status == 201);
    auto local = world.signed_in(below);
    const auto own =
        local.post(templates(all.branch), R"({"title":"Fra modellkommunen",)" +
                                              sections(question("q", "agreement", R"(,"block":"b1")")) + "}");
    CHECK(own.status == 201);
    CHECK(local.get(templates(all.branch)).size("items") == 2);
    auto neighbour = world.signed_in(beside);
    CHECK(neighbour.get(templates(sister)).size("items") == 1);
    CHECK(neighbour.get("/api/form-templates/" + own.at("id")).status == 404);
    CHECK(neighbour.get("/api/form-templates/" + kept.at("id")).at("sections.0.questions.0.key") == "q");
    CHECK(neighbour.del("/api/form-templates/" + kept.at("id")).status == 403);
    // Kept under the same title once more it is the same template, now for all; its paragraph stayed behind.
    const auto shared =
        local.post(templates(all.branch), R"({"title":"fra Modellkommunen","shared":true,)" +
                                              sections(question("q", "agreement", R"(,"block":"b1")")) + "}");
    CHECK(shared.at("id") == own.at("id"));
    CHECK(neighbour.get(templates(sister)).size("items") == 2);
    CHECK(!neighbour.get("/api/form-templates/" + own.at("id")).has("sections.0.questions.0.block"));
    CHECK(world.signed_in(all.member).get(templates(all.unit)).status == 403);
    CHECK(world.signed_in(all.stranger).get("/api/form-templates/" + own.at("id")).status == 404);
    CHECK(local.del("/api/form-templates/" + own.at("id")).status == 204);
    CHECK(local.get("/api/units/" + std::to_string(all.branch.value) + "/consultations").size("items") == 0);
    all.open();
    CHECK(editor.get("/api/units/" + std::to_string(all.unit.value) + "/consultations").at("items.0.title") ==
          "Ferger");
}
