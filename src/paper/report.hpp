// A response report that is put on paper, as plain words in the reader's language.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace samrad::paper {

// Words of the text that changed.
struct ReportChange {
    std::string place;  // "Versjon 2, linje 14"
    std::string words;
    std::string address;  // where they stand, "https://…"
};

struct ReportSection {
    int level = 1;  // 1 to 4
    std::string title;
    std::string status;                                        // "Fulgt"; "" where the theme is not answered
    std::string note;                                          // why there is no answer yet
    std::string heard, decided, why;                           // plain text
    std::vector<std::pair<std::string, std::string>> answers;  // voice, how many
    std::vector<ReportChange> changed;
    std::vector<std::pair<std::string, std::string>> quotes;  // the words, whose voice
};

struct Report {
    std::string language;  // "nb", "en"
    std::string title;
    std::string subtitle;
    std::string note;  // what the numbers are
    std::string heard_word, decided_word, why_word, answers_word, changed_word, quotes_word;
    std::vector<ReportSection> sections;
};

// pandoc_document.cpp and print_page.cpp: as for a Paper, see paper.hpp. `plain`: for a form that has no place of its
// own for a title, which is then the first heading.
std::string pandoc_document(const Report& report, const std::string& api_version, bool plain);
std::string print_page(const Report& report);

}  // namespace samrad::paper
