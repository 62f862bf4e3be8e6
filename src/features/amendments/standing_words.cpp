#include "features/amendments/standing_words.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "base/utf8.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Block;
using storage::TracedStretch;

namespace {

// A passage of the new text, with the stretches in it.
struct Passage {
    const Block* first = nullptr;
    const Block* last = nullptr;
    std::size_t from = 0, to = 0;
    std::vector<TracedStretch> stretches;
};

// The innermost block that has the character at `at`; null where none has.
const Block* block_with(const Text& text, std::size_t at) {
    const Block* found = nullptr;
    for (const auto& block : text.blocks) {
        if (block.from <= at && at < block.to) found = &block;
    }
    return found;
}

const Block* block_before(const Text& text, std::size_t at) {
    const Block* found = text.blocks.empty() ? nullptr : &text.blocks.front();
    for (const auto& block : text.blocks) {
        if (block.from < block.to && block.to <= at) found = &block;
    }
    return found;
}

Passage passage_of(const TracedStretch& stretch, const Text& text) {
    Passage passage{nullptr, nullptr, stretch.new_from, stretch.new_to, {stretch}};
    auto [from, to] = std::pair(stretch.new_from, stretch.new_to);
    while (from < to && text.source[from] == u'\n') ++from;
    while (to > from && text.source[to - 1] == u'\n') --to;
    if (from < to) {
        passage.first = block_with(text, from);
        passage.last = block_with(text, to - 1);
    } else {
        const auto* around = block_with(text, stretch.new_from);
        const bool within = around && around->from < stretch.new_from;
        if (within) passage.first = passage.last = around;
    }
    if (!passage.first || !passage.last) {
        passage.first = passage.last = block_before(text, stretch.new_from);
        return passage;
    }
    passage.from = std::min(passage.from, passage.first->from);
    passage.to = std::max(passage.to, passage.last->to);
    return passage;
}

json::object passage_json(const Passage& passage, const Text& before, const Text& text) {
    json::array pieces;
    const auto add = [&](const char* mark, const std::u16string& source, std::size_t from, std::size_t to) {
        if (from < to) {
            pieces.push_back(json::object{{"text", to_utf8(source.substr(from, to - from))}, {"mark", mark}});
        }
    };
    std::size_t at = passage.from;
    for (const auto& one : passage.stretches) {
        add("kept", text.source, at, one.new_from);
        add("deleted", before.source, one.old_from, one.old_to);
        add("inserted", text.source, one.new_from, one.new_to);
        at = std::max(at, one.new_to);
    }
    auto to = passage.to;
    while (to > at && text.source[to - 1] == u'\n') --to;
    add("kept", text.source, at, to);
    return {{"block", passage.first ? json::value(block_name(passage.first->id)) : json::value(nullptr)},
            {"line_from", passage.first ? passage.first->first_line : 0},
            {"line_to", passage.last ? passage.last->last_line : 0},
            {"pieces", std::move(pieces)}};
}

json::array passages_json(const std::vector<TracedStretch>& stretches, const Text& before, const Text& text) {
    std::vector<Passage> passages;
    for (const auto& stretch : stretches) {
        auto next = passage_of(stretch, text);
        if (!passages.empty() && next.from < passages.back().to) {
            auto& last = passages.back();
            last.to = std::max(last.to, next.to);
            if (next.last && next.last->to >= last.to) last.last = next.last;
            last.stretches.push_back(stretch);
        } else {
            passages.push_back(std::move(next));
        }
    }
    json::array rows;
    for (const auto& passage : passages) rows.push_back(passage_json(passage, before, text));
    return rows;
}

}  // namespace

std::map<AmendmentId, json::array> standing_words(storage::Transaction& tx,
                                                  const std::vector<domain::Amendment>& amendments,
                                                  const TextOf& text) {
    std::map<std::pair<DocumentId, int>, std::vector<AmendmentId>> taken;
    for (const auto& one : amendments) {
        if (const auto version = domain::taken_version(one)) taken[{one.document, *version}].push_back(one.id);
    }
    std::map<AmendmentId, json::array> standing;
    for (const auto& [made, ids] : taken) {
        const auto [document, version] = made;
        std::map<AmendmentId, std::vector<TracedStretch>> of;
        for (const auto& stretch : storage::trace_of_amendments(tx, document, version, ids)) {
            for (const auto id : stretch.amendments) of[id].push_back(stretch);
        }
        for (const auto id : ids) {
            if (!of.contains(id)) continue;
            standing[id] = passages_json(of.at(id), text(document, version - 1), text(document, version));
        }
    }
    return standing;
}

}  // namespace samrad::features
