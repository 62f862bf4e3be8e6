// What people write comes back as they wrote it, whatever it looks like to a machine.
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "domain/text/guard.hpp"
#include "support/party.hpp"

using namespace samrad;
using testing::Party;
using testing::quoted;

namespace {

// Strings on which software stumbles: reserved words, numbers that are none, markup and code of all kinds, scripts from
// right to left, marks above marks, letters that look alike, long words.
const std::vector<std::string> naughty{"undefined",
                                       "null",
                                       "NULL",
                                       "(null)",
                                       "nil",
                                       "true",
                                       "NaN",
                                       "Infinity",
                                       "-1",
                                       "0",
                                       "00",
                                       "1/0",
                                       "1E400",
                                       "0x0",
                                       "-9223372036854775809",
                                       "1.7976931348623157e+309",
                                       "１２３",
                                       "١٢٣",
                                       ",./;'[]\\-=",
                                       "<>?:\"{}|_+",
                                       "!@#$%^&*()`~",
                                       "Ω≈ç√∫˜µ≤≥÷",
                                       "åß∂ƒ©˙∆˚¬…æ",
                                       "¡™£¢∞§¶•ªº–≠",
                                       "ÅÍÎÏ˝ÓÔÒÚÆ☃",
                                       "社會科學院語學研究所",
                                       "찦차를 타고 온 펲시맨",
                                       "𠜎𠜱𠝹𠱓",
                                       "Ⱥ Ⱦ",
                                       "ヽ༼ຈل͜ຈ༽ﾉ",
                                       "(｡◕ ∀ ◕｡)",
                                       "😍",
                                       "👩‍👩‍👧‍👦",
                                       "🇳🇴🇸🇪",
                                       "✋🏿 💪🏿",
                                       "مُنَاقَشَةُ سُبُلِ اِسْتِخْدَامِ اللُّغَةِ",
                                       "בְּרֵאשִׁית",
                                       "\u202Etest\u202C",
                                       "\u2066test\u2067",
                                       "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
                                       "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
                                       "ﬁﬂ ſ ı İ",
                                       "е́ (Cyrillic) ≠ é",
                                       "<script>alert(0)</script>",
                                       "&lt;b&gt;",
                                       "&#0;",
                                       "<!--",
                                       "]]>",
                                       "' OR 1=1 -- ",
                                       "1;DROP TABLE comments",
                                       "$HOME",
                                       "`ls`",
                                       "$(touch x)",
                                       "{{ 7*7 }}",
                                       "${7*7}",
                                       "%n%s%p",
                                       "../../../etc/passwd",
                                       "\\\\server\\share",
                                       "=1+1",
                                       "@SUM(1)",
                                       "-- ",
                                       "/dev/null; touch x",
                                       "{\"a\":1}",
                                       "%00%0d%0a",
                                       "Scunthorpe",
                                       "http://a/%%30%30",
                                       "a\tb",
                                       "line\nline",
                                       "x\u00A0y\u2003z",
                                       "\u00AD\u200B\u200D\uFEFFx",
                                       "pow\u05E9\u05DC\u05D5\u05DD 123",
                                       "\u2028x\u2029",
                                       "Ｆｕｌｌｗｉｄｔｈ",
                                       "\U000E0001x",
                                       "ÅÅ",
                                       "\uFFFD\uFFFC",
                                       "a" + std::string(2000, 'x')};

}  // namespace

TEST_CASE("Every comment comes back as it was written, on each way that it is read") {
    Party party;
    const auto process = party.process("public", "discussing");
    const auto document = party.document(process, "Tekst.\n");
    auto kari = party.world.signed_in(party.member);
    auto editor = party.world.signed_in(party.editor);
    CHECK(naughty.size() > 70);
    for (const auto& text : naughty) {
        INFO(text);
        const auto made = party.comment(party.member, document, text);
        INFO(made.body);
        REQUIRE(made.status == 201);
        CHECK(made.at("comment.text") == text);
        const auto id = made.at("comment.id");
        CHECK(kari.get("/api/comments/" + id).at("comment.text") == text);
        CHECK(kari.get("/api/comments/" + id + "/thread").at("items.0.text") == text);
        CHECK(kari.get("/api/documents/" + document + "/comments").at("items.0.text") == text);
        CHECK(kari.patch("/api/comments/" + id, R"({"text":)" + quoted(text + "!") + "}").at("comment.text") ==
              text + "!");
        const auto resolved = editor.post("/api/comments/" + id + "/resolution", R"({"answer":)" + quoted(text) + "}");
        CHECK(resolved.at("comment.resolved.answer") == text);
    }
}

TEST_CASE("A document, its title and its note come back as they were written") {
    Party party;
    const auto process = party.process("public", "reading");
    auto editor = party.world.signed_in(party.editor);
    for (const auto& text : naughty) {
        if (text.size() > 200) continue;
        INFO(text);
        const auto made =
            editor.post("/api/processes/" + process + "/documents",
                        R"({"title":"T","markdown":)" + quoted(text) + R"(,"note":)" + quoted(text) + "}");
        INFO(made.body);
        REQUIRE(made.status == 201);
        const auto path = "/api/documents/" + made.at("id");
        CHECK(editor.get(path + "/versions/1/source").at("markdown") == text);
        CHECK(editor.get(path + "/versions/1/markdown").body == text);
        CHECK(editor.get(path + "/versions").at("items.0.note") == text);
    }
}

TEST_CASE("Titles and questions are lines that read as they are written") {
    Party party;
    const auto process = party.process("public", "reading");
    const auto document = party.document(process, "Tekst.\n");
    auto editor = party.world.signed_in(party.editor);
    const auto unit = std::to_string(party.unit.value);
    for (const std::string title : {"To\nlinjer", "\u202Etsakrov", " ", "Ta\tb", "\u2028", "a\u2066b", "\u200B"}) {
        INFO(title);
        const auto field = quoted(title);
        const auto refused = [&](const testing::Answer& answer, const char* name) {
            CHECK(answer.status == 422);
            CHECK(answer.code() == "input.not_text");
            CHECK(answer.field() == name);
        };
        refused(editor.patch("/api/documents/" + document, "{\"title\":" + field + "}"), "title");
        refused(editor.post("/api/processes/" + process + "/documents", "{\"title\":" + field + R"(,"markdown":"M"})"),
                "title");
        refused(editor.patch("/api/processes/" + process, "{\"title\":" + field + "}"), "title");
        refused(editor.patch("/api/processes/" + process, R"({"stages":[{"kind":"reading","title":)" + field + "}]}"),
                "stages[0].title");
        refused(editor.post(
                    "/api/processes/" + process + "/ballots",
                    R"({"kind":"approval","disclosure":"named","units":[)" + unit + R"(],"question":)" + field + "}"),
                "question");
    }
    CHECK(editor.patch("/api/documents/" + document, R"({"title":"Ærlig 👩‍🌾 «tittel» <b>"})").status == 200);
}

TEST_CASE("Of a field that is given twice the last counts") {
    Party party;
    const auto document = party.document(party.process("public", "discussing"), "Tekst.\n");
    const auto made = party.world.signed_in(party.member)
                          .post("/api/documents/" + document + "/comments", R"({"text":"først","text":"sist"})");
    CHECK(made.status == 201);
    CHECK(made.at("comment.text") == "sist");
}

TEST_CASE("Shapes on which the renderer is slow are refused in every text that is rendered, and stored nowhere") {
    Party party;
    const auto process = party.process("public", "discussing");
    const auto document = party.document(process, "Tekst.\n");
    auto editor = party.world.signed_in(party.editor);
    const auto comment = party.comment(party.editor, document, "Vanlig").at("comment.id");
    const auto repeated = [](const std::string& piece, std::size_t size) {
        std::string text;
        while (text.size() + piece.size() <= size) text += piece;
        return text;
    };
    const auto unit = std::to_string(party.unit.value);
    struct Field {
        http::Verb verb;
        std::string path, before, after, field;
        std::size_t most;
    };
    using http::Verb;
    const Field fields[] = {
        {Verb::post, "/api/documents/" + document + "/comments", R"({"text":)", "}", "text", 20'000},
        {Verb::patch, "/api/comments/" + comment, R"({"text":)", "}", "text", 20'000},
        {Verb::post, "/api/comments/" + comment + "/resolution", R"({"answer":)", "}", "answer", 5000},
        {Verb::post, "/api/rendering", R"({"markdown":)", "}", "markdown", 1'000'000},
        {Verb::post, "/api/processes/" + process + "/documents", R"({"title":"T","markdown":)", "}", "markdown",
         1'000'000},
        {Verb::post, "/api/documents/" + document + "/versions", R"({"base":1,"note":"","markdown":)", "}", "markdown",
         1'000'000},
        {Verb::patch, "/api/processes/" + process, R"({"description":)", "}", "description", 5000},
        {Verb::post, "/api/processes/" + process + "/ballots",
         R"({"question":"Q","kind":"approval","disclosure":"named","units":[)" + unit + R"(],"description":)", "}",
         "description", 20'000},
    };
    const auto count = [&] {
        return party.world.database.number(
            "select (select count(*) from comments) + (select count(*) from versions) + "
            "(select count(*) from ballots)");
    };
    for (const auto& field : fields) {
        for (const std::string piece : {"> - ", "> ", "1. ", "- ", ">", "![[]()", "[", "*a **a ", "<a", "`a``b"}) {
            const auto text = piece == ">" ? ">" + repeated("a*", field.most - 1) : repeated(piece, field.most);
            const auto before = count();
            const auto answer = editor.send(field.verb, field.path, field.before + quoted(text) + field.after);
            INFO(field.path << ", " << piece << ": " << answer.status << " " << answer.body.substr(0, 100));
            CHECK(answer.status < 500);
            // A row of "- " alone is a rule; nested, it stops cmark 0.30.
            if (piece == "> - " || piece == "> " || piece == "1. ") CHECK(answer.status == 422);
            if (answer.status == 422) CHECK(answer.field() == field.field);
            if (answer.status >= 400) CHECK(count() == before);
        }
    }
}
