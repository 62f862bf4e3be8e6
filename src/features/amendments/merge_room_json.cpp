// What editors see in the merge room: the JSON of merge_room.hpp.
#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "base/utf8.hpp"
#include "features/amendments/merge_room.hpp"
#include "storage/people.hpp"
#include "storage/recommendations.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

json::array names_of_changes(const Room& room, const std::vector<std::size_t>& changes) {
    json::array ids;
    for (const auto change : changes) ids.push_back(room.pending[room.taken[change]].id.value);
    return ids;
}

json::array amendments_in_room(Work& work, const Room& room) {
    std::set<AccountId> editors;
    for (const auto& [id, decided] : room.decisions) editors.insert(decided.author);
    const auto people = storage::find_people(work.tx, editors);
    std::vector<AmendmentId> ids;
    for (const auto& amendment : room.pending) ids.push_back(amendment.id);
    std::map<std::int64_t, json::array> recommended;
    std::set<AmendmentId> worded;
    for (const auto& one : storage::published_recommendations(work.tx, ids)) {
        recommended[one.amendment.value].push_back(
            json::object{{"unit", one.unit_name}, {"verdict", name_of(one.verdict)}});
        if (!one.change.empty()) worded.insert(one.amendment);
    }
    json::array list;
    for (const auto& amendment : room.pending) {
        const auto decided = room.decisions.find(amendment.id);
        list.push_back(json::object{{"id", amendment.id.value},
                                    {"number", amendment.number},
                                    {"kind", name_of(amendment.kind)},
                                    {"sponsor", person_json(amendment.sponsor)},
                                    {"sponsor_unit", amendment.sponsor_unit_name},
                                    {"reason", amendment.reason},
                                    {"instruction", amendment.instruction},
                                    {"line_from", amendment.line_from},
                                    {"line_to", amendment.line_to},
                                    {"carried", name_of(amendment.carried)},
                                    {"recommendations", recommended[amendment.id.value]},
                                    {"has_wording", worded.contains(amendment.id)},
                                    {"decision", name_of(decision_on(room, amendment.id))},
                                    {"decided_by", decided == room.decisions.end()
                                                       ? json::value(nullptr)
                                                       : json::value(person_json(people.at(decided->second.author)))}});
    }
    return list;
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
        std::size_t i = at;
        for (; i < woven.size() && (woven[i].before.from < end || last); ++i) {
            const auto& piece = woven[i];
            const auto from = std::max(piece.before.from, block.from);
            const auto to = std::min(piece.before.to, end);
            if (piece.kept()) {
                if (to > from) {
                    pieces.push_back(json::object{{"text", to_utf8(source.substr(from, to - from))}, {"mark", "kept"}});
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
        if (auto& last_piece = pieces.back().as_object(); last_piece["mark"] == "kept") {
            auto& words = last_piece["text"].as_string();
            while (!words.empty() && words.back() == '\n') words.pop_back();
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
            readings.push_back(json::object{{"amendment", room.pending[room.taken[dispute.changes[i]]].id.value},
                                            {"text", to_utf8(dispute.readings[i])}});
        }
        const domain::Block* in = nullptr;
        for (const auto& block : room.text->blocks) {
            if (block.from <= dispute.base.from && block.first_line != 0) in = &block;
        }
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

json::object room_json(Work& work, const domain::Document& document, const Room& room) {
    auto all = disputes_json(room, room.merged.open, false);
    for (auto& one : disputes_json(room, room.merged.settled, true)) all.push_back(std::move(one));
    json::array hands;
    for (const auto& hand : room.hands) {
        hands.push_back(json::object{{"from", hand.from}, {"to", hand.to}, {"text", hand.text}});
    }
    return {{"version", document.head},
            {"amendments", amendments_in_room(work, room)},
            {"blocks", changed_blocks(room)},
            {"disputes", std::move(all)},
            {"hand_texts", std::move(hands)}};
}

}  // namespace samrad::features
