#include "features/amendments/merge_room.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "domain/amendment/amending.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/people.hpp"
#include "storage/recommendations.hpp"

namespace samrad::features {

using domain::Carriage;
using domain::MergeDecision;

MergeDecision decision_on(const Room& room, AmendmentId amendment) {
    const auto found = room.decisions.find(amendment);
    return found == room.decisions.end() ? MergeDecision::open : found->second.decision;
}

bool gathers_support(const Room& room, const domain::Amendment& amendment) {
    if (decision_on(room, amendment.id) != MergeDecision::open) return false;
    if (domain::refuse_taking_up(amendment)) return true;
    return amendment.amends && std::any_of(room.pending.begin(), room.pending.end(), [&](const auto& one) {
               return one.id == *amendment.amends && gathers_support(room, one);
           });
}

std::optional<domain::Rebased> carried_wording(Work& work, const domain::Document& document,
                                               const domain::Amendment& amendment, Texts& texts) {
    std::optional<domain::Rebased> wording;
    for (const auto& one : storage::published_recommendations(work.tx, {amendment.id})) {
        if (one.change.empty()) continue;
        const auto text = text_of_version(work, document, amendment.version, texts);
        const auto change = domain::change_from_json(one.change, text->source.size());
        if (!change) continue;
        auto carried = carry_to_newest(work, document, amendment.version, *change, texts);
        if (!wording || carried.state == Carriage::clean || wording->state != Carriage::clean) {
            wording = std::move(carried);
        }
    }
    return wording;
}

std::optional<domain::Change> recommended_wording(Work& work, const domain::Document& document,
                                                  const domain::Amendment& amendment, Texts& texts) {
    auto wording = carried_wording(work, document, amendment, texts);
    if (!wording || wording->state != Carriage::clean) return std::nullopt;
    return std::move(wording->change);
}

Problem changed_meanwhile(Work& work, std::string_view code, AccountId author) {
    auto problem = conflict(code);
    problem.facts.emplace_back("by", storage::find_person(work.tx, author).name);
    return problem;
}

domain::Document lock_at_newest(Work& work, DocumentId id, std::int64_t version) {
    const auto document = *storage::lock_document(work.tx, id);
    if (version == document.head) return document;
    auto problem = conflict("version.stale_base");
    problem.facts.emplace_back("head", std::to_string(document.head));
    throw problem;
}

namespace {

std::optional<domain::Rebased> own_wording(const domain::Amendment& amendment, const domain::Document& document,
                                           const Text& text) {
    if (amendment.carried != Carriage::clean) return domain::Rebased{amendment.carried, {}};
    if (amendment.now_change.empty() || amendment.now_version != document.head) return std::nullopt;
    const auto read = domain::change_from_json(amendment.now_change, text.source.size());
    if (!read) return std::nullopt;
    return domain::Rebased{Carriage::clean, *read};
}

}  // namespace

Room open_room(Work& work, const domain::Document& document, Texts& texts) {
    Room room;
    // First of all: what comes in between is then seen, and taken for unseen.
    room.entries = storage::merge_entries(work.tx, document.id, document.head);
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
    const auto standing = domain::standing(room.pending, taken);
    for (const auto i : standing) {
        const auto& amendment = room.pending[i];
        auto wording = taken.at(i) == MergeDecision::take_changed ? carried_wording(work, document, amendment, texts)
                                                                  : own_wording(amendment, document, *room.text);
        if (wording && wording->state == Carriage::clean) {
            changes.push_back(std::move(wording->change));
            room.taken.push_back(i);
        } else if (amendment.kind == domain::AmendmentKind::text && !(wording && wording->state == Carriage::moot)) {
            room.without_text.push_back(i);
        }
    }
    for (const auto i : domain::lost_with_amended(room.pending, taken)) room.without_text.push_back(i);
    std::sort(room.without_text.begin(), room.without_text.end());
    std::vector<domain::Settlement> settlements;
    for (const auto& hand : room.hands) settlements.push_back({{hand.from, hand.to}, to_utf16(hand.text)});
    room.merged = domain::merge_all(room.text->source, changes, settlements);
    return room;
}

void take_back_settlements(Work& work, const domain::Document& document, const std::vector<AmendmentId>& deciding,
                           Texts& texts) {
    if (storage::hand_texts(work.tx, document.id, document.head).empty()) return;
    const auto room = open_room(work, document, texts);
    const auto decided = [&](std::size_t change) {
        return std::find(deciding.begin(), deciding.end(), room.pending[room.taken[change]].id) != deciding.end();
    };
    for (const auto& hand : room.hands) {
        const bool concerned =
            std::any_of(room.merged.settled.begin(), room.merged.settled.end(), [&](const auto& one) {
                return hand.from <= one.base.from && one.base.to <= hand.to &&
                       std::any_of(one.changes.begin(), one.changes.end(), decided);
            });
        if (!concerned) continue;
        storage::add_hand_text(work.tx, document.id, document.head, hand.from, hand.to, std::nullopt,
                               work.actor.account);
    }
}

}  // namespace samrad::features
