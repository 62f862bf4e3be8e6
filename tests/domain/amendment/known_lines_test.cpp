// Known cases of official lines, see known_cases.hpp. Numbers belong to a version: what is proposed is never among
// them.
#include "domain/amendment/known_cases.hpp"

#include "domain/text/markdown.hpp"
#include "domain/text/touched_lines.hpp"

using namespace samrad::domain;
using namespace samrad::tests;

namespace {

std::vector<std::string> lines_at(const std::string& markdown, int width) {
    const auto blocks = read_blocks(markdown, width);
    std::vector<std::string> lines;
    for (const auto& line : lines_of(blocks, width)) {
        auto words = blocks[line.block].visible.substr(line.visible.from, line.visible.to - line.visible.from);
        while (!words.empty() && (words.back() == u' ' || words.back() == u'\n')) words.pop_back();
        lines.push_back(samrad::to_utf8(words));
    }
    return lines;
}

std::vector<std::string> lines_of_case(const char* id) {
    const auto input = input_of(id);
    return lines_at(std::string(input.at("text").as_string()), int(input.at("width").as_int64()));
}

using Lines = std::vector<std::string>;

// A case marks what is proposed as <ins>…</ins>: the text without it, or with it.
std::u16string without_marks(std::string text, bool with_proposed) {
    for (auto from = text.find("<ins>"); from != std::string::npos; from = text.find("<ins>")) {
        const auto to = text.find("</ins>");
        text.replace(from, to + 6 - from, with_proposed ? text.substr(from + 5, to - from - 5) : "");
    }
    // The space on one side of words that are gone.
    for (auto twice = text.find("  "); twice != std::string::npos; twice = text.find("  ")) text.erase(twice, 1);
    return samrad::to_utf16(text) + u"\n";
}

// By which lines of `width` the step from one text to another is cited.
std::pair<int, int> cited(const std::u16string& before, const std::u16string& after, int width) {
    const auto blocks = read_blocks(samrad::to_utf8(before), width);
    return touched_lines(step_between(before, after).change, before, blocks, width);
}

}  // namespace

TEST_CASE("LIN-05 Words that are proposed inside a line are not counted in it") {
    // The case's own text has the proposed word in it; the version has not.
    const std::string marked = "1234 <ins>1234</ins> 1234 1234";
    const auto expected = expected_of("LIN-05").at("lines").as_array();
    const auto version = without_marks(marked, false);
    const auto lines = lines_at(samrad::to_utf8(version), int(input_of("LIN-05").at("width").as_int64()));
    REQUIRE(lines.size() == expected.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto line = without_marks(std::string(expected[i].as_string()), false);
        while (line.back() == u' ' || line.back() == u'\n') line.pop_back();
        CHECK(lines[i] == samrad::to_utf8(line));
    }
    CHECK(cited(version, without_marks(marked, true), 10) == std::pair(1, 1));
}

TEST_CASE("LIN-07 A paragraph that is proposed takes no number, and is cited by the line that it comes behind") {
    const auto input = input_of("LIN-07");
    const int width = int(input.at("width").as_int64());
    std::string version, proposed;
    for (const auto& block : input.at("blocks").as_array()) {
        const std::string text(block.as_string());
        const bool is_new = text.starts_with("<ins>");
        const auto words = samrad::to_utf8(without_marks(text, true)) + "\n";
        if (!is_new) version += words;
        proposed += words;
    }
    CHECK(lines_at(version, width) == Lines{"1234", "1234 1234"});
    CHECK(cited(samrad::to_utf16(version), samrad::to_utf16(proposed), width) == std::pair(1, 1));
}

TEST_CASE("LIN-08 What is proposed at the very end opens no line") {
    const auto expected = expected_of("LIN-08");
    REQUIRE(expected.at("extra_lines") == 0);
    const std::u16string version = u"En.\n\nTo.\n";
    CHECK(lines_at(samrad::to_utf8(version), 80).size() == 2);
    CHECK(cited(version, version + u"\nTre.\n", 80) == std::pair(2, 2));
    CHECK(cited(version, u"En.\n\nTo. Og mer.\n", 80) == std::pair(2, 2));
}

TEST_CASE(
    "LIN-10 Numbers are beside the text: its lines laid end to end are its words, and numbering changes nothing") {
    const std::string text =
        "# Mål\n\nVi vil ha *gratis* ferge &amp; skole.\nOg tid.  \nNy linje.\n\n- tog-linjer\n- buss\n\n"
        "> Sitat med en lang-lang-lang-lang-lang hale.\n";
    for (const int width : {5, 13, 80}) {
        const auto blocks = read_blocks(text, width);
        const auto lines = lines_of(blocks, width);
        std::vector<std::u16string> words(blocks.size());
        int number = 0;
        for (const auto& line : lines) {
            CHECK(line.number == ++number);
            words[line.block] +=
                blocks[line.block].visible.substr(line.visible.from, line.visible.to - line.visible.from);
        }
        for (std::size_t b = 0; b < blocks.size(); ++b) CHECK(words[b] == blocks[b].visible);
        const auto again = lines_of(read_blocks(text, width), width);
        REQUIRE(again.size() == lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i) CHECK(again[i].visible == lines[i].visible);
    }
}

TEST_CASE("LIN-11 Blank source lines between paragraphs have no number") {
    const auto input = input_of("LIN-11");
    CHECK(lines_at(std::string(input.at("text").as_string()), 80) == Lines{"Line 1", "Line 2"});
}

TEST_CASE("LIN-13, LIN-14, LIN-15 A long word is cut, formatting moves no break, and a source newline is a space") {
    const Lines lorem{"Lorem", "ipsum", "dolor", "sit", "amet"};
    const auto first = lines_of_case("LIN-13");
    CHECK(first == lorem);
    const auto second = lines_of_case("LIN-14");
    CHECK(second == lorem);
    const auto third = lines_of_case("LIN-15");
    CHECK(third == Lines{"Test", "123", "Test1"});
}

TEST_CASE("LIN-19 An entity and its letter take the same room") {
    const auto input = input_of("LIN-19");
    const auto lines = [&](const char* name) { return lines_at(std::string(input.at(name).as_string()), 5); };
    CHECK(lines("a") == lines("b"));
}
