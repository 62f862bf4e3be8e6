#include <catch2/catch_test_macros.hpp>

#include "support/party.hpp"

using namespace samrad;
using samrad::testing::Party;

TEST_CASE("A document is rendered with named blocks and official lines") {
    Party party;
    const auto id = party.document(party.process("public", "reading"), "# Mål\n\nFørste linje.\n");
    const auto answer = party.world.browser().get("/api/documents/" + id);
    CHECK(answer.status == 200);
    CHECK(answer.at("html").find("<h2 id=\"b1\"") != std::string::npos);
    CHECK(answer.number("line_count") == 2);
    CHECK(answer.at("outline.0.title") == "Mål");
    CHECK(party.world.browser().get("/api/documents/" + id + "/versions/1/lines").at("items.1.text") ==
          "Første linje.");
}

TEST_CASE("Whoever saves second from the same base gets both texts back, and nothing is stored") {
    Party party;
    const auto id = party.document(party.process("public", "reading"), "En.\n");
    CHECK(party.save(id, 1, "To.\n").status == 201);
    const auto second = party.save(id, 1, "Tre.\n");
    CHECK(second.status == 409);
    CHECK(second.code() == "version.stale_base");
    CHECK(second.at("current.markdown") == "To.\n");
    CHECK(second.at("yours") == "Tre.\n");
    CHECK(party.world.database.number("select count(*) from versions") == 2);
}

TEST_CASE("Each version stores its step from the one before, which leads from text to text") {
    Party party;
    const auto id = party.document(party.process("public", "reading"), "Hei verden\n");
    REQUIRE(party.save(id, 1, "Hei kjære verden\n").status == 201);
    CHECK(party.world.database.value("select change from versions where number = 2") == R"([4,[0,"kjære "],7])");
    CHECK(party.world.browser().get("/api/documents/" + id + "/versions/1/source").at("markdown") == "Hei verden\n");
}

TEST_CASE("Versions are listed newest first, page by page") {
    Party party;
    const auto id = party.document(party.process("public", "reading"), "0\n");
    for (int base = 1; base <= 4; ++base) REQUIRE(party.save(id, base, std::to_string(base) + "\n").status == 201);
    const auto first = party.world.browser().get("/api/documents/" + id + "/versions?limit=2");
    CHECK(first.at("items.0.number") == "5");
    CHECK(first.size("items") == 2);
    const auto next = party.world.browser().get("/api/documents/" + id + "/versions?limit=2&after=" + first.at("next"));
    CHECK(next.at("items.0.number") == "3");
}

TEST_CASE("Two versions are compared by word, with what moved") {
    Party party;
    const auto id =
        party.document(party.process("public", "reading"), "Den gamle setningen står her.\n\nUrørt avsnitt.\n");
    REQUIRE(party.save(id, 1, "Den nye setningen står her.\n\nUrørt avsnitt.\n").status == 201);
    const auto answer = party.world.browser().get("/api/documents/" + id + "/comparison?from=1&to=2");
    CHECK(answer.at("rows.0.kind") == "changed");
    CHECK(answer.at("rows.1.kind") == "same");
    CHECK(answer.body.find(R"("mark":"inserted")") != std::string::npos);
}

TEST_CASE("A text that is too large, too nested or not a text is refused by name and not stored") {
    Party party;
    const auto id = party.document(party.process("public", "reading"), "En.\n");
    CHECK(party.save(id, 1, std::string(1024 * 1024 + 1, 'a')).status == 413);
    std::string deep;
    for (int i = 0; i < 40; ++i) deep += "> ";
    CHECK(party.save(id, 1, deep + "x").code() == "text.too_nested");
    const auto nul = party.world.signed_in(party.editor)
                         .post("/api/documents/" + id + "/versions", R"({"base":1,"markdown":"a\u0000b"})");
    CHECK(nul.status == 422);
    CHECK(nul.field() == "markdown");
    const auto half = party.world.signed_in(party.editor)
                          .post("/api/documents/" + id + "/versions", R"({"base":1,"markdown":"a\ud83d"})");
    CHECK(half.status == 400);
    CHECK(party.world.database.number("select count(*) from versions") == 1);
}

TEST_CASE("Fields that nobody asked for are refused by name") {
    Party party;
    const auto process = party.process("public", "reading");
    const auto answer =
        party.world.signed_in(party.editor)
            .post("/api/processes/" + process + "/documents", R"({"title":"A","markdown":"b","head":7})");
    CHECK(answer.status == 422);
    CHECK(answer.code() == "input.unknown_field");
    CHECK(answer.field() == "head");
}

TEST_CASE("A create that comes twice with one key is stored once and answered alike") {
    Party party;
    const auto process = party.process("public", "reading");
    auto browser = party.world.signed_in(party.editor);
    const std::string body = R"({"title":"A","markdown":"b"})";
    const auto first = browser.post("/api/processes/" + process + "/documents", body, "key-12345678");
    const auto again = browser.post("/api/processes/" + process + "/documents", body, "key-12345678");
    CHECK(first.status == 201);
    CHECK(again.body == first.body);
    CHECK(party.world.database.number("select count(*) from documents") == 1);
    CHECK(browser.post("/api/processes/" + process + "/documents", R"({"title":"B","markdown":"b"})", "key-12345678")
              .code() == "request.key_reused");
}

TEST_CASE("What one may not read does not exist: a members' document, and one that is being prepared") {
    Party party;
    const auto closed = party.document(party.process("members", "reading"), "Hemmelig\n");
    const auto preparing = party.document(party.process("public", "preparing"), "Kladd\n");
    for (const auto& id : {closed, preparing}) {
        for (const char* rest : {"", "/versions", "/versions/1/source", "/versions/1/markdown", "/versions/1/lines",
                                 "/comparison?from=1&to=1", "/comments"}) {
            const auto path = "/api/documents/" + id + rest;
            const auto unknown = party.world.signed_in(party.stranger).get("/api/documents/999999" + std::string(rest));
            const auto refused = party.world.signed_in(party.stranger).get(path);
            INFO(path);
            CHECK(refused.status == 404);
            CHECK(refused.body == unknown.body);
            CHECK(party.world.browser().get(path).status == 404);
        }
    }
    CHECK(party.world.signed_in(party.member).get("/api/documents/" + closed).status == 200);
    CHECK(party.world.signed_in(party.member).get("/api/documents/" + preparing).status == 404);
    CHECK(party.world.signed_in(party.editor).get("/api/documents/" + preparing).status == 200);
    CHECK(party.world.browser().get("/api/processes").size("items") == 0);
}

TEST_CASE("Only editors save versions, name documents and change processes") {
    Party party;
    const auto process = party.process("public", "discussing");
    const auto id = party.document(process, "En.\n");
    for (const auto who : {party.member, party.moderator, party.participant, party.stranger}) {
        auto browser = party.world.signed_in(who);
        CHECK(browser.post("/api/documents/" + id + "/versions", R"({"base":1,"markdown":"x"})").status == 403);
        CHECK(browser.patch("/api/documents/" + id, R"({"title":"x"})").status == 403);
        CHECK(browser.patch("/api/processes/" + process, R"({"title":"x"})").status == 403);
        CHECK(browser.post("/api/processes/" + process + "/documents", R"({"title":"x","markdown":"y"})").status ==
              403);
    }
    CHECK(party.world.browser().post("/api/documents/" + id + "/versions", R"({"base":1,"markdown":"x"})").status ==
          401);
    CHECK(party.world.database.number("select count(*) from versions") == 1);
}

TEST_CASE("A wrong word for the audience is refused and changes nothing") {
    Party party;
    const auto process = party.process("members", "reading");
    const auto answer =
        party.world.signed_in(party.editor).patch("/api/processes/" + process, R"({"audience":"everyone"})");
    CHECK(answer.status == 422);
    CHECK(answer.field() == "audience");
    CHECK(party.world.database.value("select audience from processes") == "members");
}
