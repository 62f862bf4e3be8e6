#include "domain/text/markdown.hpp"

#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"
#include "domain/text/guard.hpp"

using namespace samrad;
using namespace samrad::domain;

namespace {

struct Read {
    std::string markdown;
    std::u16string source;
    std::vector<Block> blocks;
    Rendering rendering;
};

Read read(const std::string& markdown, int width = 80) {
    Read all{markdown, to_utf16(markdown), read_blocks(markdown, width), {}};
    name_blocks(all.blocks, 1);
    all.rendering = render(markdown, all.blocks, width);
    return all;
}

std::vector<std::string> lines(const std::string& markdown, int width) {
    const auto all = read(markdown, width);
    std::vector<std::string> texts;
    for (const auto& line : lines_of(all.blocks, width)) {
        auto text =
            to_utf8(all.blocks[line.block].visible.substr(line.visible.from, line.visible.to - line.visible.from));
        while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.pop_back();
        texts.push_back(text);
    }
    return texts;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string repeat(const std::string& part, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += part;
    return out;
}

}  // namespace

TEST_CASE("Headings, paragraphs, items and code are blocks in reading order") {
    const auto all = read("# En\n\nTo tre.\n\n- fire\n  - fem\n- seks\n\n```\nsju\n```\n");
    REQUIRE(all.blocks.size() == 6);
    CHECK(all.blocks[0].kind == BlockKind::heading);
    CHECK(all.blocks[1].kind == BlockKind::paragraph);
    CHECK(all.blocks[2].kind == BlockKind::item);
    CHECK(all.blocks[5].kind == BlockKind::code);
    CHECK(all.source.substr(all.blocks[2].from, all.blocks[2].to - all.blocks[2].from) == u"- fire");
    CHECK(all.source.substr(all.blocks[3].from, all.blocks[3].to - all.blocks[3].from) == u"- fem");
}

TEST_CASE("An item knows in how many lists it stands, and the number that readers see of it") {
    const auto all = read("3. tre\n1. fire\n   - prikk\n     1. en\n   - prikk\n9. fem\n\n- alene\n\nOrd.\n");
    std::vector<std::pair<int, std::optional<int>>> told;
    for (const auto& block : all.blocks) told.emplace_back(block.level, block.ordinal);
    CHECK(told == std::vector<std::pair<int, std::optional<int>>>{
                      {1, 3}, {1, 4}, {2, {}}, {3, 1}, {2, {}}, {1, 5}, {1, {}}, {0, {}}});
}

TEST_CASE("Each block's element carries its name, and headings stand one level lower than written") {
    const auto all = read("# Tittel\n\nTekst\n");
    CHECK(contains(all.rendering.html, "<h2 id=\"b1\""));
    CHECK(contains(all.rendering.html, "<p id=\"b2\""));
    REQUIRE(all.rendering.outline.size() == 1);
    CHECK(all.rendering.outline[0].title == "Tittel");
}

TEST_CASE("A block alone is its element with what is inside of it, its lines' marks and no names") {
    const auto all =
        read("# Mål\n\nEn *kort* setning.\n\n- Ut\n  - Innenfor\n- Hjem\n\n---\n\n> ` id=\"b7\"` og <b>\n");
    const auto alone = [&](int block) { return html_of_block(all.rendering.html, block); };
    CHECK(alone(1).find("<h2 ") == 0);
    CHECK(alone(2) ==
          "<p data-lines=\"2-2\"><span class=\"ln first\" data-n=\"2\"></span>En <em>kort</em> setning.</p>");
    CHECK(alone(3).find("<ul><li") == 0);
    CHECK(alone(3).find("Innenfor") != std::string::npos);
    CHECK(alone(3).find("Hjem") == std::string::npos);
    CHECK(alone(4).find("Ut") == std::string::npos);
    CHECK(alone(6) == "<hr />");
    CHECK(alone(7).find("id=&quot;b7&quot;</code>") != std::string::npos);
    CHECK(alone(8).empty());
    for (int block = 1; block < 8; ++block) CHECK(alone(block).find("id=\"b") == std::string::npos);
}

TEST_CASE("Nothing that somebody writes becomes a script or a foreign attribute") {
    for (const char* attack :
         {"<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,x)",
          "<img src=x onerror=alert(1)>", "![x](javascript:alert(1))", "<a href=\"javascript:alert(1)\">x</a>",
          "[x](vbscript:x)", "- <b onclick=x>a</b>", "[x]\n\n[x]: javascript:alert(1) \"onload=x\""}) {
        const auto html = read(attack).rendering.html;
        INFO(html);
        CHECK_FALSE(contains(html, "<script"));
        CHECK_FALSE(contains(html, "javascript:"));
        CHECK_FALSE(contains(html, "vbscript:"));
        CHECK_FALSE(contains(html, "data:text"));
        CHECK_FALSE(contains(html, "<img"));
        CHECK_FALSE(contains(html, "<b on"));
    }
}

TEST_CASE("A text cannot fake the names of blocks") {
    const auto html = read("data-sourcepos=\"1:1-1:5\" id=\"b9\"").rendering.html;
    CHECK_FALSE(contains(html, "id=\"b9\""));
    CHECK(contains(html, "id=&quot;b9&quot;"));
}

TEST_CASE("An image is a link to it, so that reading a text asks no foreign server") {
    const auto html = read("![kart](https://example.org/kart.png)").rendering.html;
    CHECK(contains(html, "<a href=\"https://example.org/kart.png\" rel=\"nofollow noopener ugc\">"));
    CHECK(contains(html, "kart</a>"));
}

TEST_CASE("A line holds at most its width, and a longer word is cut and the text goes on after it") {
    CHECK(lines(std::string(100, 'A'), 80) == std::vector<std::string>{std::string(80, 'A'), std::string(20, 'A')});
    CHECK(lines("Lorem ipsum dolorsit amet", 5) == std::vector<std::string>{"Lorem", "ipsum", "dolor", "sit", "amet"});
    CHECK(lines("all the rail-related", 13) == std::vector<std::string>{"all the rail-", "related"});
}

TEST_CASE("Marks, entities and line ends of the source move no official line") {
    CHECK(lines("Lorem **ipsum dolorsit** amet", 5) == lines("Lorem ipsum dolorsit amet", 5));
    CHECK(lines("f&ouml;r x y", 5) == lines("för x y", 5));
    CHECK(lines("Test 123\nTest1", 5) == std::vector<std::string>{"Test", "123", "Test1"});
    CHECK(lines("Line 1\n\n\n\nLine 2", 80) == std::vector<std::string>{"Line 1", "Line 2"});
}

TEST_CASE("Words that a reader marks are found in the source, past emphasis, links and entities") {
    const auto all = read("En **fet** tekst med [lenke](http://a.b/c.d) og &aring;r i 2027.");
    const auto& block = all.blocks.at(0);
    for (const char* words : {"fet", "tekst med", "lenke", "og", "2027", "år i"}) {
        const auto wanted = to_utf16(words);
        const auto from = block.visible.find(wanted);
        REQUIRE(from != std::u16string::npos);
        const Range visible{from, from + wanted.size()};
        const auto source = to_source(all.source, block, visible);
        REQUIRE(source);
        CHECK(to_visible(all.source, block, *source) == visible);
    }
    const auto link = block.visible.find(u"lenke");
    const auto source = to_source(all.source, block, {link, link + 5});
    CHECK(all.source.substr(source->from, source->to - source->from) == u"lenke");
}

TEST_CASE("A block keeps its name through a new version, wherever it stands") {
    auto before = read("# En\n\nForste avsnitt med noen ord.\n\nAndre avsnitt med flere ord.\n");
    auto after = read(
        "# En\n\nHelt nytt avsnitt kom her.\n\nForste avsnitt med noen gode ord.\n\nAndre avsnitt med flere ord.\n");
    for (auto& block : after.blocks) block.id = 0;
    const int next = name_blocks(after.blocks, before.blocks, step_between(before.source, after.source), 4);
    CHECK(after.blocks[0].id == 1);
    CHECK(after.blocks[1].id == 4);
    CHECK(after.blocks[2].id == 2);
    CHECK(after.blocks[3].id == 3);
    CHECK(next == 5);
}

TEST_CASE("A text over the cap, not UTF-8 or with control characters is refused by name") {
    CHECK(check_text(std::string(11, 'a'), 10, "text")->code == "text.too_large");
    CHECK(check_text(std::string(11, 'a'), 10, "text")->kind == Kind::too_large);
    CHECK(check_text("a\xff", 10, "text")->code == "text.not_utf8");
    CHECK(check_text(std::string("a\0b", 3), 10, "text")->code == "text.control_character");
    CHECK(check_text("\xED\xA0\x80", 10, "text")->code == "text.not_utf8");
    CHECK_FALSE(check_text("æøå\n\ttab", 20, "text"));
}

TEST_CASE("Shapes on which the renderer takes quadratic time are refused before it runs") {
    for (const char* shape : {"- ", "> - ", "1. ", "> "}) {
        CHECK(check_text(repeat(shape, 200) + "x", 1 << 20, "text")->code == "text.too_nested");
    }
    for (const char* shape : {"a*", "![[]()", "[a](", "`a``b", "a_"}) {
        CHECK(check_text(repeat(shape, 40'000), 1 << 20, "text")->code == "text.too_costly");
    }
    CHECK_FALSE(check_text("- a\n  - b\n    - c\n\n> sitat *med* [lenke](x)\n", 1 << 20, "text"));
}

TEST_CASE("Long rules and long lists of plain items are no attack") {
    CHECK_FALSE(check_text(repeat("- ", 200) + "\n", 1 << 20, "text"));
    CHECK_FALSE(check_text(repeat("* ", 200), 1 << 20, "text"));
    CHECK_FALSE(check_text(repeat("* [punkt](#a)\n", 100'000), 1 << 20, "text"));
    CHECK_FALSE(check_text(repeat("# *Om*\nTekst\n", 100'000), 1 << 20, "text"));
    CHECK(check_text(repeat("- ", 200) + "x", 1 << 20, "text")->code == "text.too_nested");
}

TEST_CASE("Line ends of other systems become ours, and their byte order mark goes") {
    CHECK(normalise("a\r\nb\rc\n") == "a\nb\nc\n");
    CHECK(normalise("\xEF\xBB\xBF# Tittel\r\n") == "# Tittel\n");
}
