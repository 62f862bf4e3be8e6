// A form of amendments on paper, typed into a table: what each row says, and what it means on the text.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/names.hpp"
#include "base/result.hpp"
#include "domain/amendment/quote_finder.hpp"
#include "domain/table/csv.hpp"
#include "domain/text/change.hpp"
#include "features/texts.hpp"

namespace samrad::features {

// A row as it was typed, its line ends and outer spaces put right.
struct ImportRow {
    int row = 0;  // in the table, from 2: the head is 1
    std::string old_words, new_words, instruction, reason, sponsor, unit;
    int line_from = 0, line_to = 0;
    bool lines_wrong = false;  // something that is no line reference
};

// The rows by the head of the table, whose words are those of the export, in either language and any order; columns
// with other heads are left alone. Problems: of read_csv(); csv.no_columns where neither words nor an instruction have
// a column.
Result<std::vector<ImportRow>> read_rows(std::string_view csv);

inline constexpr std::size_t most_imported = 500;

// `there` and `repeated` are those that match and say what an amendment or a row before them says (import_repeats).
enum class RowFate { matched, several, not_found, no_change, refused, there, repeated };

struct MatchedRow {
    RowFate fate = RowFate::refused;
    std::string code;                      // why it is refused
    std::optional<domain::Change> change;  // of a matched row; absent for a principle
    int line_from = 0, line_to = 0;        // where the quote was found
};

// What a row means on a text. Old words and new ones: the quote is found and replaced, taken away where nothing is
// to stand there. New words alone with lines: a block of their own behind that of the last line. An instruction alone:
// a principle. `finder` is of `text`.
MatchedRow match(const ImportRow& row, const Text& text, const domain::QuoteFinder& finder);

}  // namespace samrad::features

template <>
inline constexpr auto samrad::names_of<samrad::features::RowFate> =
    std::array<std::string_view, 7>{"matched", "several", "not_found", "no_change", "refused", "there", "repeated"};
