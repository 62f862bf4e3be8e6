// Tables are drawn around the text that they were typed as: nothing that is counted moves.
#include "domain/text/tables.hpp"

#include <catch2/catch_test_macros.hpp>
#include <regex>
#include <string>

#include "base/utf8.hpp"

using namespace samrad;
using namespace samrad::domain;

namespace {

constexpr const char* fares =
    "Takster:\n\n| Strekning | **Pris** |\n|---|--:|\n| Bodø \\| Moskenes | 0 |\n| Halhjem | `12` |\n\nSlutt.\n";

struct Page {
    explicit Page(const std::string& markdown) : blocks(read_blocks(markdown, 20)) {
        name_blocks(blocks, 1);
        html = render(markdown, blocks, 20).html;
    }
    // The HTML of a block, and what a browser calls its text.
    std::string element(int id) const { return html_of(html.find(" id=\"b" + std::to_string(id) + "\"")); }
    std::string text(int id) const {
        auto text = std::regex_replace(element(id), std::regex("<[^>]*>"), "");
        text = std::regex_replace(text, std::regex("&lt;"), "<");
        text = std::regex_replace(text, std::regex("&gt;"), ">");
        return std::regex_replace(text, std::regex("&amp;"), "&");
    }
    std::string html_of(std::size_t at) const {
        const auto from = html.find('>', at) + 1;
        return html.substr(from, html.find("</p>", from) - from);
    }
    std::vector<Block> blocks;
    std::string html;
};

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

// Of all spans and other elements every one that begins ends, innermost first.
bool is_nested(const std::string& html) {
    std::vector<std::string> open;
    const std::regex tag("<(/?)([a-z0-9]+)[^>]*?(/?)>");
    for (std::sregex_iterator it(html.begin(), html.end(), tag), end; it != end; ++it) {
        if ((*it)[3].length() > 0) continue;
        if ((*it)[1].length() == 0) {
            open.push_back((*it)[2]);
        } else if (open.empty() || open.back() != (*it)[2]) {
            return false;
        } else {
            open.pop_back();
        }
    }
    return open.empty();
}

}  // namespace

TEST_CASE("A table is drawn in rows and cells, and is to the letter the text that was typed") {
    const Page page(fares);
    CHECK(page.text(2) == to_utf8(page.blocks[1].visible));
    const auto element = page.element(2);
    CHECK(count(element, "role=\"table\"") == 1);
    CHECK(count(element, "role=\"row\"") == 3);
    CHECK(count(element, "role=\"columnheader\"") == 2);
    CHECK(count(element, "role=\"cell\"") == 4);
    const auto unmarked = std::regex_replace(element, std::regex("<span class=\"ln\"[^>]*></span>"), "");
    CHECK(unmarked.find("Bodø | Moskenes</span>") != std::string::npos);  // that bar is a letter
    CHECK(element.find("<strong>Pris</strong></span>") != std::string::npos);
    CHECK(is_nested(page.html));
    CHECK(page.html.find("role=\"table\"") == page.html.rfind("role=\"table\""));
}

TEST_CASE("A table's official lines are those of the typed text, each marked once where somebody sees it") {
    const Page page(fares);
    const auto& block = page.blocks[1];
    REQUIRE(block.last_line > block.first_line);
    // What begins in the frame is marked in the cell behind it.
    CHECK(page.element(2).find("role=\"columnheader\"><span class=\"ln\" data-n=\"" + std::to_string(block.first_line) +
                               "\"></span>Strekning") != std::string::npos);
    auto seen = std::regex_replace(page.element(2), std::regex("<span class=\"table-frame\">[^<]*</span>"), "");
    for (int line = block.first_line; line <= block.last_line; ++line) {
        CHECK(count(seen, "data-n=\"" + std::to_string(line) + "\"") == 1);
    }
}

TEST_CASE("What is no table is left as it is: bars in a sentence, another number of dashes, code") {
    for (const char* markdown : {"a | b | c\n", "a | b\nc | d\n", "| a | b |\n|---|\n| c | d |\n", "a\n|---|---|\n",
                                 "```\n| a |\n|---|\n```\n", "| a |\n| - b |\n"}) {
        INFO(markdown);
        CHECK(Page(markdown).html.find("role=\"table\"") == std::string::npos);
    }
}

TEST_CASE("Words before a table and behind it are drawn beside it, and rows may have fewer cells or none filled") {
    const Page page("Slik er det:\na | b\n-|-\n1 |\n| | 2 |\n3 | 4 | 5\nog mer | enn det\nSlutt på den.\n");
    CHECK(count(page.html, "role=\"row\"") == 5);
    CHECK(page.text(1) == to_utf8(page.blocks[0].visible));
    CHECK(is_nested(page.html));
    CHECK(page.element(1).find("Slik er det:\n<span class=\"table\"") != std::string::npos);
    CHECK(page.element(1).ends_with("</span>Slutt på den."));
}

TEST_CASE("Emphasis, code or a link that reaches from one cell into another leaves the table as it was typed") {
    for (const char* markdown :
         {"| *a | b* |\n|---|---|\n| c | d |\n", "| `a | b` |\n|---|---|\n| c | d |\n",
          "| [a | b](https://x.example) |\n|---|---|\n", "| ![a | b](x.png) | c |\n|---|---|---|\n"}) {
        const Page page(markdown);
        INFO(page.html);
        CHECK(page.html.find("role=\"table\"") == std::string::npos);
        CHECK(is_nested(page.html));
        CHECK(page.text(1) == to_utf8(page.blocks[0].visible));
    }
    // The other tables of the same text are drawn.
    const Page page("| *a | b* |\n|---|---|\n\n| c | d |\n|---|---|\n");
    CHECK(count(page.html, "role=\"table\"") == 1);
}

TEST_CASE("Hostile cells stay text: tags, quotes and entities are written as they were") {
    const Page page("| <script>alert(1)</script> | \" onload=x |\n|---|---|\n| &lt;b&gt; | &amp; |\n");
    CHECK(page.html.find("<script") == std::string::npos);
    CHECK(is_nested(page.html));
    CHECK(page.html.find("&lt;b&gt;") != std::string::npos);
}
