#include "domain/text/markdown.hpp"

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "domain/text/block_html.hpp"

namespace samrad::domain {

namespace {

// Where each line of the Markdown begins: in bytes and in UTF-16 units. One more entry for the end.
struct LineStart {
    std::size_t byte;
    std::size_t unit;
};

std::vector<LineStart> line_starts(std::string_view markdown) {
    std::vector<LineStart> starts{{0, 0}};
    std::size_t unit = 0;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        const auto byte = static_cast<unsigned char>(markdown[i]);
        unit += (byte & 0xC0U) == 0x80U ? 0 : byte >= 0xF0U ? 2 : 1;
        if (byte == '\n') starts.push_back({i + 1, unit});
    }
    starts.push_back({markdown.size(), unit});
    return starts;
}

std::string name_of_block(int id) { return "b" + std::to_string(id); }

}  // namespace

std::vector<Block> read_blocks(std::string_view markdown, int line_width) {
    PassOptions options;
    auto passed = pass_over(markdown, options);
    const auto starts = line_starts(markdown);
    const auto start_of = [&](int line) {
        return starts[std::min<std::size_t>(std::size_t(line) - 1, starts.size() - 1)];
    };
    std::vector<Block> blocks;
    blocks.reserve(passed.blocks.size());
    for (auto& met : passed.blocks) {
        Block block;
        block.kind = met.kind;
        block.level = met.level;
        block.ordinal = met.ordinal;
        const auto line = start_of(met.place.first_line);
        const auto column = std::min(markdown.size(), line.byte + std::size_t(std::max(1, met.place.first_column)) - 1);
        block.from = line.unit + utf16_length(markdown.substr(line.byte, column - line.byte));
        block.to = start_of(met.place.last_line + 1).unit;
        block.visible = std::move(met.visible);
        blocks.push_back(std::move(block));
    }
    // An item ends, as a source, where the first block inside it begins; no block keeps the line end after it.
    const auto source = to_utf16(markdown);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const int inner = passed.blocks[i].inner;
        if (inner >= 0)
            blocks[i].to = std::max(blocks[i].from, std::min(blocks[i].to, blocks[std::size_t(inner)].from));
        while (blocks[i].to > blocks[i].from && blocks[i].to <= source.size() &&
               (source[blocks[i].to - 1] == u'\n' || source[blocks[i].to - 1] == u' ')) {
            --blocks[i].to;
        }
    }
    for (const auto& line : lines_of(blocks, line_width)) {
        auto& block = blocks[line.block];
        if (block.first_line == 0) block.first_line = line.number;
        block.last_line = line.number;
    }
    return blocks;
}

int name_blocks(std::vector<Block>& blocks, int next_id) {
    for (auto& block : blocks) block.id = next_id++;
    return next_id;
}

namespace {

// A run of text that both versions have, at different places.
struct Shared {
    std::size_t before;
    std::size_t after;
    std::size_t length;
};

std::vector<Shared> shared_runs(const Step& step) {
    std::vector<Shared> runs;
    std::size_t before = 0;
    std::size_t after = 0;
    for (const auto& range : changed_ranges(step.change)) {
        if (range.from_a > before) runs.push_back({before, after, range.from_a - before});
        before = range.to_a;
        after = range.to_b;
    }
    if (step.change.length() > before) runs.push_back({before, after, step.change.length() - before});
    return runs;
}

std::size_t overlap(std::size_t from_a, std::size_t to_a, std::size_t from_b, std::size_t to_b) {
    const auto from = std::max(from_a, from_b);
    const auto to = std::min(to_a, to_b);
    return to > from ? to - from : 0;
}

struct Kinship {
    std::size_t text;  // units that both blocks have
    std::size_t before;
    std::size_t after;
};

// Which block shares how much text with which. Runs and blocks are in the order of the text (blocks inside others come
// later and do not overlap them), so that each run looks only at the blocks near it.
std::vector<Kinship> kinships(const std::vector<Block>& before, const std::vector<Block>& after, const Step& step) {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> text;
    const auto first_at = [](const std::vector<Block>& blocks, std::size_t place) {
        const auto found =
            std::partition_point(blocks.begin(), blocks.end(), [&](const Block& b) { return b.to <= place; });
        return std::size_t(found - blocks.begin());
    };
    const auto note = [&](std::size_t a, std::size_t b, std::size_t length) {
        if (length > 0) text[{a, b}] += length;
    };
    for (const auto& run : shared_runs(step)) {
        for (auto b = first_at(after, run.after); b < after.size() && after[b].from < run.after + run.length; ++b) {
            const auto from = std::max(after[b].from, run.after) - run.after + run.before;
            const auto to = std::min(after[b].to, run.after + run.length) - run.after + run.before;
            for (auto a = first_at(before, from); a < before.size() && before[a].from < to; ++a) {
                note(a, b, overlap(from, to, before[a].from, before[a].to));
            }
        }
    }
    for (const auto& move : step.moves) {
        for (auto b = first_at(after, move.from_b); b < after.size() && after[b].from < move.to_b; ++b) {
            for (auto a = first_at(before, move.from_a); a < before.size() && before[a].from < move.to_a; ++a) {
                // Of several blocks that moved together, the one at the same distance is the same.
                const auto shift = move.from_b - std::min(move.from_b, move.from_a);
                const auto back = move.from_a - std::min(move.from_a, move.from_b);
                note(a, b,
                     overlap(before[a].from + shift, before[a].to + shift, after[b].from + back, after[b].to + back));
            }
        }
    }
    std::vector<Kinship> list;
    for (const auto& [pair, units] : text) list.push_back({units, pair.first, pair.second});
    return list;
}

}  // namespace

int name_blocks(std::vector<Block>& blocks, const std::vector<Block>& before, const Step& step, int next_id) {
    auto kin = kinships(before, blocks, step);
    std::stable_sort(kin.begin(), kin.end(), [](const Kinship& a, const Kinship& b) { return a.text > b.text; });
    std::vector<bool> given(before.size(), false);
    for (const auto& pair : kin) {
        if (given[pair.before] || blocks[pair.after].id != 0) continue;
        blocks[pair.after].id = before[pair.before].id;
        given[pair.before] = true;
    }
    for (auto& block : blocks) {
        if (block.id == 0) block.id = next_id++;
    }
    return next_id;
}

namespace {

std::map<std::size_t, std::vector<Table>> tables_by_block(std::string_view markdown, const std::vector<Block>& blocks) {
    std::map<std::size_t, std::vector<Table>> tables;
    if (markdown.find('|') == std::string_view::npos) return tables;
    const auto source = to_utf16(markdown);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].to > source.size()) continue;
        if (auto found = tables_in(source, blocks[i]); !found.empty()) tables.emplace(i, std::move(found));
    }
    return tables;
}

}  // namespace

Rendering render(std::string_view markdown, const std::vector<Block>& blocks, int line_width) {
    const auto lines = lines_of(blocks, line_width);
    // Lines come in the order of the blocks, but an item goes on after the blocks inside it: look lines up by block.
    std::vector<std::size_t> first_of(blocks.size() + 1, lines.size());
    for (std::size_t i = lines.size(); i-- > 0;) first_of[lines[i].block] = i;
    std::vector<std::size_t> at = first_of;
    PassOptions options;
    options.attributes = [&](std::size_t index) -> std::string {
        if (index >= blocks.size()) return {};
        const auto& block = blocks[index];
        std::string attributes = " id=\"" + name_of_block(block.id) + "\"";
        if (block.first_line > 0) {
            attributes +=
                " data-lines=\"" + std::to_string(block.first_line) + "-" + std::to_string(block.last_line) + "\"";
        }
        return attributes;
    };
    options.line_at = [&](std::size_t index, std::size_t offset) -> int {
        if (index >= blocks.size()) return 0;
        auto& place = at[index];
        if (place >= lines.size() || lines[place].block != index || lines[place].visible.from != offset) return 0;
        return lines[place++].number;
    };
    std::map<std::size_t, std::vector<Table>> tables = tables_by_block(markdown, blocks);
    options.tables_of = [&](std::size_t index) -> const std::vector<Table>* {
        const auto found = tables.find(index);
        return found == tables.end() ? nullptr : &found->second;
    };
    auto passed = pass_over(markdown, options);
    if (!passed.undrawable.empty()) {  // those stay as they are typed
        for (const auto index : passed.undrawable) tables.erase(index);
        at = first_of;
        passed = pass_over(markdown, options);
    }
    Rendering rendering;
    rendering.html = std::move(passed.html);
    rendering.line_count = lines.empty() ? 0 : lines.back().number;
    for (const auto& block : blocks) {
        if (block.kind != BlockKind::heading) continue;
        rendering.outline.push_back({block.id, block.level, to_utf8(block.visible), block.first_line});
    }
    return rendering;
}

std::string render_passage(std::string_view markdown) {
    PassOptions options;
    options.blocks = false;
    options.heading_shift = 3;
    return pass_over(markdown, options).html;
}

}  // namespace samrad::domain
