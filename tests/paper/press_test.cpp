// What comes out of the press, looked into with the programs that people open it with.
#include "paper/press.hpp"

#include <unistd.h>
#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>

#include "paper/workbook.hpp"

using namespace samrad;
using namespace samrad::paper;

namespace {

// What a file inside a zip holds.
std::string inside(const std::string& zip, const std::string& name) {
    const auto path = std::filesystem::temp_directory_path() / ("press-" + std::to_string(::getpid()) + ".zip");
    std::ofstream(path, std::ios::binary) << zip;
    OutsidePrograms programs;
    const auto text = programs.run({"unzip", "-p", path.string(), name}, "");
    std::filesystem::remove(path);
    REQUIRE(text);
    return *text;
}

Paper paper_of(Entry entry) {
    Paper paper{"nb", "Endringsforslag", "Program, versjon 2", "Begrunnelse", "", "", "", {}};
    paper.passages.emplace_back().entries.push_back(std::move(entry));
    return paper;
}

Entry entry() {
    return {"E 7",
            "linje 3 til 4: erstatt",
            "Kari",
            "",
            "Kari <Nordmann>",
            "2026-11-23T09:07:06Z",
            {{{Piece::kept, "Og "}, {Piece::deleted, "bedre"}, {Piece::inserted, "mye bedre"}, {Piece::kept, " vei."}}},
            "",
            "Fordi.\n\nOg derfor.",
            {{"Styret: avvis (7–2)", "For dyrt.", false}, {"Dissens: Ola", "Vei er viktig.", true}}};
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

// Everything that has made some program fetch, run or read something.
const std::string hostile =
    "<script>alert(1)</script> ![x](http://127.0.0.1:9/pixel.png) `<b>`{=html} \\input{../../etc/passwd} "
    "![](../../etc/passwd) <img src=\"file:///etc/passwd\"> @import url(http://127.0.0.1:9/x.css); {{{ $x$ }}} "
    "[link](javascript:alert(1)) ]]> &amp; <?xml ?> \x01\x02";

}  // namespace

TEST_CASE("In a Word document the difference is a tracked change with its sponsor's name and date") {
    Press press;
    const auto docx = press.docx(paper_of(entry()));
    REQUIRE(docx);
    const auto text = inside(*docx, "word/document.xml");
    CHECK(has(text, "<w:ins w:id=\""));
    CHECK(has(text, "w:author=\"Kari &lt;Nordmann&gt;\" w:date=\"2026-11-23T09:07:06Z\""));
    CHECK(has(text, "<w:delText xml:space=\"preserve\">bedre</w:delText>"));
    CHECK(has(text, "linje"));
    CHECK(has(text, "Begrunnelse:"));
    CHECK(has(text, "viktig."));
}

TEST_CASE("A Word document has its page numbers at the foot, with how many pages there are") {
    Press press;
    paper::Report report;
    report.title = "Svar";
    for (const auto& docx : {press.docx(paper_of(entry())), press.docx(report)}) {
        REQUIRE(docx);
        CHECK(has(inside(*docx, "word/document.xml"), "<w:footerReference"));
        const auto foot = inside(*docx, "word/footer1.xml");
        CHECK(has(foot, " PAGE </w:instrText>"));
        CHECK(has(foot, " NUMPAGES </w:instrText>"));
        CHECK(has(inside(*docx, "word/_rels/document.xml.rels"), "Target=\"footer1.xml\""));
    }
}

TEST_CASE("In an OpenDocument text the difference is struck and underlined") {
    Press press;
    const auto odt = press.odt(paper_of(entry()));
    REQUIRE(odt);
    const auto text = inside(*odt, "content.xml");
    CHECK(has(text, "line-through"));
    CHECK(has(text, "style:text-underline-style"));
    CHECK(!has(text, "text:tracked-changes"));
}

TEST_CASE("A PDF is made from the page for print, and both forms of the synopsis have the official lines") {
    Press press;
    auto synopsis = paper_of(entry());
    synopsis.line_word = "Linje";
    synopsis.text_word = "Teksten";
    synopsis.amendments_word = "Forslag";
    synopsis.passages.front().lines = {{3, "Og bedre"}, {4, "vei."}};
    const auto pdf = press.pdf(synopsis);
    REQUIRE(pdf);
    CHECK(pdf->starts_with("%PDF-"));
    CHECK(has(print_page(synopsis), "<del>bedre</del><ins>mye bedre</ins>"));
    CHECK(has(print_page(synopsis), "3<br>4<br>"));
    CHECK(has(inside(*press.docx(synopsis), "word/document.xml"), "3\u2003"));
}

TEST_CASE("An item of a list stands under its mark in both forms of the synopsis, its lines below one another") {
    Press press;
    auto synopsis = paper_of(entry());
    synopsis.text_word = "Teksten";
    auto& item = synopsis.passages.front();
    item.lines = {{3, "Og bedre"}, {4, "vei."}};
    item.mark = "2.";
    item.depth = 2;
    CHECK(has(print_page(synopsis), "margin-left: 10mm\"><span>2.</span>Og bedre<br>vei.<br></div>"));
    const auto words = inside(*press.docx(synopsis), "word/document.xml");
    CHECK(has(words, "3\u2003\u20032.\u2002"));
    CHECK(has(words, "4\u2003\u2003\u2003"));
}

TEST_CASE("Whatever an amendment says is words on paper: nothing is run, read or fetched") {
    auto bad = entry();
    bad.name = bad.place = bad.by = bad.author = bad.reason = bad.instruction = hostile;
    bad.difference = {{{Piece::inserted, hostile}, {Piece::deleted, hostile}}};
    bad.opinions = {{hostile, hostile, true}};
    auto paper = paper_of(bad);
    paper.title = paper.subtitle = hostile;
    const auto page = print_page(paper);
    CHECK(!has(page, "<script"));
    CHECK(!has(page, "<img"));
    CHECK(!has(page, "<b>"));
    CHECK(!has(page, "href"));
    CHECK(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    Press press;
    const auto docx = press.docx(paper);
    REQUIRE(docx);
    const auto text = inside(*docx, "word/document.xml");
    CHECK(has(text, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK(has(text, "![](../../etc/passwd)"));
    CHECK(!has(text, "root:"));
    const auto relations = inside(*docx, "word/_rels/document.xml.rels");
    CHECK(!has(relations, "127.0.0.1"));
    CHECK(!has(relations, "passwd"));
    CHECK(press.odt(paper));
    CHECK(press.pdf(paper));
}

TEST_CASE("Without the programs there is no Word document and no PDF, and the answer says so") {
    Press press({"", "/nowhere/weasyprint"});
    CHECK(press.docx(paper_of(entry())).problem().code == "paper.program_missing");
    CHECK(press.odt(paper_of(entry())).problem().kind == Kind::unavailable);
    CHECK(press.pdf(paper_of(entry())).problem().code == "paper.program_missing");
}

TEST_CASE("A spreadsheet holds every cell as text, a formula too, and cuts what no cell can hold") {
    const auto book = write_workbook(
        {"Forslag", {{"Nummer", "Tekst"}, {"=1+1", "æøå \x01 <b>"}, {"2", std::string(40'000, 'x')}}, {8, 40}});
    REQUIRE(book);
    const auto sheet = inside(*book, "xl/worksheets/sheet1.xml");
    CHECK(!has(sheet, "<f>"));
    CHECK(has(sheet, "<t>=1+1</t>"));
    CHECK(has(sheet, "æøå  &lt;b&gt;"));
    CHECK(has(sheet, "x…</t>"));
}
