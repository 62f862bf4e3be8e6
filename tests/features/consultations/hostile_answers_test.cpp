// Whatever somebody types into whichever field of an answer: it comes back as the words that it is, on every page and
// in every file, or it is refused with a sentence. SAMRAD_HOSTILE=all tries every payload in place of every fifth.
#include <boost/json.hpp>
#include <cstdlib>
#include <set>

#include "features/consultations/consultation_world.hpp"
#include "features/reading/reading_routes.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        char hex[4];
        std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned char>(c));
        out += hex;
    }
    return out;
}

// Markup, statements, formulas, directions, bytes that are no text, very long ones, links that run, headers of mails.
std::vector<std::string> payloads() {
    using namespace std::string_literals;
    std::vector<std::string> all;
    const std::string run = "alert(1)";
    for (const char* tag : {"script",
                            "img src=x onerror",
                            "svg onload",
                            "body onload",
                            "iframe src",
                            "details open ontoggle",
                            "input autofocus onfocus",
                            "video src onerror",
                            "math href",
                            "marquee onstart",
                            "a href",
                            "form action",
                            "object data",
                            "embed src",
                            "link href",
                            "meta http-equiv=refresh content",
                            "base href",
                            "style",
                            "template",
                            "noscript",
                            "textarea",
                            "title",
                            "xmp",
                            "plaintext"}) {
        const std::string name(std::string_view(tag).substr(0, std::string_view(tag).find(' ')));
        for (const auto& start : {"", "\"", "'>", "</textarea>", "</title><", "-->"}) {
            all.push_back(std::string(start) + "<" + tag + "=" + run + ">" + run + "</" + name + ">");
        }
    }
    for (const char* link :
         {"javascript:", "JaVaScRiPt:", "java\tscript:", "java&#10;script:", "&#106;avascript:",
          "data:text/html;base64,", "vbscript:", "\x01javascript:", "file:///etc/passwd#", "//example.org/"}) {
        all.push_back(std::string("[a](") + link + run + ")");
        all.push_back(std::string("<") + link + run + ">");
        all.push_back(std::string("![a](") + link + run + " \"b\")");
        all.push_back(std::string("[a]: ") + link + run + "\n\n[a]");
    }
    for (const char* statement : {"'; drop table answers; --",
                                  "' or 1=1 --",
                                  "\") or (\"1\"=\"1",
                                  "1; select pg_sleep(10)",
                                  "\\'; --",
                                  "$$; --",
                                  "%_%_%",
                                  "'||(select password_hash from accounts limit 1)||'",
                                  "{\"$ne\":null}",
                                  "${7*7}",
                                  "{{7*7}}",
                                  "{{{html}}}",
                                  "{{#answers}}x{{/answers}}",
                                  "#{7*7}",
                                  "<%= 7*7 %>",
                                  "${jndi:ldap://127.0.0.1/a}",
                                  "$(id)",
                                  "`id`",
                                  "; id",
                                  "| id",
                                  "../../../../etc/passwd",
                                  "..\\..\\windows\\win.ini",
                                  "%2e%2e%2f",
                                  "file.pdf\n.exe"}) {
        all.push_back(statement);
    }
    for (const char* sign :
         {"=", "+", "-", "@", "\t=", "\r=", "\n=", "'=", "\"=", " =", ";=", "a;=", "a\t=", "\uFF1D"}) {
        all.push_back(std::string(sign) + "HYPERLINK(\"http://127.0.0.1/\"&A1,\"Se her\")");
        all.push_back(std::string(sign) + "cmd|' /C calc'!A0");
    }
    for (const char* odd : {"\u202E", "\u2066", "\u200B", "\uFEFF", "\u2028", "\u2029", "\u0085", "\u00AD", "\uFFFF",
                            "\u0301", "\u3164", "\U000E0041", "\x1b[31m", "\x07", "\x7F", "\x01"}) {
        all.push_back(std::string("navn") + odd + "gpj.exe");
    }
    // No text: a nought byte, half a sign, one that is too long, the two halves of a pair, beyond the last.
    for (const auto& bytes : {"a\0b"s, "\xC3"s, "\xC0\xAF"s, "\xED\xA0\x80"s, "\xED\xB0\x80"s, "\xF4\x90\x80\x80"s,
                              "\xFF\xFE"s, "\x80"s, "\xE2\x82"s}) {
        all.push_back(bytes);
    }
    all.emplace_back(300, 'a');
    all.emplace_back(90'000, 'a');
    all.emplace_back(120'000, '<');
    all.push_back(std::string(20'000, '\n'));
    for (const char* nested : {"- ", "> ", ">a*", "![[]()", "[", "`", "*_", "<!--"}) {
        std::string deep;
        while (deep.size() < 20'000) deep += nested;
        all.push_back(deep);
    }
    for (const char* end :
         {"\r\n", "\n", "\r", "%0d%0a", "%0A", "\u2028", "\u0085", "\\r\\n", "\r\n ", "\n\t", "\v", "\f"}) {
        for (const char* header : {"Bcc: b@example.org", "Subject: x", "Content-Type: text/html", "\r\nHei",
                                   "To: b@example.org, c@example.org"}) {
            all.push_back(std::string("a@example.org") + end + header);
        }
    }
    for (const char* address :
         {"a@example.org, b@example.org", "a@example.org;b@example.org", "<a@example.org>", "\"a\" <a@example.org>",
          "=?utf-8?Q?=0ABcc:_b@example.org?=@example.org", "a@example.org>", "a b@example.org", "a@[127.0.0.1]",
          "a@example.org\" onfocus=\"alert(1)", "(x)a@example.org", "a@example..org", "@example.org", "a@",
          "a@localhost"}) {
        all.push_back(address);
    }
    return all;
}

std::vector<std::string> tried() {
    auto all = payloads();
    REQUIRE(all.size() >= 300);
    const char* how = std::getenv("SAMRAD_HOSTILE");
    if (how && std::string_view(how) == "all") return all;
    std::vector<std::string> some;
    for (std::size_t i = 0; i < all.size(); i += 5) some.push_back(all[i]);
    return some;
}

const char* const hostile_form =
    R"("sections":[{"key":"s","questions":[{"key":"line","kind":"short_text","title":{"nb":"L"}},)"
    R"({"key":"text","kind":"long_text","title":{"nb":"T"},"most":10000},)"
    R"({"key":"pick","kind":"choice","title":{"nb":"V"},"other":true,"options":[{"key":"a","label":{"nb":"A"}},)"
    R"({"key":"b","label":{"nb":"B"}}]},{"key":"some","kind":"choices","title":{"nb":"F"},"options":[)"
    R"({"key":"a","label":{"nb":"A"}},{"key":"b","label":{"nb":"B"}}]},)"
    R"({"key":"step","kind":"scale","title":{"nb":"S"},"least":1,"most":5},)"
    R"({"key":"many","kind":"number","title":{"nb":"N"}},{"key":"day","kind":"date","title":{"nb":"D"}},)"
    R"({"key":"rank","kind":"ranking","title":{"nb":"R"},"options":[{"key":"a","label":{"nb":"A"}},)"
    R"({"key":"b","label":{"nb":"B"}}]},{"key":"grid","kind":"matrix","title":{"nb":"M"},"rows":[{"key":"r",)"
    R"("label":{"nb":"R"}}],"options":[{"key":"a","label":{"nb":"A"}},{"key":"b","label":{"nb":"B"}}]},)"
    R"({"key":"place","kind":"place","title":{"nb":"K"}},{"key":"file","kind":"file","title":{"nb":"Fil"}},)"
    R"({"key":"ok","kind":"consent","title":{"nb":"O"},"help":{"nb":"Ja"}}]}])";

const char* const question_fields[] = {"line", "text",   "pick",   "pick.other", "some", "step", "many",
                                       "day",  "rank.a", "grid.r", "place",      "file", "ok"};
const char* const about_fields[] = {"name",    "email",     "code",    "consent",    "organisation",
                                    "meeting", "in_favour", "against", "abstaining", "publish",
                                    "outcome", "sponsors",  "voice",   "of",         "website",
                                    "proof",   "act",       "base",    "page"};

struct Hostile : ConsultationWorld {
    Hostile() {
        world.add(features::reading_routes());
        const auto made = world.signed_in(editor).post(
            "/api/processes/" + process_id + "/consultations",
            "{" + rules(R"(,"publishes_answers":true,"per_address":1000)") + "," + hostile_form + "}");
        INFO(made.body);
        REQUIRE(made.status == 201);
        id = made.at("id");
        REQUIRE(world.signed_in(editor).post("/api/consultations/" + id + "/publishing").status == 200);
    }

    // Nothing of ours broke, and no page holds what was typed as it was typed where that could be read as markup.
    void look(const testing::Answer& answer, const std::string& payload) {
        ++requests;
        if (answer.status >= 500) ++broken;
        CHECK(answer.status < 500);
        const bool page = answer.header("content-type").starts_with("text/html");
        const bool marked = payload.find_first_of("<\"") != std::string::npos;
        if (page && marked && payload.size() > 4) CHECK(answer.body.find(payload) == std::string::npos);
        for (const auto& [name, value] : answer.headers) CHECK(value.find_first_of("\r\n") == std::string::npos);
    }

    std::string id;
    int requests = 0, broken = 0;
};

}  // namespace

TEST_CASE("a hostile text in any field of an answer is words or is refused: on its pages, to readers, in files") {
    Hostile all;
    auto browser = all.world.browser(), reader = all.world.signed_in(all.moderator);
    int stored = 0, number = 0;
    for (const auto& payload : tried()) {
        INFO("payload " << number++ << ": " << payload.substr(0, 80));
        const auto sent = escaped(payload);
        browser.address = "192.0.2." + std::to_string(number % 250);
        const auto link = ConsultationWorld::begin(browser, all.id);
        // In each question's field, as the one thing that is wrong with the page.
        for (const auto* field : question_fields) {
            all.look(ConsultationWorld::form(browser, link, std::string("page=1&act=next&q.") + field + "=" + sent),
                     payload);
        }
        all.look(browser.get(link), payload);
        // Where it may stand, and on the page before it is sent; then in each field of that page.
        ConsultationWorld::form(
            browser, link, "page=1&act=next&q.line=" + sent + "&q.text=" + sent + "&q.pick=other&q.pick.other=" + sent);
        all.look(browser.get(link + "/review"), payload);
        for (const auto* field : about_fields) {
            all.look(ConsultationWorld::send(browser, link, std::string(field) + "=" + sent), payload);
        }
        all.look(ConsultationWorld::send(browser, link, "consent=yes&publish=yes&email=a%40example.org&name=" + sent),
                 payload);
        const auto receipt = browser.get(link + "/receipt");
        all.look(receipt, payload);
        stored += receipt.status == 200;
        const auto body = ConsultationWorld::form(browser, "/consultations/" + all.id + "/answers",
                                                  "as=organisation&organisation=" + sent);
        all.look(body, payload);
        all.look(ConsultationWorld::form(browser, "/consultations/" + all.id + "/answers", "as=" + sent), payload);
        if (receipt.status != 200) continue;
        const auto read =
            "/api/answers/" + all.world.database.value("select max(id) from answers where receipt is not null");
        const auto shown = reader.get(read);
        all.look(shown, payload);
        CHECK(shown.status == 200);
        CHECK_NOTHROW(boost::json::parse(shown.body));
        reader.post("/api/answers/" + read.substr(13) + "/settlement", R"({"let_in":true,"edits":0})");
    }
    INFO(all.requests << " requests, " << stored << " answers");
    CHECK(all.broken == 0);
    CHECK(stored > 5);

    // Every mail goes to the one address that was given rightly, under our own subject.
    CHECK(all.world.database.number("select count(*) from outbox where recipient <> 'a@example.org'") == 0);
    CHECK(all.world.database.number(
              "select count(*) from outbox where subject ~ E'[\\r\\n]' or length(subject) > 200") == 0);
    CHECK(all.world.database.number("select count(distinct subject) from outbox") <= 1);

    // No cell of the file of answers is a formula.
    const auto csv = reader.get("/api/consultations/" + all.id + "/answers/export?format=csv");
    REQUIRE(csv.status == 200);
    std::set<char> begins;
    bool quoted = false, fresh = true;
    for (std::size_t i = 0; i < csv.body.size(); ++i) {
        const char c = csv.body[i];
        if (fresh && c != '"') begins.insert(c);
        if (fresh && c == '"' && i + 1 < csv.body.size()) begins.insert(csv.body[i + 1]);
        if (c == '"') quoted = !quoted;
        fresh = !quoted && (c == ',' || c == '\n');
    }
    for (const char sign : {'=', '+', '-', '@', '\t'}) {
        INFO(sign);
        CHECK(!begins.contains(sign));
    }
    const auto lines = reader.get("/api/consultations/" + all.id + "/answers/export?format=jsonl");
    for (std::size_t from = 0; from < lines.body.size();) {
        const auto end = std::min(lines.body.find('\n', from), lines.body.size());
        if (end > from) CHECK_NOTHROW(boost::json::parse(lines.body.substr(from, end - from)));
        from = end + 1;
    }
}
