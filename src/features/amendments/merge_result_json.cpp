// What comes of the merge room, the text with its changes and what is in dispute: the JSON of merge_room.hpp.
#include <algorithm>
#include <boost/json.hpp>

#include "base/utf8.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/merge_room.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

json::array names_of_changes(const Room& room, const std::vector<std::size_t>& changes) {
    json::array ids;
    for (const auto change : changes) ids.push_back(room.pending[room.taken[change]].id.value);
    return ids;
}

// The block that a place stands in, of those that have lines; null before the first.
const domain::Block* block_at(const Room& room, std::size_t place) {
    const domain::Block* in = nullptr;
    for (const auto& block : room.text->blocks) {
        if (block.from <= place && block.first_line != 0) in = &block;
    }
    return in;
}

// How much of a change is left of it where a dispute was settled.
domain::Extent extent_at(const Room& room, const domain::Dispute& dispute, std::size_t change) {
    for (const auto& settled : room.merged.by_hand) {
        const auto& [base, changes, readings] = settled.over;
        if (base.from > dispute.base.from || dispute.base.to > base.to) continue;
        const auto found = std::find(changes.begin(), changes.end(), change);
        if (found != changes.end()) return settled.extents[std::size_t(found - changes.begin())];
    }
    return domain::Extent::whole;
}

}  // namespace

json::array changed_blocks(const Room& room) {
    const std::u16string_view source = room.text->source;
    json::array blocks;
    std::size_t at = 0;  // the woven pieces come by place, as the blocks do
    const auto& woven = room.merged.woven;
    for (std::size_t b = 0; b < room.text->blocks.size(); ++b) {
        const auto& block = room.text->blocks[b];
        const bool last = b + 1 == room.text->blocks.size();
        const auto end = last ? source.size() : std::max(block.to, room.text->blocks[b + 1].from);
        json::array pieces;
        bool changed = false;
        domain::Range kept{0, 0};  // the last one
        std::size_t i = at;
        for (; i < woven.size() && (woven[i].before.from < end || last); ++i) {
            const auto& piece = woven[i];
            const auto from = std::max(piece.before.from, block.from);
            const auto to = std::min(piece.before.to, end);
            if (piece.kept()) {
                if (to > from) {
                    pieces.push_back(json::object{{"text", to_utf8(source.substr(from, to - from))}, {"mark", "kept"}});
                    kept = {from, to};
                }
                if (piece.before.to > end) break;  // goes on in the next block
                continue;
            }
            changed = true;
            const auto names = names_of_changes(room, piece.changes);
            if (piece.before.to > piece.before.from) {
                pieces.push_back(json::object{
                    {"text", to_utf8(source.substr(piece.before.from, piece.before.to - piece.before.from))},
                    {"mark", "deleted"},
                    {"amendments", names},
                    {"by_hand", piece.by_hand}});
            }
            if (!piece.text.empty()) {
                pieces.push_back(json::object{{"text", to_utf8(piece.text)},
                                              {"mark", "inserted"},
                                              {"amendments", names},
                                              {"by_hand", piece.by_hand}});
            }
        }
        at = i;
        if (!changed) continue;
        // What stands behind the block, such as the mark of a quotation that follows it, is none of its words.
        if (auto& last_piece = pieces.back().as_object(); last_piece["mark"] == "kept") {
            kept.to = std::max(kept.from, std::min(kept.to, block.to));
            while (kept.to > kept.from && source[kept.to - 1] == u'\n') --kept.to;
            last_piece["text"] = to_utf8(source.substr(kept.from, kept.to - kept.from));
            if (kept.from == kept.to) pieces.pop_back();
        }
        blocks.push_back(json::object{{"block", block_name(block.id)},
                                      {"line_from", block.first_line},
                                      {"line_to", block.last_line},
                                      {"pieces", std::move(pieces)}});
    }
    return blocks;
}

json::array disputes_json(const Room& room, const std::vector<domain::Dispute>& list, bool settled) {
    json::array found;
    for (const auto& dispute : list) {
        json::array readings;
        for (std::size_t i = 0; i < dispute.changes.size(); ++i) {
            const auto& amendment = room.pending[room.taken[dispute.changes[i]]];
            json::object reading{{"amendment", amendment.id.value},
                                 {"number", amendment.number},
                                 {"text", to_utf8(dispute.readings[i])}};
            if (settled) reading["extent"] = name_of(extent_at(room, dispute, dispute.changes[i]));
            readings.push_back(std::move(reading));
        }
        const auto* in = block_at(room, dispute.base.from);
        found.push_back(json::object{
            {"from", dispute.base.from},
            {"to", dispute.base.to},
            {"base", to_utf8(room.text->source.substr(dispute.base.from, dispute.base.to - dispute.base.from))},
            {"context", in ? to_utf8(in->visible) : std::string()},
            {"block", in ? json::value(block_name(in->id)) : json::value(nullptr)},
            {"line", in ? in->first_line : 0},
            {"readings", std::move(readings)},
            {"settled", settled}});
    }
    return found;
}

}  // namespace samrad::features
