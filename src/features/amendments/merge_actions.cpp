// The merge room: that part of amendment_actions.hpp. Everything that editors decide is stored at once, as a row of its
// own; the room is worked out from what is stored, so that several people can work in it.
#include <algorithm>
#include <boost/json.hpp>
#include <tuple>

#include "base/utf8.hpp"
#include "domain/text/guard.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/deciding_bodies.hpp"
#include "features/amendments/merge_deciding.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "storage/amendments.hpp"
#include "storage/documents.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

using domain::Act;
using domain::AmendmentState;
using domain::MergeDecision;

http::Reply show_merge(Work& work, Texts& texts) {
    const auto id = work.id<DocumentId>("document");
    auto at = reach_document(work, id, Act::read);
    // Where the committee lets nobody look on, its room is its editors' alone.
    if (!at.document.merge_followed) at = reach_room(work);
    work.limits.take("merge:" + work.asker(), 120, 240);
    const bool edits = domain::may(work.actor, Act::edit, at.scope);
    return reply_json(room_json(work, at.document, open_room(work, at.document, texts), texts, edits));
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
    amendments_to_decide(work, document, {id}, "amendment");
    const auto decided = decisions.find(id);
    if (decided == decisions.end()) throw conflict("merge.not_left");
    if (decided->second.decision != MergeDecision::leave) {
        throw changed_meanwhile(work, "merge.reason_meanwhile",
                                decided->second.undone_by.value_or(decided->second.author));
    }
    if (decided->second.reason != expected) throw reason_meanwhile(work, decided->second);
    storage::add_merge_reason(work.tx, document.id, document.head, id, decided->second, work.actor.account, reason);
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
        const auto last = storage::last_text_at(work.tx, document.id, document.head, place.from, place.to);
        if (!last) throw invalid("input.out_of_range", "expected");  // nobody ever saw that
        throw changed_meanwhile(work, "merge.text_meanwhile", last->undone_by.value_or(last->author));
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
