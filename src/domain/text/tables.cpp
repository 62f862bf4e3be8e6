#include "domain/text/tables.hpp"

#include <algorithm>

namespace samrad::domain {

namespace {

// A line of the visible text and where its bars are.
struct Typed {
    Range all;  // with the line break
    std::vector<std::size_t> bars;
};

bool is_space(char16_t c) { return c == u' ' || c == u'\t' || c == u'\n'; }

Range trimmed(std::u16string_view text, Range range) {
    while (range.from < range.to && is_space(text[range.from])) ++range.from;
    while (range.to > range.from && is_space(text[range.to - 1])) --range.to;
    return range;
}

std::vector<Typed> typed_lines(std::u16string_view source, const Block& block) {
    const std::u16string_view text = block.visible;
    const auto places = written_as(source, block);
    std::vector<Typed> lines;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find(u'\n', from), text.size() - 1) + 1;
        Typed line{{from, end}, {}};
        for (auto i = from; i < end; ++i) {
            if (text[i] != u'|') continue;
            const auto at = places[i].from;
            const bool escaped = at > block.from && source[at - 1] == u'\\';
            if (!escaped) line.bars.push_back(i);
        }
        lines.push_back(std::move(line));
        from = end;
    }
    return lines;
}

std::vector<Range> cells_of(std::u16string_view text, const Typed& line) {
    const auto inner = trimmed(text, line.all);
    std::vector<Range> cells;
    auto from = inner.from;
    for (const auto bar : line.bars) {
        if (bar > inner.from) cells.push_back(trimmed(text, {from, bar}));
        from = bar + 1;
    }
    if (from < inner.to) cells.push_back(trimmed(text, {from, inner.to}));
    return cells;
}

bool is_row_of_dashes(std::u16string_view text, const Typed& line) {
    const auto row = text.substr(line.all.from, line.all.to - line.all.from);
    if (line.bars.empty() || row.find_first_not_of(u"|-: \t\n") != std::u16string_view::npos) return false;
    const auto cells = cells_of(text, line);
    return std::all_of(cells.begin(), cells.end(), [&](const Range& cell) {
        return text.substr(cell.from, cell.to - cell.from).find(u'-') != std::u16string_view::npos;
    });
}

}  // namespace

std::vector<Table> tables_in(std::u16string_view source, const Block& block) {
    const std::u16string_view text = block.visible;
    std::vector<Table> tables;
    // Most paragraphs have none: that costs them one look.
    if (block.kind != BlockKind::paragraph || text.find(u'|') == text.npos || text.find(u'\n') == text.npos) {
        return tables;
    }
    const auto lines = typed_lines(source, block);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].bars.empty() || !is_row_of_dashes(text, lines[i + 1])) continue;
        const auto head = cells_of(text, lines[i]);
        if (head.size() != cells_of(text, lines[i + 1]).size()) continue;
        Table table;
        table.rows.push_back({lines[i].all, head, true});
        table.rows.push_back({lines[i + 1].all, {}, false});
        for (i += 2; i < lines.size() && !lines[i].bars.empty(); ++i) {
            table.rows.push_back({lines[i].all, cells_of(text, lines[i]), false});
        }
        --i;
        table.all = {table.rows.front().all.from, table.rows.back().all.to};
        tables.push_back(std::move(table));
    }
    return tables;
}

}  // namespace samrad::domain
