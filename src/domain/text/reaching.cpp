// How far the hunks of one change reach together: that part of hunk.hpp.
#include <algorithm>
#include <optional>

#include "domain/text/anchor.hpp"
#include "domain/text/hunk.hpp"
#include "domain/text/line_kinds.hpp"

namespace samrad::domain {

namespace {

bool is_blank(char16_t c) { return c == u' ' || c == u'\n' || c == u'\t'; }

std::u16string_view gone(const Hunk& hunk, std::u16string_view text) {
    return text.substr(hunk.from, hunk.to - hunk.from);
}

std::size_t end_of_line(std::size_t at, std::u16string_view text) {
    return std::min(text.find(u'\n', at), text.size());
}

std::size_t begin_of_line(std::size_t at, std::u16string_view text) {
    return at == 0 ? 0 : text.rfind(u'\n', at - 1) + 1;
}

// Whether a hunk takes whole clauses away and puts nothing there.
bool takes_clauses(const Hunk& hunk, std::u16string_view text, const Units& units) {
    if (hunk.from == hunk.to || !std::all_of(hunk.insert.begin(), hunk.insert.end(), is_blank)) return false;
    auto from = hunk.from, to = hunk.to;
    while (from < to && is_blank(text[from])) ++from;
    while (to < text.size() && is_blank(text[to])) ++to;
    const auto from_line = begins_line(from, text);
    return from < hunk.to && (from_line || units.starts_at(from)) && (to == text.size() || units.starts_at(to));
}

// The gap behind what a hunk takes: what is put in there belonged to the words that go elsewhere.
void reach_behind(Touched& touched, const Hunk& hunk, const Units& units) {
    touched.last = std::max(touched.last, 2 * units.at(hunk.to - 1) + 2);
    touched.moves = true;
}

std::size_t fences_in(std::u16string_view lines) {
    std::size_t fences = 0;
    while (!lines.empty()) {
        const auto end = std::min(lines.find(u'\n'), lines.size());
        if (is_fence(lines.substr(0, end))) ++fences;
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return fences;
}

// From the first to the last hunk that begins or ends code all is code, or text again; and to the end of the text where
// one of two ends is put in or taken alone.
void reach_over_code(std::vector<Touched>& touched, const std::vector<Hunk>& hunks, std::u16string_view text,
                     const Units& units) {
    Touched* reaching = nullptr;
    std::size_t fences = 0;
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        const auto here = fences_in(hunks[i].insert) + fences_in(gone(hunks[i], text));
        if (here == 0) continue;
        fences += here;
        if (!reaching) reaching = &touched[i];
        reaching->last = std::max(reaching->last, touched[i].last);
        reaching->reframes = true;
    }
    if (fences % 2 == 1) reaching->last = 2 * units.size();
}

// How many cells a row of a table has, by its marks; a mark behind a backslash is none.
std::size_t cells_in(std::u16string_view row) {
    std::size_t marks = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == u'\\')
            ++i;
        else if (row[i] == u'|')
            ++marks;
    }
    return marks;
}

// Where the rows around a line begin and end.
Range table_around(std::size_t line, std::u16string_view text) {
    Range table{line, end_of_line(line, text)};
    while (table.from > 0) {
        const auto before = begin_of_line(table.from - 1, text);
        if (!is_row(text.substr(before, table.from - before))) break;
        table.from = before;
    }
    while (table.to < text.size()) {
        const auto end = end_of_line(table.to + 1, text);
        if (!is_row(text.substr(table.to + 1, end - table.to - 1))) break;
        table.to = end;
    }
    return table;
}

// The first hunk that changes the number of cells in a table's rows stands for all that do.
void reach_over_tables(std::vector<Touched>& touched, const std::vector<Hunk>& hunks, std::u16string_view text,
                       const Units& units) {
    std::size_t seen = 0;  // tables before this are done
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        const auto& hunk = hunks[i];
        if (hunk.from < seen || cells_in(hunk.insert) == cells_in(gone(hunk, text))) continue;
        if (hunk.insert.find(u'\n') != hunk.insert.npos || gone(hunk, text).find(u'\n') != text.npos) continue;
        const auto line = begin_of_line(hunk.from, text);
        const auto end = end_of_line(line, text);
        if (!is_row(text.substr(line, end - line))) {
            seen = end;
            continue;
        }
        const auto table = table_around(line, text);
        seen = table.to;
        auto& reaching = touched[i];
        reaching.own_first = reaching.first;
        reaching.own_last = reaching.last;
        reaching.columns = true;
        reaching.first = std::min(reaching.first, 2 * units.at(table.from));
        reaching.last = std::max(reaching.last, 2 * units.at(table.to - 1) + 2);
    }
}

}  // namespace

std::vector<Touched> touched_by_all(const std::vector<Hunk>& hunks, const std::vector<std::vector<std::size_t>>& ends,
                                    std::u16string_view text, const Units& units) {
    std::vector<Touched> touched;
    touched.reserve(hunks.size());
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        touched.push_back(touched_by(hunks[i], text, units));
        if (!ends[i].empty() && takes_clauses(hunks[i], text, units)) reach_behind(touched.back(), hunks[i], units);
    }
    reach_over_code(touched, hunks, text, units);
    reach_over_tables(touched, hunks, text, units);
    return touched;
}

}  // namespace samrad::domain
