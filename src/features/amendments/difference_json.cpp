// What a change does to a text, as rows of pieces: that part of amendment_json.hpp.
#include <algorithm>
#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "domain/amendment/amending.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/gathering.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/amendment_json.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// A stretch of text around a hunk: from the beginning of its block to its end.
json::object piece(const char* mark, std::u16string_view text) {
    return {{"text", to_utf8(std::u16string(text))}, {"mark", mark}};
}

// The blocks of which a change takes words or to which it puts some: each that it takes from, and that behind whose
// words it only puts in. What touches no block's own words is counted to the block before.
std::vector<const domain::Block*> blocks_touched(const domain::Change& change, const Text& text) {
    std::vector<const domain::Block*> touched;
    const auto add = [&](const domain::Block* block) {
        if (block && (touched.empty() || touched.back() != block)) touched.push_back(block);
    };
    for (const auto& range : domain::changed_ranges(change)) {
        const domain::Block* before = nullptr;
        bool met = false;
        for (const auto& block : text.blocks) {
            const auto own = own_source(block, text.source);
            if (own.from == own.to) continue;
            if (own.from <= range.from_a || !before) before = &block;
            const bool takes = own.from < range.to_a && own.to > range.from_a;
            const bool puts = range.from_a == range.to_a && own.from <= range.from_a && own.to >= range.from_a;
            if (!takes && !puts) continue;
            met = true;
            add(&block);
        }
        if (!met) add(before);
    }
    return touched;
}

}  // namespace

json::array difference_json(const Text& text, const domain::Change& change) {
    const std::u16string_view source = text.source;
    const auto hunks = domain::hunks_of(change, source);
    json::array rows;
    // Hunks of one block, or of neighbours that one hunk spans, are one row.
    for (std::size_t i = 0; i < hunks.size();) {
        std::size_t from = hunks[i].from;
        std::size_t to = hunks[i].to;
        const domain::Block* first = nullptr;
        for (const auto& block : text.blocks) {
            if (block.to < hunks[i].from || block.from > hunks[i].to || block.from == block.to) continue;
            // Who takes a paragraph away with the empty line behind it says nothing of the next one.
            const bool takes_alone = hunks[i].from < hunks[i].to && hunks[i].insert.empty();
            if (takes_alone && block.from == hunks[i].to && source[block.from - 1] == u'\n') continue;
            if (hunks[i].from == hunks[i].to && hunks[i].insert.find(u'\n') != std::u16string::npos) {
                first = &block;  // what is put in after a block stands by itself
                break;
            }
            if (!first) first = &block;
            from = std::min(from, block.from);
            to = std::max(to, block.to);
        }
        std::size_t j = i + 1;
        while (j < hunks.size() && hunks[j].from <= to && hunks[j].from > hunks[i].to) {
            to = std::max(to, hunks[j].to);
            ++j;
        }
        json::array pieces;
        std::size_t at = from;
        domain::Change own;  // this row's part of the change
        own.add_kept(hunks[i].from);
        for (std::size_t k = i; k < j; ++k) {
            own.add_kept(hunks[k].from - own.length());
            own.add_replaced(hunks[k].to - hunks[k].from, hunks[k].insert);
        }
        own.add_kept(source.size() - own.length());
        const auto [line_from, line_to] = lines_touched(own, text);
        const auto add = [&](const char* mark, std::u16string_view words) {
            if (!words.empty()) pieces.push_back(piece(mark, words));
        };
        for (; i < j; ++i) {
            add("kept", source.substr(at, hunks[i].from - at));
            add("deleted", source.substr(hunks[i].from, hunks[i].to - hunks[i].from));
            add("inserted", hunks[i].insert);
            at = hunks[i].to;
        }
        while (to > at && source[to - 1] == u'\n') --to;
        add("kept", source.substr(at, to - at));
        rows.push_back(json::object{{"block", first ? json::value(block_name(first->id)) : json::value(nullptr)},
                                    {"line_from", line_from},
                                    {"line_to", line_to},
                                    {"pieces", std::move(pieces)}});
    }
    return rows;
}

json::array passages_now(const domain::Change& change, const Text& own, const Text& newest) {
    json::array passages;
    for (const auto* touched : blocks_touched(change, own)) {
        const auto name = block_name(touched->id);
        const auto* block = newest.block(name);
        if (!block || block->from == block->to) continue;
        const auto words = own_source(*block, newest.source);
        passages.push_back(json::object{{"block", name},
                                        {"line_from", block->first_line},
                                        {"line_to", block->last_line},
                                        {"text", to_utf8(newest.source.substr(words.from, words.to - words.from))}});
    }
    return passages;
}

json::array difference_of(const domain::Amendment& amendment, const Text& text, const domain::Change& change) {
    auto rows = difference_json(text, change);
    if (!amendment.amends || rows.empty()) return rows;
    const auto first = domain::change_from_json(amendment.amended_change, text.source.size());
    if (!first || !first->apply(text.source)) return rows;
    Text made;
    made.source = *first->apply(text.source);
    made.markdown = to_utf8(made.source);
    made.blocks = domain::read_blocks(made.markdown, made.line_width);
    auto steps = difference_json(made, domain::amending_step(*first, change, text.source));
    const auto place = rows.front().as_object();
    for (auto& row : steps) {
        for (const auto* key : {"block", "line_from", "line_to"}) row.as_object()[key] = place.at(key);
    }
    return steps;
}

}  // namespace samrad::features
