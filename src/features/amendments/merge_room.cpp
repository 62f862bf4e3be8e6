#include "features/amendments/merge_room.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "domain/amendment/amending.hpp"
#include "domain/amendment/carriage.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/amendment_body.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/tokens.hpp"
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
        if (one.change.empty() || one.outdated) continue;
        const auto text = text_of_version(work, document, one.version, texts);
        const auto change = domain::change_from_json(one.change, text->source.size());
        if (!change) continue;
        auto carried = carry_to_newest(work, document, one.version, *change, texts);
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

// Of a moot one: whether the text says already what is taken of it, its own words or a body's. What wants to put
// nothing in is done where its passage is gone.
bool is_done(Work& work, const domain::Document& document, const domain::Amendment& amendment, MergeDecision decision,
             const Text& now, Texts& texts) {
    const auto says = [&](int version, const std::string& words) {
        const auto text = text_of_version(work, document, version, texts);
        const auto change = domain::change_from_json(words, text->source.size());
        return change && domain::says_already(*change, text->source, now.source);
    };
    if (decision != MergeDecision::take_changed) {
        const auto wording = domain::last_wording(amendment);
        return says(wording.version, wording.change);
    }
    const auto recommended = storage::published_recommendations(work.tx, {amendment.id});
    return std::any_of(recommended.begin(), recommended.end(), [&](const auto& one) {
        return !one.change.empty() && !one.outdated && says(one.version, one.change);
    });
}

std::string grounds_of(const Room& room, const domain::Dispute& passage) {
    std::string said;
    for (std::size_t i = 0; i < passage.changes.size(); ++i) {
        const auto reading = to_utf8(passage.readings[i]);
        said += std::to_string(room.pending[room.taken[passage.changes[i]]].id.value) + ' ' +
                std::to_string(reading.size()) + ' ' + reading;
    }
    return fingerprint_of(said);
}

// A text that was written for other amendments than those that are taken there now, or for other words of theirs, does
// not count; nor does one that cuts through what somebody changes.
void merge_with_hands(Room& room, std::vector<storage::HandText> written) {
    const auto by_number = [](const auto& a, const auto& b) { return a.number > b.number; };
    std::sort(written.begin(), written.end(), by_number);  // of two that overlap the newest counts
    std::vector<domain::Range> places;
    for (const auto& hand : written) places.push_back({hand.from, hand.to});
    const auto passages = domain::readings_of(room.text->source, room.changes, places, room.whole);
    std::vector<domain::Settlement> settlements;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const auto& grounds = written[i].grounds;
        if (grounds && *grounds != grounds_of(room, passages[i])) continue;
        if (!grounds && passages[i].changes.size() == 1) continue;  // who is left alone there disputes nothing
        settlements.push_back({places[i], to_utf16(written[i].text)});
    }
    room.merged = domain::merge_all(room.text->source, room.changes, settlements, room.whole);
    for (auto& hand : written) {
        const auto counts = [&](const domain::Settled& one) {
            return one.over.base.from == hand.from && one.over.base.to == hand.to;
        };
        if (std::any_of(room.merged.by_hand.begin(), room.merged.by_hand.end(), counts)) {
            room.hands.push_back(std::move(hand));
        }
    }
}

}  // namespace

std::string grounds_at(const Room& room, domain::Range place) {
    return grounds_of(room, domain::readings_of(room.text->source, room.changes, {&place, 1}, room.whole).front());
}

std::string result_of(const Room& room) {
    std::string said;
    for (const auto& piece : room.merged.woven) {
        if (piece.kept()) continue;
        said += std::to_string(piece.before.from) + ' ' + std::to_string(piece.before.to) + ' ';
        for (const auto change : piece.changes) said += std::to_string(room.pending[room.taken[change]].id.value) + ',';
        said += ' ' + std::to_string(piece.text.size()) + ' ' + to_utf8(piece.text);
    }
    // What is left is left in the words that were seen, too.
    for (const auto& one : room.pending) {
        const auto decision = decision_on(room, one.id);
        if (decision == MergeDecision::open) continue;
        said += ' ' + std::to_string(one.id.value) + ' ' + std::string(name_of(decision)) + ' ' +
                std::string(name_of(one.carried)) + ' ' + std::to_string(one.now_change.size()) + ' ' + one.now_change;
    }
    return fingerprint_of(said);
}

Room open_room(Work& work, const domain::Document& document, Texts& texts) {
    Room room;
    // First of all: what comes in between is then seen, and taken for unseen.
    room.entries = storage::merge_entries(work.tx, document.id, document.head);
    room.text = text_of_version(work, document, document.head, texts);
    room.pending = storage::pending_amendments(work.tx, document.id);
    room.decisions = storage::merge_decisions(work.tx, document.id, document.head);
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
            if (amendment.whole) room.whole.push_back(room.changes.size());
            room.changes.push_back(std::move(wording->change));
            room.taken.push_back(i);
        } else if (amendment.kind == domain::AmendmentKind::text &&
                   !(wording && wording->state == Carriage::moot &&
                     is_done(work, document, amendment, taken.at(i), *room.text, texts))) {
            room.without_text.push_back(i);
        }
    }
    for (const auto i : domain::lost_with_amended(room.pending, taken)) room.without_text.push_back(i);
    std::sort(room.without_text.begin(), room.without_text.end());
    merge_with_hands(room, storage::hand_texts(work.tx, document.id, document.head));
    return room;
}

}  // namespace samrad::features
