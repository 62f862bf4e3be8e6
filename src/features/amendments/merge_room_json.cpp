// What editors see in the merge room: the JSON of merge_room.hpp.
#include <algorithm>
#include <boost/json.hpp>
#include <set>
#include <tuple>

#include "base/utf8.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/merge_room.hpp"
#include "features/amendments/recommendation_json.hpp"
#include "features/query.hpp"
#include "storage/people.hpp"
#include "storage/recommendations.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// The lines that a reader asks for, ?from=&to=: a chapter of a text with thousands of amendments. All without them.
struct View {
    int from = 0;
    int to = 0;
    bool shows(int first, int last) const { return first <= to && last >= from; }
    // What has no line stands at the beginning.
    bool shows(const domain::Amendment& amendment) const {
        return amendment.line_from == 0 ? from <= 1 : shows(amendment.line_from, amendment.line_to);
    }
};

View view_of(const Work& work) {
    constexpr int most = 9'999'999;
    const int to = number_in(work, "to", most);
    return {number_in(work, "from", most), to == 0 ? most : to};
}

// What an amendment changes in the text of the room; empty where it cannot be taken.
json::array difference_in_room(const Room& room, const domain::Amendment& amendment) {
    const auto change = domain::change_from_json(amendment.now_change, room.text->source.size());
    if (amendment.now_change.empty() || !change) return {};
    auto shown = amendment;  // with the words of the amended one as they are on this version
    for (const auto& one : room.pending) {
        if (one.id == amendment.amends) shown.amended_change = one.now_change;
    }
    const bool is_amended_here = amendment.amends && shown.amended_change != amendment.amended_change;
    if (amendment.version != room.pending.front().now_version && !is_amended_here) shown.amends.reset();
    return difference_of(shown, *room.text, *change);
}

json::array amendments_in_room(Work& work, const Room& room, const View& view) {
    std::set<AccountId> editors;
    for (const auto& [id, decided] : room.decisions) editors.insert(decided.author);
    const auto people = storage::find_people(work.tx, editors);
    std::vector<AmendmentId> ids;
    for (const auto& amendment : room.pending) {
        if (view.shows(amendment)) ids.push_back(amendment.id);
    }
    std::map<std::int64_t, json::array> recommended;
    std::set<AmendmentId> worded;
    for (const auto& one : storage::published_recommendations(work.tx, ids)) {
        recommended[one.amendment.value].push_back(
            json::object{{"unit", one.unit_name}, {"verdict", name_of(one.verdict)}});
        if (!one.change.empty()) worded.insert(one.amendment);
    }
    auto kept = kept_by_amendment(work, ids, [](const domain::Recommendation&) { return json::array{}; });
    json::array list;
    for (const auto& amendment : room.pending) {
        if (!view.shows(amendment) || gathers_support(room, amendment)) continue;
        const auto decided = room.decisions.find(amendment.id);
        list.push_back(
            json::object{{"id", amendment.id.value},
                         {"number", amendment.number},
                         {"kind", name_of(amendment.kind)},
                         {"sponsor", person_json(amendment.sponsor)},
                         {"sponsor_unit", amendment.sponsor_unit_name},
                         {"reason", amendment.reason},
                         {"instruction", amendment.instruction},
                         {"amends", amendment.amends ? json::value(amendment.amends->value) : json::value(nullptr)},
                         {"line_from", amendment.line_from},
                         {"line_to", amendment.line_to},
                         {"carried", name_of(amendment.carried)},
                         {"difference", difference_in_room(room, amendment)},
                         {"recommendations", recommended[amendment.id.value]},
                         {"kept", std::move(kept[amendment.id])},
                         {"has_wording", worded.contains(amendment.id)},
                         {"decision", name_of(decision_on(room, amendment.id))},
                         {"decided_by", decided == room.decisions.end()
                                            ? json::value(nullptr)
                                            : json::value(person_json(people.at(decided->second.author)))}});
    }
    return list;
}

// Whom an editor goes on with who has decided all that is in view: the first undecided behind it, else before it.
json::value next_open(const Room& room, const View& view) {
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

json::object room_json(Work& work, const domain::Document& document, const Room& room) {
    const auto view = view_of(work);
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
            {"entries", room.entries.count},
            {"pending", room.pending.size() - gathering},
            {"gathering", gathering},
            {"decided", decided},
            {"next_open", next_open(room, view)},
            {"taken", room.taken.size()},
            {"open_disputes", room.merged.open.size()},
            {"next_dispute", behind.is_null() ? before : behind},
            {"without_text", std::move(without_text)},
            {"amendments", amendments_in_room(work, room, view)},
            {"blocks", std::move(blocks)},
            {"disputes", std::move(disputes)},
            {"hand_texts", std::move(hands)}};
}

}  // namespace samrad::features
