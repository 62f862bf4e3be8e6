// What editors see in the merge room: the JSON of merge_room.hpp, but for the amendments, which are
// room_amendments.cpp.
#include <algorithm>
#include <boost/json.hpp>
#include <tuple>

#include "base/utf8.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/merge_room.hpp"
#include "features/query.hpp"
#include "storage/documents.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

json::array names_of_changes(const Room& room, const std::vector<std::size_t>& changes) {
    json::array ids;
    for (const auto change : changes) ids.push_back(room.pending[room.taken[change]].id.value);
    return ids;
}

RoomView view_of(const Work& work, bool for_editors) {
    constexpr int most = 9'999'999;
    const int to = number_in(work, "to", most);
    return {number_in(work, "from", most), to == 0 ? most : to, for_editors};
}

// Who made the newest version, for those whose room it closed.
json::object made_json(Work& work, const domain::Document& document) {
    const auto newest = storage::list_versions(work.tx, document.id, document.head + 1, 1).front();
    return {{"author", person_json(newest.author)},
            {"adopted", storage::adopted_with(work.tx, document.id, document.head)}};
}

// Whom an editor goes on with who has decided all that is in view: the first undecided behind it, else before it.
json::value next_open(const Room& room, const RoomView& view) {
    const domain::Amendment* first = nullptr;
    const auto place = [&](const domain::Amendment& one) {
        return std::tuple(one.line_from <= view.to, one.line_from, one.number);
    };
    for (const auto& one : room.pending) {
        const bool open = decision_on(room, one.id) == domain::MergeDecision::open && !gathers_support(room, one);
        if (!open || view.shows(one)) continue;
        if (!first || place(one) < place(*first)) first = &one;
    }
    if (!first) return nullptr;
    return json::object{{"id", first->id.value}, {"number", first->number}, {"line_from", first->line_from}};
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
            json::object reading{{"amendment", room.pending[room.taken[dispute.changes[i]]].id.value},
                                 {"text", to_utf8(dispute.readings[i])}};
            if (settled) reading["extent"] = name_of(extent_at(room, dispute, dispute.changes[i]));
            readings.push_back(std::move(reading));
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

json::object room_json(Work& work, const domain::Document& document, const Room& room, Texts& texts, bool for_editors) {
    const auto view = view_of(work, for_editors);
    json::array disputes;
    for (const bool settled : {false, true}) {
        for (auto& one : disputes_json(room, settled ? room.merged.settled : room.merged.open, settled)) {
            const int line = int(one.at("line").as_int64());
            if (view.shows(line, line)) disputes.push_back(std::move(one));
        }
    }
    json::array blocks;
    for (auto& one : changed_blocks(room)) {
        if (view.shows(int(one.at("line_from").as_int64()), int(one.at("line_to").as_int64()))) {
            blocks.push_back(std::move(one));
        }
    }
    json::array hands;
    for (const auto& hand : room.hands) {
        hands.push_back(
            json::object{{"from", hand.from}, {"to", hand.to}, {"text", hand.text}, {"number", hand.number}});
    }
    json::array without_text;  // of the whole text, as the counts are: they stand in the way of the version
    for (const auto i : room.without_text) {
        without_text.push_back(json::object{{"id", room.pending[i].id.value}, {"number", room.pending[i].number}});
    }
    std::size_t gathering = 0;
    std::size_t decided = 0;
    for (const auto& amendment : room.pending) {
        if (gathers_support(room, amendment)) ++gathering;
        if (decision_on(room, amendment.id) != domain::MergeDecision::open) ++decided;
    }
    return {{"version", document.head},
            {"made", made_json(work, document)},
            {"entries", room.entries.count},
            {"pending", room.pending.size() - gathering},
            {"gathering", gathering},
            {"decided", decided},
            {"next_open", next_open(room, view)},
            {"taken", room.taken.size()},
            {"open_disputes", room.merged.open.size()},
            {"without_text", std::move(without_text)},
            {"amendments", amendments_in_room(work, document, room, view, texts)},
            {"blocks", std::move(blocks)},
            {"disputes", std::move(disputes)},
            {"hand_texts", std::move(hands)}};
}

}  // namespace samrad::features
