// The version that is made of the merge room: that part of amendment_actions.hpp.
#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "base/utf8.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/merge_room.hpp"
#include "features/body.hpp"
#include "features/new_version.hpp"
#include "storage/amendments.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

using domain::AmendmentState;
using domain::MergeDecision;

namespace {

// What a meeting voted or a colleague took is in the version, or there is none.
void require_text_of_all(const Room& room) {
    if (room.without_text.empty()) return;
    constexpr std::size_t most_named = 20;
    std::string numbers;
    for (std::size_t i = 0; i < room.without_text.size() && i < most_named; ++i) {
        if (i > 0) numbers += ", ";
        numbers += std::to_string(room.pending[room.without_text[i]].number);
    }
    auto problem = conflict("merge.taken_without_text");
    problem.facts.emplace_back("count", std::to_string(room.without_text.size()));
    problem.facts.emplace_back("numbers", numbers);
    throw problem;
}

// What becomes of each amendment with the version: taken or left, and as the meeting voted where text alone does not
// tell it: a principle was adopted, or its sponsor withdrew it from the floor. Returns how many were taken.
std::size_t decide_all(Work& work, const domain::Document& document, const Room& room, int made) {
    std::map<AmendmentState, std::vector<AmendmentId>> outcomes;
    std::map<std::string, std::vector<AmendmentId>> left_because;  // by the reason that editors gave, or none
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
            left_because[room.decisions.at(amendment.id).reason].push_back(amendment.id);
        }
    }
    for (const auto& [outcome, amendments] : outcomes) {
        storage::decide(work.tx, amendments, outcome, made);
    }
    for (const auto& [reason, amendments] : left_because) {
        storage::decide(work.tx, amendments, AmendmentState::rejected, made, reason);
    }
    return taken.size();
}

}  // namespace

http::Reply make_version(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), domain::Act::edit);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto seen = body.number("seen", 0, INT64_MAX);
    const auto note = body.maybe_text("note", 0, 500).value_or("");
    body.done();
    const auto document = lock_at_newest(work, at.document.id, version);
    const auto room = open_room(work, document, texts);
    if (room.entries.count > seen) throw changed_meanwhile(work, "merge.changed_meanwhile", room.entries.last_author);
    if (room.entries.count != seen) throw invalid("input.out_of_range", "seen");
    if (!room.merged.open.empty()) {
        auto problem = conflict("merge.open_disputes");
        problem.facts.emplace_back("count", std::to_string(room.merged.open.size()));
        throw problem;
    }
    require_text_of_all(room);
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
