// Decisions in the merge room: that part of amendment_actions.hpp, and what merge_undo.cpp shares with it.
#include "features/amendments/merge_deciding.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "domain/text/guard.hpp"
#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/body.hpp"
#include "storage/amendments.hpp"

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

bool takes(MergeDecision decision) {
    return decision == MergeDecision::take || decision == MergeDecision::take_changed;
}

// An amendment to another is taken with that one as it was proposed, or after it.
void require_amended_taken(Work& work, const MergeDecisions& decisions, const domain::Amendment& amendment,
                           const std::map<AmendmentId, MergeDecision>& wanted) {
    if (!amendment.amends || wanted.contains(*amendment.amends)) return;
    const auto amended = storage::find_amendment(work.tx, *amendment.amends);
    if (!domain::is_pending(*amended)) return;
    const auto found = decisions.find(amended->id);
    if (found != decisions.end() && found->second.decision == MergeDecision::take) return;
    throw naming(conflict_with("amendment.amended_first", "number", std::size_t(amended->number)), {amendment});
}

// A counter-draft stands in the place of all of the text: it is taken alone, and nothing beside it.
void require_alone(Work& work, const MergeDecisions& taken, const std::vector<domain::Amendment>& wanted) {
    std::vector<AmendmentId> others;
    for (const auto& [id, decided] : taken) {
        const bool asked = std::any_of(wanted.begin(), wanted.end(), [&](const auto& one) { return one.id == id; });
        if (takes(decided.decision) && !asked) others.push_back(id);
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
    SeenDecision seen;
    std::string reason;
};

// {amendments:[{id,expected,left_because?,reason?}]}. Named twice is once, with what was said last.
std::map<AmendmentId, Wanted> read_wanted(Body& body, MergeDecision decision) {
    auto items = body.maybe_objects("amendments", 5'000);
    if (!items || items->empty()) body.refuse("input.missing", "amendments");
    std::map<AmendmentId, Wanted> wanted;
    for (auto& item : *items) {
        const auto id = item.id<AmendmentId>("id");
        wanted[id] = {{item.name<MergeDecision>("expected"), item.maybe_text("left_because", 0, 500)},
                      domain::normalise(item.maybe_text("reason", 0, 500).value_or(""))};
        item.done();
        if (!wanted[id].reason.empty() && decision != MergeDecision::leave)
            throw invalid("input.not_a_choice", "reason");
    }
    return wanted;
}

}  // namespace

ReachedDocument reach_room(Work& work) { return reach_document(work, work.id<DocumentId>("document"), Act::edit); }

void tell_room(Work& work, DocumentId document) {
    work.tell("document:" + std::to_string(document.value), "merge", document.value);
}

Problem decided_meanwhile(Work& work, const storage::DecidedAmendment& decided, int number) {
    auto problem = changed_meanwhile(work, "merge.decided_meanwhile", decided.undone_by.value_or(decided.author));
    problem.facts.emplace_back("number", std::to_string(number));
    return problem;
}

Problem reason_meanwhile(Work& work, const storage::DecidedAmendment& decided) {
    const auto said = decided.reason_by.value_or(decided.author);
    return changed_meanwhile(work, "merge.reason_meanwhile", decided.undone_by.value_or(said));
}

void require_seen(Work& work, const MergeDecisions& decisions, const domain::Amendment& amendment,
                  const SeenDecision& seen) {
    const auto found = decisions.find(amendment.id);
    const auto& now = found == decisions.end() ? storage::DecidedAmendment{} : found->second;
    if (now.decision == seen.decision && (!seen.reason || now.reason == *seen.reason)) return;
    if (found == decisions.end()) throw invalid("input.not_a_choice", "expected");  // nobody ever saw that
    if (now.decision == seen.decision) throw reason_meanwhile(work, now);
    throw decided_meanwhile(work, now, amendment.number);
}

std::vector<domain::Amendment> amendments_to_decide(Work& work, const domain::Document& document,
                                                    const std::vector<AmendmentId>& named, std::string_view field) {
    auto found = storage::find_amendments(work.tx, named);
    // One of another document, somebody's draft and none at all are answered alike.
    const bool all_here = std::all_of(found.begin(), found.end(), [&](const domain::Amendment& amendment) {
        return amendment.document == document.id && amendment.state != AmendmentState::draft;
    });
    if (!all_here || found.size() != named.size()) throw invalid("input.not_a_choice", field);
    std::vector<domain::Amendment> gone;
    std::vector<domain::Amendment> voted;
    for (const auto& amendment : found) {
        if (!domain::is_pending(amendment)) {
            gone.push_back(amendment);
        } else if (is_voted_on(work, amendment)) {
            voted.push_back(amendment);
        }
    }
    if (!gone.empty()) throw not_pending(gone);
    if (!voted.empty()) throw naming(conflict("voting.holds"), voted);
    return found;
}

void require_may_stand(Work& work, const domain::Document& document, const MergeDecisions& decisions,
                       const std::vector<domain::Amendment>& amendments,
                       const std::map<AmendmentId, MergeDecision>& wanted, Texts& texts) {
    std::vector<domain::Amendment> taken;
    std::map<AmendmentId, MergeDecision> asked;
    for (const auto& amendment : amendments) {
        if (!takes(wanted.at(amendment.id))) continue;
        taken.push_back(amendment);
        asked[amendment.id] = wanted.at(amendment.id);
    }
    if (!taken.empty()) require_alone(work, decisions, taken);
    std::vector<domain::Amendment> waiting;
    std::vector<domain::Amendment> without_words;
    std::vector<domain::Amendment> without_wording;
    for (const auto& amendment : amendments) {
        const auto decision = wanted.at(amendment.id);
        if (decision != MergeDecision::open && domain::refuse_taking_up(amendment)) waiting.push_back(amendment);
        if (takes(decision)) require_amended_taken(work, decisions, amendment, asked);
        if (decision == MergeDecision::take && amendment.now_change.empty()) without_words.push_back(amendment);
        if (decision == MergeDecision::take_changed && !recommended_wording(work, document, amendment, texts)) {
            without_wording.push_back(amendment);
        }
    }
    if (!waiting.empty()) throw naming(*domain::refuse_taking_up(waiting.front()), waiting);
    if (!without_words.empty()) throw naming(conflict("amendment.needs_sponsor"), without_words);
    if (!without_wording.empty()) throw naming(conflict("amendment.no_wording"), without_wording);
}

http::Reply decide_merge(Work& work, Texts& texts) {
    const auto at = reach_room(work);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto decision = body.name<MergeDecision>("decision");
    const auto expected = read_wanted(body, decision);
    body.done();
    const auto document = lock_at_newest(work, at.document.id, version);
    std::vector<AmendmentId> named;
    std::map<AmendmentId, MergeDecision> wanted;
    for (const auto& [id, one] : expected) {
        named.push_back(id);
        wanted[id] = decision;
    }
    const auto amendments = amendments_to_decide(work, document, named);
    const auto decisions = storage::merge_decisions(work.tx, document.id, document.head);
    for (const auto& amendment : amendments) require_seen(work, decisions, amendment, expected.at(amendment.id).seen);
    require_may_stand(work, document, decisions, amendments, wanted, texts);
    for (const auto& amendment : amendments) {
        storage::add_merge_decision(work.tx, document.id, document.head, amendment.id, decision, work.actor.account,
                                    expected.at(amendment.id).reason);
    }
    tell_room(work, document.id);
    return reply_json(room_json(work, document, open_room(work, document, texts), texts));
}

}  // namespace samrad::features
