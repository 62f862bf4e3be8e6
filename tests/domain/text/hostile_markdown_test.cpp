// What attackers write into Markdown, and what may come out of it: a short list of harmless elements and attributes,
// held against the HTML by a reader of tags that shares nothing with the renderer.
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/document/document.hpp"
#include "domain/text/guard.hpp"
#include "domain/text/markdown.hpp"

using namespace samrad;

namespace {

const std::map<std::string, std::set<std::string>> harmless{{"h1", {"id", "class", "data-line"}},
                                                            {"h2", {}},
                                                            {"h3", {}},
                                                            {"h4", {}},
                                                            {"h5", {}},
                                                            {"h6", {}},
                                                            {"p", {}},
                                                            {"ul", {}},
                                                            {"ol", {"start"}},
                                                            {"li", {}},
                                                            {"blockquote", {}},
                                                            {"pre", {}},
                                                            {"code", {"class"}},
                                                            {"em", {}},
                                                            {"strong", {}},
                                                            {"hr", {}},
                                                            {"br", {}},
                                                            {"a", {"href", "title", "rel", "class"}},
                                                            {"span", {"class", "role"}},
                                                            {"div", {"class"}},
                                                            {"del", {}},
                                                            {"sup", {}},
                                                            {"section", {}}};
const std::set<std::string> always{"id", "class"};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// A link that leads to a page or a place, by what a browser makes of it: blanks and controls inside a scheme vanish.
bool is_harmless_link(std::string_view value) {
    std::string plain;
    for (const char c : value) {
        if (static_cast<unsigned char>(c) > 0x20) plain += char(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    for (const char* entity : {"&#", "&colon", "&tab", "&newline"}) {
        if (plain.find(entity) != std::string::npos) return false;
    }
    const auto end = plain.find_first_of("/?#");
    const auto colon = plain.find(':');
    if (colon == std::string::npos || (end != std::string::npos && end < colon)) return true;  // relative
    for (const char* scheme : {"http:", "https:", "mailto:", "tel:", "ftp:"}) {
        if (plain.starts_with(scheme)) return true;
    }
    return false;
}

// What is wrong with the tags in some HTML; "" where nothing is.
std::string fault_in(std::string_view html) {
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
        std::size_t i = at + 1;
        if (html.substr(at, 4) == "<!--") {
            const auto end = html.find("-->", at);
            if (html.substr(at, end - at) != "<!-- raw HTML omitted ") return "a comment";
            at = end;
            continue;
        }
        const bool closing = i < html.size() && html[i] == '/';
        if (closing) ++i;
        std::string name;
        while (i < html.size() && !is_space(html[i]) && html[i] != '>' && html[i] != '/') name += html[i++];
        const auto known = harmless.find(name);
        if (known == harmless.end()) return "<" + name;
        while (i < html.size() && html[i] != '>') {
            if (is_space(html[i]) || html[i] == '/') {
                ++i;
                continue;
            }
            std::string attribute;
            while (i < html.size() && !is_space(html[i]) && html[i] != '=' && html[i] != '>') attribute += html[i++];
            const bool data = attribute.starts_with("data-");
            if (!data && !always.contains(attribute) && !known->second.contains(attribute)) {
                return "<" + name + " " + attribute;
            }
            if (i >= html.size() || html[i] != '=') continue;
            if (html[++i] != '"') return "an attribute without quotes";
            const auto end = html.find('"', i + 1);
            if (end == std::string_view::npos) return "quotes that do not end";
            if (attribute == "href" && !is_harmless_link(html.substr(i + 1, end - i - 1))) {
                return "a link to " + std::string(html.substr(i + 1, end - i - 1));
            }
            i = end + 1;
        }
        if (i >= html.size()) return "a tag that does not end";
        at = i;
    }
    return "";
}

const std::vector<std::string> attacks{
    // Raw HTML, whole, split and unfinished.
    "<script>alert(1)</script>", "<SCRIPT SRC=//e.example></SCRIPT>", "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>", "<svg><script>alert&#40;1)</script>", "<iframe src=javascript:alert(1)>",
    "<body onload=alert(1)>", "<a href=javascript:alert(1)>x</a>",
    "<form action=javascript:alert(1)><input type=submit>", "<math><mtext></form><form>",
    "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>",
    "<object data=data:text/html;base64,PHNjcmlwdD4=>", "<embed src=javascript:alert(1)>", "<base href=//e.example>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<link rel=stylesheet href=//e.example>",
    "<style>*{background:url(javascript:alert(1))}</style>", "<x onclick=alert(1)>",
    "<input autofocus onfocus=alert(1)>", "<scr\nipt>alert(1)</scr\nipt>", "<script\n>alert(1)</script\n>",
    "<<script>alert(1)//<</script>", "<script", "<img src=x onerror=alert(1)//", "<!--><script>alert(1)</script>-->",
    "<!-- --!><img src=x onerror=alert(1)> -->", "<?php echo 1 ?><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>", "<!DOCTYPE x [<!ENTITY y '<script>'>]>",
    "text <b onmouseover=alert(1)>x</b> text", "> <script>alert(1)</script>", "- <img src=x onerror=alert(1)>",
    "1. <svg onload=alert(1)>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea></textarea><script>alert(1)</script>", "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    "<template><script>alert(1)</script></template>",
    // Links.
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java\tscript:alert(1))",
    "[x](<java\nscript:alert(1)>)", "[x](&#106;avascript:alert(1))", "[x](javascript&colon;alert(1))",
    "[x](&#x6A&#x61&#x76&#x61script:alert(1))", "[x](\x01javascript:alert(1))", "[x]( javascript:alert(1))",
    "[x](<javascript:alert(1)>)", "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "[x](data:image/svg+xml,<svg onload=alert(1)>)",
    "[x](file:///etc/passwd)", "[x]: javascript:alert(1)\n\n[x]", "[x][y]\n\n[y]: <javascript:alert(1)> \"t\"",
    "<javascript:alert(1)>", "<JAVASCRIPT:alert(1)>", "<data:text/html,x>", "[x](javascript\\:alert(1))",
    "[x](jav&Tab;ascript:alert(1))", "[x](jav&NewLine;ascript:alert(1))", "[x](blob:https://e.example/1)",
    "[x](\"onmouseover=alert(1)//)", "[x](https://e.example \"\\\" onmouseover=alert(1) x=\\\"\")",
    "[x](https://e.example 'a\" onmouseover=\"alert(1)')", "[x](https://e.example/\"onmouseover=\"alert(1))",
    "[<img src=x onerror=alert(1)>](https://e.example)",
    // Images, which are links here.
    "![x](javascript:alert(1))", "![x\" onerror=\"alert(1)](https://e.example/a.png)",
    "![](data:image/svg+xml;base64,PHN2Zy8+)", "![x](https://e.example/a.png \"\" onload=alert(1))",
    // Code, headings and our own attributes.
    "```\"><script>alert(1)</script>\nx\n```", "``` js\" onclick=\"alert(1)\nx\n```", "~~~ <script>\nx\n~~~",
    "`<script>alert(1)</script>`", "    <script>alert(1)</script>", "# <img src=x onerror=alert(1)>",
    "# x {onclick=alert(1)}", "<p id=\"b1\" data-lines=\"1\">faked</p>", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;", "&<script>", "\\<script>alert(1)\\</script>",
    "*<script>*alert(1)*</script>*", "|a|\n|-|\n|<script>|", "[x](#\"><script>alert(1)</script>)",
    "\xE2\x80\xAE<script>alert(1)</script>", "<\xE2\x80\x8Bscript>alert(1)</script>", "<ſcript>alert(1)</ſcript>",
    "＜script＞alert(1)＜/script＞"};

}  // namespace

TEST_CASE("The reader of tags finds what is hostile, so that it would tell") {
    for (const char* bad :
         {"<script>", "<p onclick=\"x\">", "<a href=\"javascript:x\">", "<a href=\" java\tscript:x\">", "<p class=x>",
          "<a href=\"data:x\">", "<!-- x -->", "<img src=\"x\">", "<p", "<P>"}) {
        INFO(bad);
        CHECK_FALSE(fault_in(bad).empty());
    }
    CHECK(fault_in("<p id=\"b1\">a <em>b</em> <a href=\"https://e.example/?a:b\">c</a><br /></p>").empty());
}

TEST_CASE("No attack on Markdown leaves more than harmless elements, in a comment or in a document") {
    CHECK(attacks.size() > 85);
    int rendered = 0;
    for (const auto& attack : attacks) {
        for (const auto& text : {attack, "Før " + attack + " etter", "Før\n\n" + attack + "\n\netter", "> - " + attack,
                                 "**" + attack + "**", attack + attack}) {
            const auto markdown = domain::normalise(text);
            if (domain::check_text(markdown, domain::most_markdown, "text")) continue;
            ++rendered;
            INFO(text);
            const auto passage = domain::render_passage(markdown);
            INFO(passage);
            CHECK(fault_in(passage) == "");
            auto blocks = domain::read_blocks(markdown, 80);
            domain::name_blocks(blocks, 1);
            const auto html = domain::render(markdown, blocks, 80).html;
            INFO(html);
            CHECK(fault_in(html) == "");
        }
    }
    CHECK(rendered > 500);
}
