// The version that is made of the merge room: that part of amendment_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>
#include <functional>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/deciding_bodies.hpp"
#include "features/amendments/merge_room.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "features/new_version.hpp"
#include "storage/amendments.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

using domain::AmendmentState;
using domain::Extent;
using domain::MergeDecision;

namespace {

// A refusal that names amendments of the room by their indexes.
Problem naming_those(std::string_view code, const Room& room, const auto& indexes) {
    std::vector<domain::Amendment> culprits;
    for (const auto index : indexes) culprits.push_back(room.pending[index]);
    return naming(conflict(code), culprits);
}

using Fates = std::map<std::size_t, domain::Fate>;  // by index into pending

// What the text has of each one that was taken. One that was taken in another's words, which amends it, has its fate,
// and stands there in other words than its own.
Fates fates_in(const Room& room) {
    Fates fates;
    const auto merged = domain::fates_of(room.merged, room.taken.size());
    for (std::size_t change = 0; change < merged.size(); ++change) {
        auto fate = merged[change];
        if (fate.lost_to) fate.lost_to = room.taken[*fate.lost_to];
        const auto& one = room.pending[room.taken[change]];
        if (fate.extent == Extent::whole && decision_on(room, one.id) == MergeDecision::take_changed) {
            fate.extent = Extent::part;
        }
        fates[room.taken[change]] = fate;
        if (!one.amends) continue;
        if (fate.extent == Extent::whole) fate.extent = Extent::part;
        const auto amended = std::find_if(room.pending.begin(), room.pending.end(),
                                          [&](const auto& other) { return other.id == *one.amends; });
        if (amended == room.pending.end()) continue;
        // Of several that amend it, one whose words stand is enough.
        const auto [there, is_new] = fates.try_emplace(std::size_t(amended - room.pending.begin()), fate);
        if (!is_new && there->second.extent == Extent::none) there->second = fate;
    }
    return fates;
}

// By index into pending: those that a meeting adopted and of which what was written by hand leaves something out for
// the sake of others, on which it did not vote. Where all were adopted that collide, editors join their words.
std::set<std::size_t> cut_by_others(const Room& room, const std::function<bool(AmendmentId)>& is_voted) {
    std::set<std::size_t> cut;
    for (const auto& settled : room.merged.by_hand) {
        const auto voted = [&](std::size_t change) { return is_voted(room.pending[room.taken[change]].id); };
        const auto& changes = settled.over.changes;
        if (std::all_of(changes.begin(), changes.end(), voted)) continue;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            if (settled.extents[i] != Extent::whole && voted(changes[i])) cut.insert(room.taken[changes[i]]);
        }
    }
    return cut;
}

// What becomes of each amendment with the version: taken, left out by what was written by hand, or left; and as the
// meeting voted where text alone does not tell it: a principle was adopted, or its sponsor withdrew it from the floor.
// Returns how many are in the version. merge.voted_left_out where the hand left out what a meeting adopted.
std::size_t decide_all(Work& work, const domain::Document& document, const Room& room, int made) {
    std::map<storage::Decision, std::vector<AmendmentId>> outcomes;
    const auto voted = storage::voting_results(work.tx, document.id);
    const auto result_of = [&](AmendmentId id) {
        const auto found = voted.find(id);
        return found == voted.end() ? domain::VotingResult::open : found->second.result;
    };
    const auto bodies = deciding_bodies(work.tx, document.process);
    const auto body_of = [&](AmendmentId id) {
        return result_of(id) == domain::VotingResult::open ? bodies.editing : bodies.voting;
    };
    const auto fates = fates_in(room);
    auto voted_out = cut_by_others(room, [&](AmendmentId id) { return result_of(id) != domain::VotingResult::open; });
    std::size_t in_text = 0;
    for (const auto& [i, fate] : fates) {
        const auto id = room.pending[i].id;
        const bool is_in = fate.extent != Extent::none;
        in_text += is_in;
        if (!is_in && result_of(id) != domain::VotingResult::open) voted_out.insert(i);
        storage::Decision decision{
            is_in ? AmendmentState::adopted : AmendmentState::rejected, {}, fate.extent, {}, body_of(id)};
        if (fate.lost_to) decision.lost_to = room.pending[*fate.lost_to].id;
        outcomes[decision].push_back(id);
    }
    if (!voted_out.empty()) throw naming_those("merge.voted_left_out", room, voted_out);
    for (std::size_t i = 0; i < room.pending.size(); ++i) {
        if (fates.contains(i)) continue;
        const auto& amendment = room.pending[i];
        if (const auto outcome = domain::outcome_of(amendment, result_of(amendment.id))) {
            outcomes[{*outcome, {}, {}, {}, bodies.voting}].push_back(amendment.id);
        } else if (decision_on(room, amendment.id) == MergeDecision::leave) {
            const auto& reason = room.decisions.at(amendment.id).reason;
            outcomes[{AmendmentState::rejected, reason, {}, {}, bodies.editing}].push_back(amendment.id);
        }
    }
    for (const auto& [decision, amendments] : outcomes) storage::decide(work.tx, amendments, decision, made);
    return in_text;
}

}  // namespace

http::Reply make_version(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), domain::Act::edit);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto seen = body.number("seen", 0, INT64_MAX);
    const auto result = body.maybe_text("result", 0, 64);
    const auto note = body.maybe_text("note", 0, 500).value_or("");
    body.done();
    const auto document = lock_at_newest(work, at.document.id, version);
    const auto room = open_room(work, document, texts);
    if (room.entries.count > seen) throw changed_meanwhile(work, "merge.changed_meanwhile", room.entries.last_author);
    if (room.entries.count != seen) throw invalid("input.out_of_range", "seen");
    // A withdrawal or a rewording is no entry: what comes of the room is another all the same.
    if (result && *result != result_of(room)) throw conflict("merge.result_meanwhile");
    if (!room.merged.open.empty()) {
        auto problem = conflict("merge.open_disputes");
        problem.facts.emplace_back("count", std::to_string(room.merged.open.size()));
        throw problem;
    }
    // What a meeting voted or a colleague took is in the version, or there is none.
    if (!room.without_text.empty()) throw naming_those("merge.taken_without_text", room, room.without_text);
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

}  // namespace samrad::features
