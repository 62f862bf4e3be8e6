#include "features/amendments/merge_room.hpp"

#include "base/utf8.hpp"
#include "domain/amendment/amending.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/recommendations.hpp"

namespace samrad::features {

using domain::MergeDecision;

MergeDecision decision_on(const Room& room, AmendmentId amendment) {
    const auto found = room.decisions.find(amendment);
    return found == room.decisions.end() ? MergeDecision::open : found->second.decision;
}

std::optional<domain::Change> recommended_wording(Work& work, const domain::Document& document,
                                                  const domain::Amendment& amendment, Texts& texts) {
    std::optional<domain::Change> wording;
    for (const auto& one : storage::published_recommendations(work.tx, {amendment.id})) {
        if (one.change.empty()) continue;
        const auto text = text_of_version(work, document, amendment.version, texts);
        const auto change = domain::change_from_json(one.change, text->source.size());
        if (!change) continue;
        const auto carried = carry_to_newest(work, document, amendment.version, *change, texts);
        if (carried.state == domain::Carriage::clean) wording = carried.change;
    }
    return wording;
}

domain::Document lock_at_newest(Work& work, DocumentId id, std::int64_t version) {
    const auto document = *storage::lock_document(work.tx, id);
    if (version == document.head) return document;
    auto problem = conflict("version.stale_base");
    problem.facts.emplace_back("head", std::to_string(document.head));
    throw problem;
}

Room open_room(Work& work, const domain::Document& document, Texts& texts) {
    Room room;
    room.text = text_of_version(work, document, document.head, texts);
    room.pending = storage::pending_amendments(work.tx, document.id);
    room.decisions = storage::merge_decisions(work.tx, document.id, document.head);
    room.hands = storage::hand_texts(work.tx, document.id, document.head);
    std::vector<domain::Change> changes;
    std::map<std::size_t, MergeDecision> taken;
    for (std::size_t i = 0; i < room.pending.size(); ++i) {
        const auto decision = decision_on(room, room.pending[i].id);
        if (decision == MergeDecision::take || decision == MergeDecision::take_changed) taken[i] = decision;
    }
    for (const auto i : domain::standing(room.pending, taken)) {
        const auto& amendment = room.pending[i];
        const auto decision = taken.at(i);
        std::optional<domain::Change> change;
        if (decision == MergeDecision::take_changed) {
            change = recommended_wording(work, document, amendment, texts);
        } else if (!amendment.now_change.empty() && amendment.now_version == document.head) {
            const auto read = domain::change_from_json(amendment.now_change, room.text->source.size());
            if (read) change = *read;
        }
        if (!change) continue;
        changes.push_back(*std::move(change));
        room.taken.push_back(i);
    }
    std::vector<domain::Settlement> settlements;
    for (const auto& hand : room.hands) settlements.push_back({{hand.from, hand.to}, to_utf16(hand.text)});
    room.merged = domain::merge_all(room.text->source, changes, settlements);
    return room;
}

}  // namespace samrad::features
