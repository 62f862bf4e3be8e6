// What is put on paper, as plain words in the reader's language: amendments, and the text that they are about.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace samrad::paper {

// A run of words of an amendment, with its fate.
struct Piece {
    enum Mark { kept, deleted, inserted };
    Mark mark = kept;
    std::string text;
};

// What a body says of an amendment, a minority beside it, or how it was decided.
struct Opinion {
    std::string head;  // "Programkomiteen: vedta (7–2)"
    std::string text;
    bool dissent = false;
    std::vector<std::vector<Piece>> wording = {};  // what it would adopt instead, as a difference
};

struct Entry {
    std::string name;    // "E 214"
    std::string place;   // "linje 112 til 114: erstatt"
    std::string by;      // everybody who stands behind it
    std::string state;   // "vedtatt av Landsmøtet, står i versjon 3"; "" while it is before the committee
    std::string author;  // of the tracked changes
    std::string date;    // of the tracked changes, "2026-11-23T09:07:06Z"
    std::vector<std::vector<Piece>> difference;
    std::string instruction;  // of a principle
    std::string reason;
    std::vector<Opinion> opinions;
};

// A block of the text by its official lines, and the amendments to it. Without lines: amendments alone.
struct Passage {
    int level = 0;                                   // of a heading, 1 to 6; 0 for all else
    std::string mark;                                // of an item in a list: "•", "3."; "" for all else
    int depth = 0;                                   // of an item: how far in it stands, 1 to 6
    std::vector<std::pair<int, std::string>> lines;  // number, words
    std::vector<Entry> entries;
};

struct Paper {
    std::string language;  // "nb", "en"
    std::string title;
    std::string subtitle;
    std::string reason_word;  // "Begrunnelse"
    // The heads of the three columns of a synopsis; empty for a list of amendments.
    std::string line_word, text_word, amendments_word;
    std::vector<Passage> passages;
    bool synopsis() const { return !text_word.empty(); }
};

// The lines of a text that somebody wrote, with spaces for other controls; empty ones left out.
std::vector<std::string> lines_in(const std::string& text);

// pandoc_document.cpp: the document as the JSON that pandoc reads, in the API version that it told ("[1,22,2,1]").
// Every word is a plain string there, so none can be markup. `tracked`: insertions and deletions are marked as tracked
// changes (docx), otherwise underlined and struck (odt).
std::string pandoc_document(const Paper& paper, const std::string& api_version, bool tracked);

// print_page.cpp: a whole HTML page for print on A4, that refers to nothing outside itself. Every word is escaped.
std::string print_page(const Paper& paper);

}  // namespace samrad::paper
