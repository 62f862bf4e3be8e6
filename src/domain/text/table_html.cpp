#include "domain/text/table_html.hpp"

namespace samrad::domain {

namespace {

using Kind = TableTag::Kind;

void add_frame(std::vector<TableTag>& tags, std::size_t from, std::size_t to) {
    if (from == to) return;
    tags.push_back({from, "<span class=\"table-frame\">", Kind::frame});
    tags.push_back({to, "</span>", Kind::frame_end});
}

void add_row(std::vector<TableTag>& tags, const TableRow& row) {
    if (row.cells.empty()) return add_frame(tags, row.all.from, row.all.to);  // the dashes
    tags.push_back({row.all.from, "<span class=\"table-row\" role=\"row\">", Kind::plain});
    auto at = row.all.from;
    for (const auto& cell : row.cells) {
        add_frame(tags, at, cell.from);
        const auto* const html = row.head ? "<span class=\"table-cell\" role=\"columnheader\">"
                                          : "<span class=\"table-cell\" role=\"cell\">";
        tags.push_back({cell.from, html, Kind::cell});
        tags.push_back({cell.to, "</span>", Kind::plain});
        at = cell.to;
    }
    add_frame(tags, at, row.all.to);
    tags.push_back({row.all.to, "</span>", Kind::plain});
}

}  // namespace

std::vector<TableTag> tags_of(const std::vector<Table>& tables) {
    std::vector<TableTag> tags;
    for (const auto& table : tables) {
        tags.push_back({table.all.from, "<span class=\"table\" role=\"table\">", Kind::plain});
        for (const auto& row : table.rows) add_row(tags, row);
        tags.push_back({table.all.to, "</span>", Kind::plain});
    }
    return tags;
}

}  // namespace samrad::domain
