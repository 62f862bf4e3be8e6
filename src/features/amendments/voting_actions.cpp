// The voting list: that part of amendment_actions.hpp. Every result is a row of its own, and the merge room takes and
// leaves what the meeting voted.
#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "features/amendments/amendment_actions.hpp"
#include "features/amendments/deciding_bodies.hpp"
#include "features/amendments/merge_room.hpp"
#include "features/amendments/reached_amendment.hpp"
#include "features/amendments/voting_list.hpp"
#include "features/body.hpp"
#include "storage/amendments.hpp"
#include "storage/ballots.hpp"
#include "storage/documents.hpp"
#include "storage/votes.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;
using domain::VotingResult;
using storage::StoredResult;

namespace {

std::string topic_of(DocumentId document) { return "document:" + std::to_string(document.value); }

std::size_t contender(const VotingList& list, AmendmentId amendment, const char* field) {
    const auto found = list.index_of.find(amendment);
    if (found == list.index_of.end()) throw invalid("input.not_a_choice", field);
    return found->second;
}

// One that is not on the list since it waits for supporters is refused with how many are missing.
void require_taken_up(Work& work, const VotingList& list, AmendmentId id) {
    if (list.index_of.contains(id)) return;
    const auto amendment = storage::find_amendment(work.tx, id);
    if (amendment && amendment->document == list.document && domain::is_pending(*amendment)) {
        require(domain::refuse_taking_up(*amendment));
    }
}

int count_in(const std::vector<domain::Count>& counts, const domain::Ballot& ballot, std::size_t choice) {
    int votes = 0;
    for (const auto& count : counts) {
        if (count.choice == ballot.choices[choice].id) votes += count.votes;
    }
    return votes;
}

// The counts that somebody typed, or those of a closed vote for or against in the same process: the members' alone,
// since the groups are never silently mixed.
void read_votes(Work& work, Body& body, const ReachedDocument& at, StoredResult& result) {
    const auto ballot_id = body.maybe_number("ballot", 1, INT64_MAX);
    if (auto votes = body.maybe_object("votes")) {
        if (ballot_id) body.refuse("input.not_a_choice", "votes");
        const auto count = [&](const char* field) -> std::optional<int> {
            const auto number = votes->maybe_number(field, 0, 1'000'000);
            if (!number) return std::nullopt;
            return int(*number);
        };
        result.votes = {count("for"), count("against"), count("abstain")};
        votes->done();
    }
    if (!ballot_id) return;
    const auto ballot = storage::find_ballot(work.tx, BallotId{*ballot_id});
    const bool fits = ballot && ballot->process == at.process.id && ballot->state == domain::BallotState::closed &&
                      ballot->rules.kind == domain::BallotKind::approval;
    if (!fits) body.refuse("input.not_a_choice", "ballot");
    auto counts = storage::find_tallies(work.tx, {ballot->id})[ballot->id];
    std::erase_if(counts, [](const domain::Count& one) { return one.electorate != domain::Electorate::members; });
    result.ballot = ballot->id;
    result.votes = {count_in(counts, *ballot, 0), count_in(counts, *ballot, 1), count_in(counts, *ballot, 2)};
}

// What is decided with the amendment, each with what it becomes. `chosen`: those that the chair lets fall, where not
// all do.
std::vector<StoredResult> with_consequences(const VotingList& list, const StoredResult& entered,
                                            const domain::Consequence& consequence,
                                            const std::optional<std::vector<std::int64_t>>& chosen) {
    std::vector<StoredResult> results{entered};
    StoredResult other = entered;
    other.because_of = entered.amendment;
    other.votes = {};
    other.ballot = std::nullopt;
    if (entered.result == VotingResult::adopted_changed) other.result = VotingResult::adopted;
    for (const auto i : consequence.along) {
        other.amendment = list.pending[i].id;
        results.push_back(other);
    }
    std::set<std::int64_t> wanted;
    if (chosen) wanted = {chosen->begin(), chosen->end()};
    other.result = VotingResult::fallen;
    for (const auto& fall : consequence.falls) {
        other.amendment = list.pending[fall.contender].id;
        if (chosen && wanted.erase(other.amendment.value) == 0) continue;
        results.push_back(other);
    }
    // One that the chair saw fall, and that a colleague has decided since or that no longer collides.
    if (!wanted.empty()) throw conflict("voting.consequence_changed");
    return results;
}

// The amendment's result is taken back, and with it what followed from it.
std::vector<StoredResult> taken_back(const VotingList& list, const StoredResult& entered) {
    std::vector<StoredResult> results{entered};
    for (const auto& [id, one] : list.results) {
        if (one.because_of != entered.amendment || one.result == VotingResult::open) continue;
        if (!list.index_of.contains(id)) continue;
        StoredResult back = entered;
        back.amendment = id;
        results.push_back(back);
    }
    return results;
}

}  // namespace

http::Reply order_votes(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::edit);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    const auto seen = body.number("order", 0, INT64_MAX);
    const bool by_rule = body.maybe_flag("by_rule").value_or(false);
    const auto moved = body.maybe_number("amendment", 1, INT64_MAX);
    const auto before = body.maybe_number("before", 1, INT64_MAX);
    if (!by_rule && !moved) body.refuse("input.missing", "amendment");
    body.done();
    const auto document = lock_at_newest(work, at.document.id, version);
    const auto list = open_voting_list(work, document, texts);
    if (list.put.number != seen) throw conflict("voting.order_changed");
    std::vector<AmendmentId> put;
    if (!by_rule) {
        const auto* item = &list.item_of(contender(list, AmendmentId{*moved}, "amendment"));
        const auto* next = before ? &list.item_of(contender(list, AmendmentId{*before}, "before")) : nullptr;
        if (item == next) throw invalid("input.not_a_choice", "before");
        const auto add = [&](const domain::VotingItem& one) {
            for (const auto i : one.contenders) put.push_back(list.pending[i].id);
        };
        for (const auto& one : list.items) {
            if (&one == next) add(*item);
            if (&one != item) add(one);
        }
        if (!next) add(*item);
    }
    storage::add_voting_order(work.tx, document.id, document.head, put, work.actor.account);
    work.tell(topic_of(document.id), "voting_list", document.id.value);
    return reply_json(voting_list_json(work, document, open_voting_list(work, document, texts)));
}

http::Reply enter_voting_result(Work& work, Texts& texts) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::edit);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    StoredResult entered;
    entered.amendment = body.id<AmendmentId>("amendment");
    const auto expected = body.name<VotingResult>("expected");
    entered.result = body.name<VotingResult>("result");
    read_votes(work, body, at, entered);
    const auto chosen = body.maybe_numbers("falls", 5'000);
    body.done();
    const auto document = lock_at_newest(work, at.document.id, version);
    entered.version = document.head;
    entered.author = work.actor.account;
    const auto list = open_voting_list(work, document, texts);
    require_taken_up(work, list, entered.amendment);
    const auto index = contender(list, entered.amendment, "amendment");
    const auto now = list.result_of(index);
    if (now != expected) {
        auto problem = conflict("voting.decided_meanwhile");
        problem.facts.emplace_back("result", name_of(now));
        throw problem;
    }
    const bool has_wording = entered.result == VotingResult::adopted_changed &&
                             recommended_wording(work, document, list.pending[index], texts).has_value();
    require(domain::refuse_result(list.pending[index], now, entered.result, has_wording));
    const auto results =
        entered.result == VotingResult::open
            ? taken_back(list, entered)
            : with_consequences(list, entered, consequence_of(work, document, list, index, entered.result, texts),
                                chosen);
    std::vector<StoredResult> stored;
    for (const auto& one : results) {
        storage::add_voting_result(work.tx, document.id, one);
        stored.push_back(storage::voting_result(work.tx, document.id, one.amendment));
        work.tell(topic_of(document.id), "voting_result", one.amendment.value);
        tell_amendment(work, list.pending[list.index_of.at(one.amendment)]);
    }
    work.tell(topic_of(document.id), "merge", document.id.value);
    work.record("vote_result", "amendment:" + std::to_string(entered.amendment.value), name_of(entered.result));
    return reply_json({{"results", results_json(work.tx, stored)}});
}

http::Reply conclude_votes(Work& work, Texts&) {
    const auto at = reach_document(work, work.id<DocumentId>("document"), Act::edit);
    Body body(work.request);
    const auto version = body.number("version", 1, 1'000'000);
    body.done();
    const auto document = lock_at_newest(work, at.document.id, version);
    const auto results = storage::voting_results(work.tx, document.id);
    const auto by = deciding_bodies(work.tx, document.process).voting;
    int concluded = 0;
    for (const auto& amendment : storage::pending_amendments(work.tx, document.id)) {
        const auto found = results.find(amendment.id);
        const auto outcome =
            found == results.end() ? std::nullopt : domain::outcome_of(amendment, found->second.result);
        if (!outcome) continue;
        storage::decide(work.tx, {amendment.id}, {*outcome, {}, {}, {}, by}, document.head);
        tell_amendment(work, amendment);
        ++concluded;
    }
    if (concluded == 0) throw conflict("voting.nothing_to_conclude");
    work.tell(topic_of(document.id), "merge", document.id.value);
    work.record("conclude_votes", topic_of(document.id), std::to_string(concluded));
    return reply_json({{"concluded", concluded}});
}

}  // namespace samrad::features
