// From amendments to what is written down: a table for spreadsheets, JSON for programs, a Paper for people.
#pragma once

#include <string>
#include <vector>

#include "domain/table/csv.hpp"
#include "features/amendments/amendments_told.hpp"
#include "features/amendments/paper_words.hpp"
#include "paper/paper.hpp"

namespace samrad::features {

// The head and a row for each amendment, a cell for each Column.
domain::Table table_of(const std::vector<ToldAmendment>& told, Language language);

// {"document":{"id","title","version"},"exported":time,"items":[…]}: words of the protocol, whatever the language.
std::string json_of(const std::vector<ToldAmendment>& told, const domain::Document& document, Time now);

// `head` is the newest version; lines of an older one are said to be that.
paper::Entry entry_of(const ToldAmendment& told, int head, Language language);

// The amendments one under the other.
paper::Paper list_paper(const std::vector<ToldAmendment>& told, const domain::Document& document, Time now,
                        Language language);

// Some of a text's official lines, from 1; {0, 0} for all of them.
struct OfficialLines {
    int from = 0;
    int to = 0;
};

// The newest text by its official lines, or the blocks with some of them; each amendment at the block that its first
// line is in (or the first, where that one is not shown), those without lines before the text.
paper::Paper synopsis_paper(const std::vector<ToldAmendment>& told, const domain::Document& document, const Text& text,
                            const OfficialLines& part, Time now, Language language);

}  // namespace samrad::features
