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

}  // namespace

json::object room_json(Work& work, const domain::Document& document, const Room& room, Texts& texts, bool for_editors) {
    const auto view = view_of(work, for_editors);
    json::array disputes;
    json::value before = nullptr;  // the line of the first open one outside of what is in view
    json::value behind = nullptr;
    for (const bool settled : {false, true}) {
        for (auto& one : disputes_json(room, settled ? room.merged.settled : room.merged.open, settled)) {
            const int line = int(one.at("line").as_int64());
            if (view.shows(line, line)) {
                disputes.push_back(std::move(one));
            } else if (auto& first = line < view.from ? before : behind; !settled && first.is_null()) {
                first = line;
            }
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
            {"result", result_of(room)},
            {"pending", room.pending.size() - gathering},
            {"gathering", gathering},
            {"decided", decided},
            {"next_open", next_open(room, view)},
            {"taken", room.taken.size()},
            {"open_disputes", room.merged.open.size()},
            {"next_dispute", behind.is_null() ? before : behind},
            {"without_text", std::move(without_text)},
            {"amendments", amendments_in_room(work, document, room, view, texts)},
            {"blocks", std::move(blocks)},
            {"disputes", std::move(disputes)},
            {"hand_texts", std::move(hands)}};
}

}  // namespace samrad::features
