// What the form's acts make of the text around: nothing that nobody touched becomes a part of something else.
#include <catch2/catch_test_macros.hpp>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using namespace samrad::testing;

namespace {

// The text with an amendment of these changes taken.
std::string made(const std::string& markdown, const std::string& changes) {
    Party party;
    const auto process = party.process("public", "amending");
    const auto document = party.document(process, markdown);
    auto member = party.world.signed_in(party.member);
    const auto draft = member.post("/api/documents/" + document + "/amendments",
                                   R"({"version":1,"reason":"","changes":[)" + changes + "]}");
    INFO(draft.body);
    REQUIRE(draft.status == 201);
    const auto id = draft.at("amendment.id");
    REQUIRE(member.post("/api/amendments/" + id + "/submission").status == 200);
    auto editor = party.world.signed_in(party.editor);
    const auto place = "/api/documents/" + document + "/merge";
    REQUIRE(editor
                .post(place + "/decisions",
                      R"({"version":1,"decision":"take","amendments":[{"id":)" + id + R"(,"expected":"open"}]})")
                .status == 200);
    const auto seen = editor.get(place).at("entries");
    REQUIRE(editor.post(place + "/version", R"({"version":1,"seen":)" + seen + R"(,"note":""})").status == 201);
    return party.world.database.value("select markdown from versions where number = 2");
}

}  // namespace

TEST_CASE("An item that is taken away leaves what is behind its list as far from it as it was") {
    CHECK(made("- tog\n- buss\n\nNeste avsnitt.\n", R"({"block":"b2","markdown":""})") == "- tog\n\nNeste avsnitt.\n");
    CHECK(made("Innledning her\n- tog\n\nSlutt her.\n", R"({"block":"b2","markdown":""})") ==
          "Innledning her\n\nSlutt her.\n");
    CHECK(made("Først.\n\n- tog\n- buss\n", R"({"block":"b2","markdown":""})") == "Først.\n\n- buss\n");
    CHECK(made("Først.\n\nMidt.\n\nSist.\n", R"({"block":"b2","markdown":""})") == "Først.\n\nSist.\n");
}

TEST_CASE("A new item stands behind what belongs to the item before it") {
    CHECK(made("- Skole\n  - barneskole\n    - små\n- Havn\n", R"({"after":"b1","markdown":"- Vei"})") ==
          "- Skole\n  - barneskole\n    - små\n- Vei\n- Havn\n");
}

TEST_CASE("A new paragraph behind a heading without an empty line joins nothing") {
    CHECK(made("# Skole\nVi vil ha mer.\n", R"({"after":"b1","markdown":"Ny tekst her."})") ==
          "# Skole\n\nNy tekst her.\n\nVi vil ha mer.\n");
}
