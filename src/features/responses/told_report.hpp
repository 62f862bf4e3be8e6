// An edition of a response report with all that it refers to, as values: what pages, JSON and papers are made of.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/response.hpp"
#include "domain/document/document.hpp"
#include "features/perform.hpp"
#include "features/texts.hpp"
#include "storage/reports.hpp"
#include "storage/responses.hpp"

namespace samrad::features {

// A block that changed because of a theme, as it stands in the outcome version.
struct ToldBlock {
    std::string name;   // "b17"
    std::string words;  // "" where even that version has it no more
    int version = 0;
    int line = 0;
    bool gone = false;  // the newest version has no such block any more
};

struct ToldQuote {
    MarkId mark;
    std::string words;
    domain::Voice voice = domain::Voice::everybody;
};

struct ToldTheme {
    domain::ReportTheme theme;
    std::optional<domain::Response> response;
    std::vector<ToldBlock> blocks;
    std::vector<ToldQuote> quotes;  // those that may be shown now: consent can be taken back at any time
};

struct ToldReport {
    domain::Consultation consultation;
    storage::Edition edition;
    std::vector<storage::Edition> editions;    // newest first
    std::optional<domain::Document> document;  // what the consultation is about
    std::vector<ToldTheme> themes;
};

// The edition of that number, 0: the newest. Missing where there is none.
ToldReport told_report(Work& work, const domain::Consultation& consultation, int edition, Texts& texts);

// The blocks of a response.
std::vector<ToldBlock> told_blocks(Work& work, const domain::Document& document, const domain::Response& response,
                                   Texts& texts);
// The words of a passage; "" where its answer has no such place any more.
std::string words_of(const storage::ThemedPassage& passage);

}  // namespace samrad::features
