#include "features/amendments/import_rows.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.hpp"
#include "domain/account/account.hpp"
#include "domain/amendment/amendment.hpp"
#include "domain/text/guard.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/paper_words.hpp"

namespace samrad::features {

namespace {

using std::string;

constexpr int no_column = -1;

// Which cell of a row has a column's words.
int place_of(const domain::Cells& head, Column column) {
    for (std::size_t i = 0; i < head.size(); ++i) {
        const auto word = domain::lower_case(domain::trimmed(head[i]));
        if (word == column_head(column, Language::nb) || word == column_head(column, Language::en)) return int(i);
    }
    return no_column;
}

// "112", "112-114", "112–114", "linje 112 til 114".
bool read_lines(const string& cell, ImportRow& row) {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < cell.size();) {
        if (cell[i] < '0' || cell[i] > '9') {
            ++i;
            continue;
        }
        int number = 0;
        const auto read = std::from_chars(cell.data() + i, cell.data() + cell.size(), number);
        if (read.ec != std::errc{} || number < 1 || number > 9'999'999) return false;
        numbers.push_back(number);
        i = std::size_t(read.ptr - cell.data());
    }
    if (cell.empty()) return true;
    if (numbers.empty() || numbers.size() > 2 || numbers.front() > numbers.back()) return false;
    row.line_from = numbers.front();
    row.line_to = numbers.back();
    return true;
}

MatchedRow refused(std::string_view code) { return {RowFate::refused, string(code), std::nullopt, 0, 0}; }

bool is_space(char16_t unit) { return unit == u' ' || unit == u'\n' || unit == u'\t'; }

// The blocks that a found quote reaches into, from the first one's beginning to the last one's end, with other words in
// the quote's place.
Edit replacing(const domain::Range& quote, const string& words, const Text& text) {
    domain::Range whole = quote;
    for (const auto& block : text.blocks) {
        const auto own = own_source(block, text.source);
        if (own.from < own.to && own.from < quote.to && quote.from < own.to) {
            whole.from = std::min(whole.from, own.from);
            whole.to = std::max(whole.to, own.to);
        }
    }
    const std::u16string_view source = text.source;
    auto before = source.substr(whole.from, quote.from - whole.from);
    auto after = source.substr(quote.to, whole.to - quote.to);
    if (words.empty()) {
        // The space that stood between the words goes with them.
        if (!before.empty() && before.back() == u' ' &&
            (after.empty() || is_space(after.front()) ||
             std::u16string_view(u".,;:!?").find(after.front()) != std::u16string_view::npos)) {
            before.remove_suffix(1);
        } else if (before.empty() && !after.empty() && after.front() == u' ') {
            after.remove_prefix(1);
        }
    }
    return {whole, std::u16string(before) + to_utf16(words) + std::u16string(after)};
}

MatchedRow place(const ImportRow& row, const Text& text, const domain::QuoteFinder& finder, Edit& edit) {
    if (row.old_words.empty()) {
        if (row.line_to == 0) return refused("import.no_place");
        const auto* block = finder.block_at(row.line_to);
        if (!block || row.line_to > text.rendering.line_count) return {RowFate::not_found, "", std::nullopt, 0, 0};
        edit = insertion_after(*block, row.new_words, text);
        return {RowFate::matched, "", std::nullopt, row.line_from, row.line_to};
    }
    constexpr std::size_t longest_quote = 10'000;  // bytes: beyond it nobody quotes, and looking for it is dear
    if (row.old_words.size() > longest_quote) return {RowFate::not_found, "", std::nullopt, 0, 0};
    const auto found = finder.find(to_utf16(row.old_words), row.line_from, row.line_to);
    if (found.found == domain::Found::several) return {RowFate::several, "", std::nullopt, 0, 0};
    if (found.found == domain::Found::none) return {RowFate::not_found, "", std::nullopt, 0, 0};
    edit = replacing(found.range, row.new_words, text);
    return {RowFate::matched, "", std::nullopt, found.line_from, found.line_to};
}

}  // namespace

Result<std::vector<ImportRow>> read_rows(std::string_view csv) {
    const auto table = domain::read_csv(csv, most_imported + 1);
    if (!table) return table.problem();
    const auto head_at = std::find_if(table->begin(), table->end(), [](const auto& cells) { return !cells.empty(); });
    if (head_at == table->end()) return invalid("csv.no_columns", "csv");
    const auto& head = *head_at;
    const int old_words = place_of(head, Column::old_words);
    const int new_words = place_of(head, Column::new_words);
    const int instruction = place_of(head, Column::instruction);
    if (new_words == no_column && instruction == no_column) return invalid("csv.no_columns", "csv");
    const int lines = place_of(head, Column::lines);
    const int reason = place_of(head, Column::reason);
    const int sponsor = place_of(head, Column::sponsor);
    const int unit = place_of(head, Column::unit);
    std::vector<ImportRow> rows;
    for (auto i = std::size_t(head_at - table->begin()) + 1; i < table->size(); ++i) {
        const auto& cells = (*table)[i];
        if (cells.empty()) continue;
        const auto cell = [&](int place) {
            if (place == no_column || std::size_t(place) >= cells.size()) return string();
            auto text = domain::normalise(cells[std::size_t(place)]);
            const auto from = text.find_first_not_of(" \n\t");
            if (from == string::npos) return string();
            return text.substr(from, text.find_last_not_of(" \n\t") + 1 - from);
        };
        ImportRow row{int(i) + 1,
                      cell(old_words),
                      cell(new_words),
                      cell(instruction),
                      cell(reason),
                      cell(sponsor),
                      cell(unit),
                      0,
                      0,
                      false};
        row.lines_wrong = !read_lines(cell(lines), row);
        rows.push_back(std::move(row));
    }
    return rows;
}

MatchedRow match(const ImportRow& row, const Text& text, const domain::QuoteFinder& finder) {
    if (row.lines_wrong) return refused("import.lines_wrong");
    for (const auto& [field, most] : {std::pair(&row.reason, std::size_t{9000}),
                                      {&row.instruction, {10'000}},
                                      {&row.sponsor, {200}},
                                      {&row.unit, {200}},
                                      {&row.new_words, domain::most_amended}}) {
        if (code_points(*field) > most) return refused("input.too_long");
        if (field->find('\0') != string::npos) return refused("input.not_text");
    }
    const bool words = !row.old_words.empty() || !row.new_words.empty();
    if (words && !row.instruction.empty()) return refused("import.both");
    if (!words && row.instruction.empty()) return refused("import.empty");
    if (!words) return {RowFate::matched, "", std::nullopt, row.line_from, row.line_to};
    try {
        Edit edit;
        auto matched = place(row, text, finder, edit);
        if (matched.fate != RowFate::matched) return matched;
        auto change = change_of({edit}, text);
        if (domain::refuse_change(change, text.source)) {
            return {RowFate::no_change, "", std::nullopt, matched.line_from, matched.line_to};
        }
        matched.change = std::move(change);
        return matched;
    } catch (const Problem& problem) {
        if (problem.kind != Kind::invalid && problem.kind != Kind::too_large) throw;
        return refused(problem.code);
    }
}

}  // namespace samrad::features
