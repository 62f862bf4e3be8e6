// The merge room: that part of amendment_actions.hpp. Everything that editors decide is stored at once, as a row of its
// own; the room is worked out from what is stored, so that several people can work in it.
#include <algorithm>
#include <boost/json.hpp>
#include <tuple>

#include "base/utf8.hpp"
#include "domain/text/guard.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/deciding_bodies.hpp"
#include "features/amendments/merge_room.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
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

using Decisions = std::map<AmendmentId, storage::DecidedAmendment>;

MergeDecision decision_in(const Decisions& decisions, AmendmentId amendment) {
    const auto found = decisions.find(amendment);
    return found == decisions.end() ? MergeDecision::open : found->second.decision;
}

// An amendment to another is taken with that one as it was proposed, or after it.
void require_amended_taken(Work& work, const Decisions& decisions, const domain::Amendment& amendment,
                           const std::vector<AmendmentId>& with) {
    if (!amendment.amends || std::binary_search(with.begin(), with.end(), *amendment.amends)) return;
    const auto amended = storage::find_amendment(work.tx, *amendment.amends);
    if (!domain::is_pending(*amended) || decision_in(decisions, amended->id) == MergeDecision::take) return;
    throw conflict_with("amendment.amended_first", "number", std::size_t(amended->number));
}

// A counter-draft stands in the place of all of the text: it is taken alone, and nothing beside it.
void require_alone(Work& work, const Decisions& taken, const std::vector<domain::Amendment>& wanted) {
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

// What an editor saw of an amendment, and why they leave it now where they say so with the decision.
struct Wanted {
    MergeDecision seen = MergeDecision::open;
    std::optional<std::string> seen_reason;
    std::string reason;

    bool is_seen(const storage::DecidedAmendment& now) const {
        return now.decision == seen && (!seen_reason || now.reason == *seen_reason);
    }
};

// {amendments:[{id,expected,left_because?,reason?}]}. Named twice is once, with what was said last.
std::map<AmendmentId, Wanted> read_wanted(Body& body, MergeDecision decision) {
    auto items = body.maybe_objects("amendments", 5'000);
    if (!items || items->empty()) body.refuse("input.missing", "amendments");
    std::map<AmendmentId, Wanted> wanted;
    for (auto& item : *items) {
        const auto id = item.id<AmendmentId>("id");
        wanted[id] = {item.name<MergeDecision>("expected"), item.maybe_text("left_because", 0, 500),
                      domain::normalise(item.maybe_text("reason", 0, 500).value_or(""))};
        item.done();
        if (!wanted[id].reason.empty() && decision != MergeDecision::leave)
            throw invalid("input.not_a_choice", "reason");
    }
    return wanted;
}

}  // namespace

http::Reply show_merge(Work& work, Texts& texts) {
    const auto id = work.id<DocumentId>("document");
    auto at = reach_document(work, id, Act::read);
    // Where the committee lets nobody look on, its room is its editors' alone.
    if (!at.document.merge_followed) at = reach_room(work);
    work.limits.take("merge:" + work.asker(), 120, 240);
    const bool edits = domain::may(work.actor, Act::edit, at.scope);
    return reply_json(room_json(work, at.document, open_room(work, at.document, texts), texts, edits));
}

http::Reply decide_merge(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto decision = body.name<MergeDecision>("decision");
    const auto expected = read_wanted(body, decision);
    body.done();
    const auto document = lock_at_newest(work, at.document.id, version);
    std::vector<AmendmentId> wanted;
    for (const auto& [id, seen] : expected) wanted.push_back(id);
    const auto found = storage::find_amendments(work.tx, wanted);
    // One of another document, somebody's draft and none at all are answered alike.
    const bool all_here = std::all_of(found.begin(), found.end(), [&](const domain::Amendment& amendment) {
        return amendment.document == document.id && amendment.state != AmendmentState::draft;
    });
    if (!all_here || found.size() != wanted.size()) throw invalid("input.not_a_choice", "amendments");
    const auto decisions = storage::merge_decisions(work.tx, document.id, document.head);
    for (const auto& amendment : found) {
        if (!domain::is_pending(amendment)) throw conflict("amendment.decided");
        if (is_voted_on(work, amendment)) throw conflict("voting.holds");
        const auto decided = decisions.find(amendment.id);
        if (expected.at(amendment.id)
                .is_seen(decided == decisions.end() ? storage::DecidedAmendment{} : decided->second)) {
            continue;
        }
        if (decided == decisions.end()) throw invalid("input.not_a_choice", "expected");  // nobody ever saw that
        auto problem = changed_meanwhile(work, "merge.decided_meanwhile", decided->second.author);
        problem.facts.emplace_back("number", std::to_string(amendment.number));
        throw problem;
    }
    const bool takes = decision == MergeDecision::take || decision == MergeDecision::take_changed;
    if (takes) require_alone(work, decisions, found);
    for (const auto& amendment : found) {
        if (decision != MergeDecision::open) require(domain::refuse_taking_up(amendment));
        if (takes) require_amended_taken(work, decisions, amendment, wanted);
        if (decision == MergeDecision::take && amendment.now_change.empty()) throw conflict("amendment.needs_sponsor");
        if (decision == MergeDecision::take_changed && !recommended_wording(work, document, amendment, texts)) {
            throw conflict("amendment.no_wording");
        }
        storage::add_merge_decision(work.tx, document.id, document.head, amendment.id, decision, work.actor.account,
                                    expected.at(amendment.id).reason);
    }
    tell_room(work, document.id);
    return reply_json(room_json(work, document, open_room(work, document, texts), texts));
}

http::Reply give_merge_reason(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto id = body.id<AmendmentId>("amendment");
    const auto expected = body.text("expected", 0, 500);
    const auto reason = domain::normalise(body.text("reason", 0, 500));
    body.done();
    const auto document = lock_at_newest(work, at.document.id, version);
    const auto decisions = storage::merge_decisions(work.tx, document.id, document.head);
    const auto decided = decisions.find(id);
    const auto amendment = storage::find_amendment(work.tx, id);
    if (!amendment || amendment->document != document.id || amendment->state == AmendmentState::draft) {
        throw invalid("input.not_a_choice", "amendment");
    }
    if (!domain::is_pending(*amendment)) throw conflict("amendment.decided");
    if (is_voted_on(work, *amendment)) throw conflict("voting.holds");
    if (decided == decisions.end()) throw conflict("merge.not_left");
    if (decided->second.decision != MergeDecision::leave || decided->second.reason != expected) {
        throw changed_meanwhile(work, "merge.reason_meanwhile", decided->second.author);
    }
    storage::add_merge_decision(work.tx, document.id, document.head, id, MergeDecision::leave, work.actor.account,
                                reason);
    tell_room(work, document.id);
    return reply_json(room_json(work, document, open_room(work, document, texts), texts));
}

http::Reply write_by_hand(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto from = body.number("from", 0, 10'000'000);
    const auto to = body.number("to", 0, 10'000'000);
    const auto expected = body.number("expected", 0, INT64_MAX);
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
    const domain::Range place{std::size_t(from), std::size_t(to)};
    const auto room = open_room(work, document, texts);
    const auto there = std::find_if(room.hands.begin(), room.hands.end(),
                                    [&](const auto& hand) { return hand.from == place.from && hand.to == place.to; });
    if ((there == room.hands.end() ? 0 : there->number) != expected) {
        const auto writer = storage::last_writer_at(work.tx, document.id, document.head, place.from, place.to);
        if (!writer) throw invalid("input.out_of_range", "expected");  // nobody ever saw that
        throw changed_meanwhile(work, "merge.text_meanwhile", *writer);
    }
    // By hand a collision is settled: where there is none, nobody but a sponsor words anything anew.
    const auto is_there = [&](const domain::Dispute& one) { return one.base == place; };
    const auto& [open, settled] = std::tie(room.merged.open, room.merged.settled);
    if (text && std::none_of(open.begin(), open.end(), is_there) &&
        std::none_of(settled.begin(), settled.end(), is_there)) {
        throw conflict("merge.no_dispute");
    }
    storage::HandText hand{place.from, place.to, {}, work.actor.account, 0, grounds_at(room, place)};
    if (text) hand.text = *text;
    storage::add_hand_text(work.tx, document.id, document.head, hand, !text);
    tell_room(work, document.id);
    return reply_json(room_json(work, document, open_room(work, document, texts), texts));
}

http::Reply reject_amendment(Work& work, Texts& texts) {
    const auto [amendment, at] = reach_amendment(work, Act::edit, true);
    Body body(work.request);
    const auto reason = body.text("reason", 1, 10'000);
    require(check_passage(reason, "reason"));
    body.done();
    if (!domain::is_pending(amendment)) throw conflict("amendment.decided");
    if (is_voted_on(work, amendment)) throw conflict("voting.holds");
    const auto with_it = storage::amending(work.tx, amendment.id);
    const auto by = deciding_bodies(work.tx, at.document.process).editing;
    storage::decide(work.tx, {amendment.id}, {AmendmentState::rejected, reason, {}, {}, by}, at.document.head);
    work.record("reject", "amendment:" + std::to_string(amendment.id.value));
    tell_amendment(work, amendment);
    for (const auto& one : with_it) tell_amendment(work, one);
    return reply_amendment(work, amendment.id, texts);
}

}  // namespace samrad::features
