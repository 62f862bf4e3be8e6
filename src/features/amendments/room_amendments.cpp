// Each amendment as it is shown in the merge room: that part of merge_room.hpp.
#include <boost/json.hpp>
#include <set>

#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_json.hpp"
#include "features/amendments/merge_room.hpp"
#include "features/amendments/recommendation_json.hpp"
#include "storage/people.hpp"
#include "storage/recommendations.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

// What an amendment changes: in the text of the room, or where it has no place there, in the text that it was written
// on, beside what became of that passage.
struct Shown {
    json::array difference;
    int version = 0;
    json::value now;  // null where nobody has to read both
};

Shown as_proposed(Work& work, const Room& room, const domain::Document& document, const domain::Amendment& amendment,
                  Texts& texts) {
    Shown shown{{}, amendment.version, nullptr};
    const auto [version, words] = domain::last_wording(amendment);
    shown.version = version;
    const auto text = text_of_version(work, document, version, texts);
    const auto change = domain::change_from_json(words, text->source.size());
    if (words.empty() || !change) return shown;
    shown.difference = difference_of(amendment, *text, *change);
    if (amendment.carried == domain::Carriage::needs_sponsor) shown.now = passages_now(*change, *text, *room.text);
    return shown;
}

json::array difference_in_room(const Room& room, const domain::Amendment& amendment, const domain::Change& change) {
    auto shown = amendment;  // with the words of the amended one as they are on this version
    for (const auto& one : room.pending) {
        if (one.id == amendment.amends) shown.amended_change = one.now_change;
    }
    const bool is_amended_here = amendment.amends && shown.amended_change != amendment.amended_change;
    const bool is_own = amendment.wording == 1 && amendment.version == room.pending.front().now_version;
    if (!is_own && !is_amended_here) shown.amends.reset();
    return difference_of(shown, *room.text, change);
}

Shown shown_in_room(Work& work, const Room& room, const domain::Document& document, const domain::Amendment& amendment,
                    Texts& texts) {
    const auto change = domain::change_from_json(amendment.now_change, room.text->source.size());
    if (amendment.now_change.empty() || !change) return as_proposed(work, room, document, amendment, texts);
    return {difference_in_room(room, amendment, *change), document.head, nullptr};
}

}  // namespace

json::array amendments_in_room(Work& work, const domain::Document& document, const Room& room, const RoomView& view,
                               Texts& texts) {
    std::set<AccountId> editors;
    for (const auto& [id, decided] : room.decisions) {
        editors.insert(decided.author);
        if (decided.reason_by) editors.insert(*decided.reason_by);
    }
    const auto people = storage::find_people(work.tx, editors);
    std::vector<AmendmentId> ids;
    for (const auto& amendment : room.pending) {
        if (view.shows(amendment)) ids.push_back(amendment.id);
    }
    std::map<std::int64_t, json::array> recommended;
    std::set<AmendmentId> worded;
    for (const auto& one : storage::published_recommendations(work.tx, ids)) {
        recommended[one.amendment.value].push_back(json::object{{"unit", one.unit_name},
                                                                {"verdict", name_of(one.verdict)},
                                                                {"outdated", one.outdated},
                                                                {"last_word", one.last_word}});
        if (!one.change.empty() && !one.outdated) worded.insert(one.amendment);
    }
    const auto voted = storage::what_was_voted(work.tx, {document.id}, ids);
    auto kept =
        kept_by_amendment(work, ids, [](const domain::Recommendation&, const std::string&) { return json::array{}; });
    json::array list;
    for (const auto& amendment : room.pending) {
        if (!view.shows(amendment) || gathers_support(room, amendment)) continue;
        const auto decided = room.decisions.find(amendment.id);
        const bool explained = decided != room.decisions.end() && view.for_editors && decided->second.reason_by;
        auto shown = shown_in_room(work, room, document, amendment, texts);
        list.push_back(json::object{
            {"id", amendment.id.value},
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
            {"difference", std::move(shown.difference)},
            {"difference_version", shown.version},
            {"passage_now", std::move(shown.now)},
            {"recommendations", recommended[amendment.id.value]},
            {"kept", std::move(kept[amendment.id])},
            {"has_wording", worded.contains(amendment.id)},
            {"decision", name_of(decision_on(room, amendment.id))},
            {"voted", voted.contains(amendment.id) ? json::value(name_of(voted.at(amendment.id).result)) : nullptr},
            {"left_because", explained ? decided->second.reason : ""},
            {"left_because_by", explained ? json::value(person_json(people.at(*decided->second.reason_by))) : nullptr},
            {"decided_by", decided == room.decisions.end()
                               ? json::value(nullptr)
                               : json::value(person_json(people.at(decided->second.author)))}});
    }
    return list;
}

}  // namespace samrad::features
