// A stretch of a change is held against the blocks that it lies in. In each, what it takes of the visible text is found
// in the block's own lines. White space at its ends is nobody's line: who takes a paragraph away takes the empty line
// behind it too, and not the next paragraph.
#include "domain/text/touched_lines.hpp"

#include <algorithm>
#include <optional>

namespace samrad::domain {

namespace {

bool is_blank(char16_t unit) { return unit == u' ' || unit == u'\n' || unit == u'\t'; }

Range without_space(Range range, std::u16string_view text) {
    while (range.from < range.to && is_blank(text[range.from])) ++range.from;
    while (range.to > range.from && is_blank(text[range.to - 1])) --range.to;
    return range;
}

class Lines {
public:
    void add(int from, int to) {
        if (from > 0) runs_.push_back({from, to});
    }
    // By place, those that meet or follow one another as one.
    std::vector<LineRun> runs() {
        std::sort(runs_.begin(), runs_.end(), [](const LineRun& a, const LineRun& b) { return a.from < b.from; });
        std::vector<LineRun> joined;
        for (const auto& run : runs_) {
            if (joined.empty() || run.from > joined.back().to + 1) {
                joined.push_back(run);
            } else {
                joined.back().to = std::max(joined.back().to, run.to);
            }
        }
        return joined;
    }

private:
    std::vector<LineRun> runs_;
};

// The lines of a block in which a part of its source stands.
std::pair<int, int> lines_in(const Block& block, Range range, std::u16string_view text, int line_width) {
    const std::pair<int, int> all{block.first_line, block.last_line};
    if (block.first_line == block.last_line) return all;
    const auto seen = to_visible(text, block, range);
    if (!seen) return all;
    std::pair<int, int> found{0, 0};
    for (const auto& line : lines_of({block}, line_width)) {
        if (line.visible.to <= seen->from || line.visible.from >= seen->to) continue;
        const int number = block.first_line + line.number - 1;
        if (found.first == 0) found.first = number;
        found.second = number;
    }
    return found.first == 0 ? all : found;
}

// Something is put in at `at`: into the block there, at the letter before it, else at the one behind it; as a block of
// its own behind the last one before it.
void add_insertion(Lines& lines, std::size_t at, std::u16string_view text, const std::vector<Block>& blocks,
                   int line_width, bool own_block) {
    const Block* before = nullptr;
    for (const auto& block : blocks) {
        if (block.first_line == 0) continue;
        const auto own = without_space({block.from, block.to}, text);
        if (own.to <= at && (own_block || own.to < at)) before = &block;
        if (own_block || own.from > at || own.to < at || own.from == own.to) continue;
        const Range letter = at > own.from ? Range{at - 1, at} : Range{at, at + 1};
        const auto [from, to] = lines_in(block, letter, text, line_width);
        return lines.add(from, to);
    }
    if (before != nullptr) lines.add(before->last_line, before->last_line);
    if (before == nullptr && !blocks.empty()) lines.add(blocks.front().first_line, blocks.front().first_line);
}

}  // namespace

std::vector<LineRun> touched_runs(const Change& change, std::u16string_view text, const std::vector<Block>& blocks,
                                  int line_width) {
    Lines lines;
    std::size_t inserted = 0;
    std::size_t at = 0;
    for (const auto& section : change.sections()) {
        const Range whole{at, at + section.length};
        at = whole.to;
        if (section.kept) continue;
        const auto insert = change.inserted().substr(inserted, section.inserted);
        inserted += section.inserted;
        const auto range = without_space(whole, text);
        if (range.from == range.to) {
            const bool own_block = insert.find(u'\n') != std::u16string::npos;
            add_insertion(lines, whole.from, text, blocks, line_width, own_block);
            continue;
        }
        for (const auto& block : blocks) {
            const Range part{std::max(block.from, range.from), std::min(block.to, range.to)};
            if (block.first_line == 0 || part.from >= part.to) continue;
            const auto own = without_space(part, text);
            if (own.from == own.to) continue;
            const auto [from, to] = lines_in(block, own, text, line_width);
            lines.add(from, to);
        }
    }
    return lines.runs();
}

std::pair<int, int> touched_lines(const Change& change, std::u16string_view text, const std::vector<Block>& blocks,
                                  int line_width) {
    const auto runs = touched_runs(change, text, blocks, line_width);
    return runs.empty() ? std::pair(0, 0) : std::pair(runs.front().from, runs.back().to);
}

bool meet(const std::vector<LineRun>& a, const std::vector<LineRun>& b) {
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].to < b[j].from) {
            ++i;
        } else if (b[j].to < a[i].from) {
            ++j;
        } else {
            return true;
        }
    }
    return false;
}

}  // namespace samrad::domain
