// The way back in the merge room: that part of amendment_actions.hpp.
//
// Idea: each entry knows the one that it stands instead of. Who takes back their own decision, reason or text names no
// outcome and nobody: what stood there before stands again as it is stored, in the names that it had. So no name can be
// claimed, and nobody takes back what a colleague did.
//
// Example: Ola takes A 5, Kari leaves it, Per says why. Kari's undo, once she has read why, brings back that Ola takes
// it. Per's undo before that brings back that Kari leaves it and gives no reason. Counter-example: where Ola opened A 5
// himself before Kari left it, no undo of hers makes him take it.
#include <algorithm>
#include <boost/json.hpp>

#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/merge_deciding.hpp"
#include "features/body.hpp"
#include "storage/amendments.hpp"

namespace samrad::features {

using domain::MergeDecision;
using storage::DecidedAmendment;
using storage::HandText;

namespace {

// What is to be taken back: of each amendment what was seen of it, and the decision that is to stand again.
struct Undone {
    SeenDecision seen;
    MergeDecision again = MergeDecision::open;
};
struct UndoneReason {
    AmendmentId amendment;
    std::string seen;
};
struct UndoneText {
    std::size_t from = 0, to = 0;
    std::int64_t seen = 0;
};

std::map<AmendmentId, Undone> read_undone(Body& body) {
    std::map<AmendmentId, Undone> undone;
    auto items = body.maybe_objects("decisions", 5'000);
    if (!items) return undone;
    for (auto& item : *items) {
        const auto id = item.id<AmendmentId>("id");
        undone[id] = {{item.name<MergeDecision>("expected"), item.maybe_text("left_because", 0, 500)},
                      item.name<MergeDecision>("again")};
        item.done();
    }
    return undone;
}

std::optional<UndoneReason> read_reason(Body& body) {
    auto object = body.maybe_object("reason");
    if (!object) return std::nullopt;
    UndoneReason undone{object->id<AmendmentId>("amendment"), object->text("expected", 0, 500)};
    object->done();
    return undone;
}

std::optional<UndoneText> read_text(Body& body) {
    auto object = body.maybe_object("text");
    if (!object) return std::nullopt;
    UndoneText undone{std::size_t(object->number("from", 0, 10'000'000)),
                      std::size_t(object->number("to", 0, 10'000'000)), object->number("expected", 0, INT64_MAX)};
    object->done();
    return undone;
}

using History = std::map<std::int64_t, DecidedAmendment>;

// The entry that a reason was given or taken back on; null where `entry` decided.
const DecidedAmendment* explained_by(const DecidedAmendment& entry, const History& history) {
    if (!entry.instead_of || entry.decision != MergeDecision::leave || !entry.reason_by) return nullptr;
    const auto& before = history.at(*entry.instead_of);
    return before.decision == MergeDecision::leave && before.author == entry.author ? &before : nullptr;
}

// What stood before a decision was made, reasons that were given on it since aside; open where nobody had decided.
DecidedAmendment stood_before(const DecidedAmendment& decided, const History& history) {
    const auto* entry = &decided;
    while (const auto* before = explained_by(*entry, history)) entry = before;
    if (entry->instead_of) return history.at(*entry->instead_of);
    DecidedAmendment open;
    open.author = decided.author;
    return open;
}

void undo_decisions(Work& work, const domain::Document& document, const std::map<AmendmentId, Undone>& undone,
                    Texts& texts) {
    std::vector<AmendmentId> named;
    for (const auto& [id, one] : undone) named.push_back(id);
    const auto amendments = amendments_to_decide(work, document, named);
    const auto decisions = storage::merge_decisions(work.tx, document.id, document.head);
    const auto history = storage::merge_history(work.tx, document.id, document.head);
    std::map<AmendmentId, DecidedAmendment> again;
    std::map<AmendmentId, MergeDecision> wanted;
    for (const auto& amendment : amendments) {
        const auto& one = undone.at(amendment.id);
        require_seen(work, decisions, amendment, one.seen);
        const auto found = decisions.find(amendment.id);
        if (found == decisions.end()) throw conflict("merge.nothing_to_undo");
        if (found->second.author != work.actor.account) throw decided_meanwhile(work, found->second, amendment.number);
        auto stood = stood_before(found->second, history);
        if (stood.decision != one.again) throw decided_meanwhile(work, found->second, amendment.number);
        wanted[amendment.id] = stood.decision;
        again[amendment.id] = std::move(stood);
    }
    require_may_stand(work, document, decisions, amendments, wanted, texts);
    for (const auto& [id, stood] : again) {
        storage::add_decision_again(work.tx, document.id, document.head, id, stood, work.actor.account);
    }
}

void undo_reason(Work& work, const domain::Document& document, const UndoneReason& undone) {
    const auto amendment = amendments_to_decide(work, document, {undone.amendment}).front();
    const auto decisions = storage::merge_decisions(work.tx, document.id, document.head);
    require_seen(work, decisions, amendment, {MergeDecision::leave, undone.seen});
    const auto found = decisions.find(amendment.id);
    const auto history = storage::merge_history(work.tx, document.id, document.head);
    const auto* before = explained_by(found->second, history);
    if (!before || found->second.reason_by != work.actor.account) throw reason_meanwhile(work, found->second);
    storage::add_decision_again(work.tx, document.id, document.head, amendment.id, *before, work.actor.account);
}

void undo_text(Work& work, const domain::Document& document, const UndoneText& undone, Texts& texts) {
    const auto room = open_room(work, document, texts);
    const auto there = std::find_if(room.hands.begin(), room.hands.end(),
                                    [&](const auto& hand) { return hand.from == undone.from && hand.to == undone.to; });
    const auto last = storage::last_text_at(work.tx, document.id, document.head, undone.from, undone.to);
    if (!last) throw conflict("merge.nothing_to_undo");
    const bool seen = (there == room.hands.end() ? 0 : there->number) == undone.seen;
    if (!seen || last->author != work.actor.account) {
        throw changed_meanwhile(work, "merge.text_meanwhile", last->undone_by.value_or(last->author));
    }
    auto stood = last->instead_of ? storage::find_hand_text(work.tx, *last->instead_of) : std::nullopt;
    if (!stood) {
        stood = HandText{undone.from, undone.to, {}, work.actor.account, 0, {}};
        stood->taken_back = true;
    }
    storage::add_text_again(work.tx, document.id, document.head, *stood, work.actor.account);
}

}  // namespace

http::Reply undo_merge(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto decisions = read_undone(body);
    const auto reason = read_reason(body);
    const auto text = read_text(body);
    body.done();
    if (decisions.empty() && !reason && !text) body.refuse("input.missing", "decisions");
    const auto document = lock_at_newest(work, at.document.id, version);
    if (!decisions.empty()) undo_decisions(work, document, decisions, texts);
    if (reason) undo_reason(work, document, *reason);
    if (text) undo_text(work, document, *text, texts);
    tell_room(work, document.id);
    return reply_json(room_json(work, document, open_room(work, document, texts), texts));
}

}  // namespace samrad::features
