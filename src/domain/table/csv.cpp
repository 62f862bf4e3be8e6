#include "domain/table/csv.hpp"

namespace samrad::domain {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";
constexpr std::string_view dangerous = "=+-@\t\r";

// A cell of which a spreadsheet would make a formula, perhaps behind apostrophes.
bool looks_like_formula(std::string_view cell) {
    const auto first = cell.find_first_not_of('\'');
    return first != std::string_view::npos && dangerous.find(cell[first]) != std::string_view::npos;
}

// Where a spreadsheet may begin a cell: at the beginning, and where it takes another mark for the separator (as it does
// by the language of its user) behind a line end, a semicolon or a tab inside.
bool may_begin(std::string_view cell, std::size_t at) {
    return at == 0 || std::string_view("\n\r;\t").find(cell[at - 1]) != std::string_view::npos;
}

std::string guarded(std::string_view cell) {
    std::string out;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        if (may_begin(cell, at) && looks_like_formula(cell.substr(at))) out += '\'';
        out += cell[at];
    }
    return out;
}

void write_cell(std::string& out, std::string_view plain) {
    const auto cell = guarded(plain);
    if (cell.find_first_of(",;\"\r\n\t") == std::string::npos && !cell.starts_with(' ') && !cell.ends_with(' ')) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

std::string unguarded(std::string cell) {
    std::string plain;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const bool guard =
            cell[at] == '\'' && may_begin(cell, at) && looks_like_formula(std::string_view(cell).substr(at));
        if (!guard) plain += cell[at];
    }
    return plain;
}

char separator_of(std::string_view text) {
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == ';' || c == '\t' || c == ',') return c;
        if (c == '\n') break;
    }
    return ',';
}

Problem wrong(std::string_view code, std::size_t row) {
    auto problem = invalid(code, "csv");
    problem.facts.emplace_back("row", std::to_string(row));
    return problem;
}

}  // namespace

std::string write_csv(const Table& table) {
    std::string out(mark);
    for (const auto& cells : table) {
        // A row of one empty cell would be an empty line, which no reader takes for a row.
        if (cells.size() == 1 && cells.front().empty()) out += "\"\"";
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) out += ',';
            write_cell(out, cells[i]);
        }
        out += "\r\n";
    }
    return out;
}

Result<Table> read_csv(std::string_view text, std::size_t most) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    const char separator = separator_of(text);
    Table table;
    Cells cells;
    std::size_t row = 1;
    std::size_t at = 0;
    while (at < text.size()) {
        std::string cell;
        const bool quoted = text[at] == '"';
        if (quoted) {
            for (++at;; ++at) {
                if (at == text.size()) return wrong("csv.quote_open", row);
                if (text[at] != '"') {
                    cell += text[at];
                } else if (at + 1 < text.size() && text[at + 1] == '"') {
                    cell += text[at++];
                } else {
                    break;
                }
            }
            ++at;
        } else {
            while (at < text.size() && text[at] != separator && text[at] != '\n' &&
                   !(text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n')) {
                if (text[at] == '"') return wrong("csv.quote_astray", row);
                cell += text[at++];
            }
        }
        const bool more = at < text.size() && text[at] == separator;
        const bool ends = at == text.size() || text[at] == '\n' || text.substr(at, 2) == "\r\n";
        if (!more && !ends) return wrong("csv.quote_astray", row);
        const bool blank = !quoted && ends && cells.empty() && cell.empty();
        if (!blank) cells.push_back(unguarded(std::move(cell)));
        if (more) {
            ++at;
            if (at == text.size()) cells.emplace_back();
        } else if (at < text.size()) {
            at += text[at] == '\r' ? 2 : 1;
        }
        if (ends || at == text.size()) {
            table.push_back(std::move(cells));
            cells.clear();
            ++row;
            if (table.size() > most) return wrong("csv.too_many_rows", row - 1);
        }
    }
    while (!table.empty() && table.back().empty()) table.pop_back();
    return table;
}

}  // namespace samrad::domain
