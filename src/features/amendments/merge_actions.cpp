// The merge room: that part of amendment_actions.hpp. Everything that editors decide is stored at once, as a row of its
// own; the room is worked out from what is stored, so that several people can work in it.
#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "base/utf8.hpp"
#include "domain/text/guard.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/merge_room.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "features/new_version.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

using domain::Act;
using domain::AmendmentState;
using domain::MergeDecision;

namespace {

Problem conflict_with(std::string_view code, const char* fact, std::size_t number) {
    auto problem = conflict(code);
    problem.facts.emplace_back(fact, std::to_string(number));
    return problem;
}

void tell_room(Work& work, DocumentId document) {
    work.tell("document:" + std::to_string(document.value), "merge", document.value);
}

ReachedDocument reach_room(Work& work) { return reach_document(work, work.id<DocumentId>("document"), Act::edit); }

// An amendment to another is taken with that one as it was proposed, or after it.
void require_amended_taken(Work& work, const domain::Document& document, const domain::Amendment& amendment,
                           const std::vector<AmendmentId>& with) {
    if (!amendment.amends || std::binary_search(with.begin(), with.end(), *amendment.amends)) return;
    const auto amended = storage::find_amendment(work.tx, *amendment.amends);
    if (!domain::is_pending(*amended)) return;
    const auto decisions = storage::merge_decisions(work.tx, document.id, document.head);
    const auto found = decisions.find(amended->id);
    if (found != decisions.end() && found->second.decision == MergeDecision::take) return;
    throw conflict_with("amendment.amended_first", "number", std::size_t(amended->number));
}

// A counter-draft stands in the place of all of the text: it is taken alone, and nothing beside it.
void require_alone(Work& work, const domain::Document& document, const std::vector<domain::Amendment>& wanted) {
    auto taken = storage::merge_decisions(work.tx, document.id, document.head);
    std::vector<AmendmentId> others;
    for (const auto& [id, decided] : taken) {
        const bool in = decided.decision == MergeDecision::take || decided.decision == MergeDecision::take_changed;
        const bool asked = std::any_of(wanted.begin(), wanted.end(), [&](const auto& one) { return one.id == id; });
        if (in && !asked) others.push_back(id);
    }
    auto all = storage::find_amendments(work.tx, others);
    std::erase_if(all, [](const domain::Amendment& one) { return !domain::is_pending(one); });
    all.insert(all.end(), wanted.begin(), wanted.end());
    const auto whole = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.whole; });
    if (whole == all.end()) return;
    const auto beside = std::find_if(all.begin(), all.end(),
                                     [&](const auto& one) { return one.id != whole->id && one.amends != whole->id; });
    if (beside == all.end()) return;
    const bool names_whole = !std::any_of(wanted.begin(), wanted.end(), [](const auto& one) { return one.whole; });
    throw conflict_with("amendment.whole_alone", "number", std::size_t((names_whole ? *whole : *beside).number));
}

// What becomes of each amendment with the version: taken or left, and as the meeting voted where text alone does not
// tell it: a principle was adopted, or its sponsor withdrew it from the floor. Returns how many were taken.
std::size_t decide_all(Work& work, const domain::Document& document, const Room& room, int made) {
    std::map<AmendmentState, std::vector<AmendmentId>> outcomes;
    for (const auto index : room.taken) outcomes[AmendmentState::adopted].push_back(room.pending[index].id);
    const auto voted = storage::voting_results(work.tx, document.id);
    std::set<std::size_t> taken(room.taken.begin(), room.taken.end());
    for (std::size_t i = 0; i < room.pending.size(); ++i) {  // one that was taken in another's words was taken too
        const bool in_others_words = std::any_of(room.taken.begin(), room.taken.end(), [&](std::size_t by) {
            return room.pending[by].amends == room.pending[i].id;
        });
        if (in_others_words && taken.insert(i).second) {
            outcomes[AmendmentState::adopted].push_back(room.pending[i].id);
        }
    }
    for (std::size_t i = 0; i < room.pending.size(); ++i) {
        if (taken.contains(i)) continue;
        const auto& amendment = room.pending[i];
        const auto found = voted.find(amendment.id);
        const auto result = found == voted.end() ? domain::VotingResult::open : found->second.result;
        if (const auto outcome = domain::outcome_of(amendment, result)) {
            outcomes[*outcome].push_back(amendment.id);
        } else if (decision_on(room, amendment.id) == MergeDecision::leave) {
            outcomes[AmendmentState::rejected].push_back(amendment.id);
        }
    }
    for (const auto& [outcome, amendments] : outcomes) {
        const bool adopted = outcome == AmendmentState::adopted;
        storage::decide(work.tx, amendments, outcome, adopted ? std::optional(made) : std::nullopt);
    }
    return taken.size();
}

}  // namespace

http::Reply show_merge(Work& work, Texts& texts) {
    const auto id = work.id<DocumentId>("document");
    auto at = reach_document(work, id, Act::read);
    // Where the committee lets nobody look on, its room is its editors' alone.
    if (!at.document.merge_followed) at = reach_room(work);
    work.limits.take("merge:" + work.asker(), 120, 240);
    return reply_json(room_json(work, at.document, open_room(work, at.document, texts)));
}

http::Reply decide_merge(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto decision = body.name<MergeDecision>("decision");
    const auto ids = body.maybe_numbers("amendments", 5'000);
    if (!ids || ids->empty()) body.refuse("input.missing", "amendments");
    body.done();
    const auto document = lock_at_newest(work, at.document.id, version);
    std::vector<AmendmentId> wanted;
    for (const auto id : *ids) wanted.push_back(AmendmentId{id});
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    const auto found = storage::find_amendments(work.tx, wanted);
    // One of another document, somebody's draft and none at all are answered alike.
    const bool all_here = std::all_of(found.begin(), found.end(), [&](const domain::Amendment& amendment) {
        return amendment.document == document.id && amendment.state != AmendmentState::draft;
    });
    if (!all_here || found.size() != wanted.size()) throw invalid("input.not_a_choice", "amendments");
    if (decision == MergeDecision::take || decision == MergeDecision::take_changed) {
        require_alone(work, document, found);
    }
    for (const auto& amendment : found) {
        if (!domain::is_pending(amendment)) throw conflict("amendment.decided");
        if (is_voted_on(work, amendment)) throw conflict("voting.holds");
        if (decision != MergeDecision::open) require(domain::refuse_taking_up(amendment));
        if (decision == MergeDecision::take || decision == MergeDecision::take_changed) {
            require_amended_taken(work, document, amendment, wanted);
        }
        if (decision == MergeDecision::take && amendment.now_change.empty()) throw conflict("amendment.needs_sponsor");
        if (decision == MergeDecision::take_changed && !recommended_wording(work, document, amendment, texts)) {
            throw conflict("amendment.no_wording");
        }
        storage::add_merge_decision(work.tx, document.id, document.head, amendment.id, decision, work.actor.account);
    }
    tell_room(work, document.id);
    return reply_json(room_json(work, document, open_room(work, document, texts)));
}

http::Reply write_by_hand(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto from = body.number("from", 0, 10'000'000);
    const auto to = body.number("to", 0, 10'000'000);
    auto text = body.maybe_text("text", 0, domain::most_amended);
    body.done();
    if (text) *text = domain::normalise(*text);
    if (text) require(domain::check_text(*text, domain::most_markdown, "text"));
    const auto document = lock_at_newest(work, at.document.id, version);
    const auto current = text_of_version(work, document, document.head, texts);
    const auto length = std::int64_t(current->source.size());
    const auto splits = [&](std::int64_t place) {
        return place > 0 && place < length && (current->source[std::size_t(place)] & 0xFC00) == 0xDC00;
    };
    if (from > to || to > length || splits(from) || splits(to)) throw invalid("input.out_of_range", "from");
    storage::add_hand_text(work.tx, document.id, document.head, std::size_t(from), std::size_t(to), text,
                           work.actor.account);
    tell_room(work, document.id);
    return reply_json(room_json(work, document, open_room(work, document, texts)));
}

http::Reply make_version(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto note = body.maybe_text("note", 0, 500).value_or("");
    body.done();
    const auto document = lock_at_newest(work, at.document.id, version);
    const auto room = open_room(work, document, texts);
    if (!room.merged.open.empty()) {
        throw conflict_with("merge.open_disputes", "count", room.merged.open.size());
    }
    const auto change = domain::change_of(room.merged.woven);
    if (change.empty()) throw conflict("merge.nothing_taken");
    const int made = document.head + 1;
    const auto adopted = decide_all(work, document, room, made);
    const auto markdown = to_utf8(domain::text_of(room.merged.woven, room.text->source));
    store_version(work.tx, document, {markdown, note, work.actor.account, false, change}, texts);
    storage::add_trace(work.tx, document.id, made, trace_of(room));
    work.record("merge", "document:" + std::to_string(document.id.value), std::to_string(made));
    const auto topic = "document:" + std::to_string(document.id.value);
    work.tell(topic, "version", document.id.value);
    work.tell(topic, "merge", document.id.value);
    work.tell("process:" + std::to_string(document.process.value), "process", document.process.value);
    return reply_json({{"version", made}, {"adopted", adopted}}, 201);
}

http::Reply reject_amendment(Work& work, Texts& texts) {
    const auto [amendment, at] = reach_amendment(work, Act::edit, true);
    Body(work.request).done();
    if (!domain::is_pending(amendment)) throw conflict("amendment.decided");
    if (is_voted_on(work, amendment)) throw conflict("voting.holds");
    const auto with_it = storage::amending(work.tx, amendment.id);
    storage::decide(work.tx, amendment.id, AmendmentState::rejected, std::nullopt);
    work.record("reject", "amendment:" + std::to_string(amendment.id.value));
    tell_amendment(work, amendment);
    for (const auto& one : with_it) tell_amendment(work, one);
    return reply_amendment(work, amendment.id, texts);
}

}  // namespace samrad::features
