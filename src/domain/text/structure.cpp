// The blocks of both texts are held against each other by the names that they inherit. A block that is not touched has
// to be what it was; a touched one should still be a paragraph if it was one. Example: a line of dashes put in under a
// paragraph makes it a heading. Counter-example: a paragraph that goes altogether is no breakage.
#include "domain/text/structure.hpp"

#include <algorithm>
#include <map>

namespace samrad::domain {

namespace {

bool is_blank(char16_t unit) { return unit == u' ' || unit == u'\n' || unit == u'\t'; }

// The cells of each row, where a passage is a table: a head, a row of dashes, and rows. Empty where it is none.
std::vector<std::size_t> cells_of(std::u16string_view passage) {
    std::vector<std::size_t> cells;
    bool dashes = false;
    while (!passage.empty()) {
        auto row = passage.substr(0, passage.find(u'\n'));
        passage.remove_prefix(std::min(row.size() + 1, passage.size()));
        while (!row.empty() && is_blank(row.front())) row.remove_prefix(1);
        while (!row.empty() && is_blank(row.back())) row.remove_suffix(1);
        if (row.empty()) continue;
        const bool begins = row.front() == u'|';
        const bool ends = row.size() > 1 && row.back() == u'|';
        const auto bars = std::size_t(std::count(row.begin(), row.end(), u'|'));
        if (bars == 0) {
            cells.push_back(0);
            continue;
        }
        cells.push_back(bars + 1 - std::size_t(begins) - std::size_t(ends));
        const bool drawn =
            row.find(u'-') != std::u16string_view::npos && row.find_first_not_of(u"|-: ") == std::u16string_view::npos;
        dashes = dashes || (drawn && cells.size() == 2);
    }
    if (!dashes) cells.clear();
    return cells;
}

bool is_sound_table(std::u16string_view passage) {
    const auto cells = cells_of(passage);
    return !cells.empty() && std::all_of(cells.begin(), cells.end(), [&](std::size_t n) { return n == cells.front(); });
}

class Found {
public:
    void add(Breakage what, int line) {
        const bool known =
            std::any_of(list_.begin(), list_.end(), [&](const Broken& broken) { return broken.what == what; });
        if (!known) list_.push_back({what, line});
    }
    std::vector<Broken> list() { return std::move(list_); }

private:
    std::vector<Broken> list_;
};

std::u16string_view source_of(const Block& block, std::u16string_view text) {
    return text.substr(block.from, block.to - block.from);
}

// Whether a block that was not there before comes between two items and is no part of them: it begins its line.
bool ends_list(const Block& between, std::u16string_view text) {
    if (between.kind == BlockKind::item) return false;
    auto from = between.from;
    while (from > 0 && text[from - 1] != u'\n') --from;
    return from < text.size() && !is_blank(text[from]);
}

}  // namespace

std::vector<Broken> broken_by(const Change& change, std::u16string_view text, const std::vector<Block>& before,
                              std::u16string_view new_text, std::vector<Block> after) {
    int next = 1;
    for (const auto& block : before) next = std::max(next, block.id + 1);
    name_blocks(after, before, Step{change, {}}, next);
    std::map<int, std::size_t> place;
    for (std::size_t i = 0; i < after.size(); ++i) place[after[i].id] = i;
    const auto ranges = changed_ranges(change);
    Found found;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto& block = before[i];
        const auto own_end = [&] {
            auto to = block.to;
            while (to > block.from && is_blank(text[to - 1])) --to;
            return to;
        }();
        const bool touched = std::any_of(ranges.begin(), ranges.end(), [&](const ChangedRange& range) {
            return range.from_a <= own_end + 1 && range.to_a >= block.from;  // the line under it is its own still
        });
        const auto at = place.find(block.id);
        if (at == place.end()) {
            if (!touched && !block.visible.empty()) found.add(Breakage::beyond, block.first_line);
            continue;
        }
        const auto& now = after[at->second];
        const bool other = now.kind != block.kind || (block.kind == BlockKind::heading && now.level != block.level);
        if (touched && other) found.add(Breakage::kind, block.first_line);
        if (!touched && (other || now.visible != block.visible)) found.add(Breakage::beyond, block.first_line);
        if (touched && is_sound_table(source_of(block, text)) && !is_sound_table(source_of(now, new_text))) {
            found.add(Breakage::table, block.first_line);
        }
        if (block.kind != BlockKind::item || i + 1 == before.size() || before[i + 1].kind != BlockKind::item) continue;
        const auto following = place.find(before[i + 1].id);
        if (following == place.end()) continue;
        for (auto j = at->second + 1; j < following->second; ++j) {
            if (after[j].id >= next && ends_list(after[j], new_text)) found.add(Breakage::list, block.first_line);
        }
    }
    return found.list();
}

}  // namespace samrad::domain
