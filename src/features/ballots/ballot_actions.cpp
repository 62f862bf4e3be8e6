#include "features/ballots/ballot_actions.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "features/ballots/ballot_body.hpp"
#include "features/ballots/ballot_json.hpp"
#include "features/ballots/ballot_topics.hpp"
#include "features/ballots/ballot_units.hpp"
#include "features/body.hpp"
#include "features/query.hpp"
#include "features/reach.hpp"
#include "storage/ballots.hpp"
#include "storage/events.hpp"
#include "storage/processes.hpp"
#include "storage/votes.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

struct ReachedBallot {
    domain::Ballot ballot;
    domain::Scope scope;
};

// The ballot, where the actor may do the act in its process. A draft exists for editors alone.
ReachedBallot reach_ballot(Work& work, BallotId id, domain::Act act) {
    auto found = storage::find_ballot(work.tx, id);
    if (!found) throw missing();
    const auto reached = reach_process(work, found->process, domain::Act::read);
    const bool is_draft = found->state == domain::BallotState::draft;
    if (is_draft && !domain::may(work.actor, domain::Act::edit, reached.scope)) throw missing();
    require(domain::refuse(work.actor, act, reached.scope));
    return {*std::move(found), reached.scope};
}

// The same, and the ballot is locked and read anew behind the lock. The permission comes first: nobody waits for a lock
// or holds one on what is not his.
ReachedBallot reach_locked(Work& work, BallotId id, domain::Act act) {
    auto reached = reach_ballot(work, id, act);
    reached.ballot = storage::lock_ballot(work.tx, id).value();
    return reached;
}

// Drafts are told to nobody.
void tell_ballot(Work& work, const domain::Ballot& ballot) {
    for (const auto& topic : topics_of(ballot)) work.tell(topic, "ballot", ballot.id.value);
}

http::Reply reply_ballot(Work& work, BallotId id, const domain::Scope& scope, int status = 200) {
    return reply_json(ballot_json(work, storage::find_ballot(work.tx, id).value(), scope), status);
}

}  // namespace

json::object ballot_for(Work& work, BallotId id) {
    // The head first: who listens from there on has a later vote twice rather than never.
    const auto found = storage::find_ballot(work.tx, id);
    if (!found) throw missing();
    const auto last_event = storage::event_head(work.tx, "process:" + std::to_string(found->process.value));
    const auto [ballot, scope] = reach_ballot(work, id, domain::Act::read);
    auto object = ballot_json(work, ballot, scope);
    object["last_event"] = last_event;
    return object;
}

json::array ballots_for(Work& work, ProcessId process) {
    const auto reached = reach_process(work, process, domain::Act::read);
    auto ballots = storage::ballots_of(work.tx, process);
    if (!domain::may(work.actor, domain::Act::edit, reached.scope)) {
        std::erase_if(ballots, [](const auto& ballot) { return ballot.state == domain::BallotState::draft; });
    }
    return ballots_json(work, ballots, reached.scope);
}

http::Reply show_ballot(Work& work) { return reply_json(ballot_for(work, work.id<BallotId>("ballot"))); }

http::Reply list_votes(Work& work) {
    const auto [ballot, scope] = reach_ballot(work, work.id<BallotId>("ballot"), domain::Act::read);
    if (!votes_are_told(ballot)) throw forbidden("ballot.votes_not_told");
    const int limit = page_limit(work.request);
    const auto votes = storage::list_named_votes(work.tx, ballot.id, AccountId{page_cursor(work.request)}, limit);
    const bool more = int(votes.size()) == limit;
    return reply_json(
        page_json(votes_json(work.tx, votes), more ? std::optional(votes.back().voter.value) : std::nullopt));
}

http::Reply draft_ballot(Work& work) {
    const auto [process, scope] = reach_process(work, work.id<ProcessId>("process"), domain::Act::edit);
    const auto rules = read_rules(work, process.id, scope, {}, true);
    const auto id = storage::add_ballot(work.tx, process.id, rules, work.actor.account);
    work.record("draft", name_in_audit_trail(id));
    return reply_ballot(work, id, scope, 201);
}

http::Reply change_ballot(Work& work) {
    const auto [ballot, scope] = reach_locked(work, work.id<BallotId>("ballot"), domain::Act::edit);
    require(domain::refuse_change(ballot.state));
    const auto rules = read_rules(work, ballot.process, scope, ballot.rules, false);
    storage::change_rules(work.tx, ballot.id, rules);
    work.record("change", name_in_audit_trail(ballot.id));
    return reply_ballot(work, ballot.id, scope);
}

http::Reply open_ballot(Work& work) {
    const auto ballot = reach_locked(work, work.id<BallotId>("ballot"), domain::Act::edit).ballot;
    Body(work.request).done();
    // Nobody says meanwhile that one more body must be heard.
    const auto process = storage::lock_process(work.tx, ballot.process).value();
    const auto scope = domain::scope_of(process, storage::database_time(work.tx));
    if (const auto* held = domain::held_stage(process, work.now)) require(domain::refuse_stage(process, held->kind));
    require(domain::refuse_opening(ballot.state, ballot.rules.closes, scope.stage, storage::database_time(work.tx)));
    require(refuse_units(work.tx, ballot.rules.units, scope));
    storage::open_ballot(work.tx, ballot.id);
    work.record("open", name_in_audit_trail(ballot.id));
    tell_ballot(work, ballot);
    return reply_ballot(work, ballot.id, scope);
}

http::Reply close_ballot(Work& work) {
    const auto [ballot, scope] = reach_locked(work, work.id<BallotId>("ballot"), domain::Act::edit);
    Body(work.request).done();
    require(domain::refuse_closing(ballot.state));
    // Where somebody else or the clock was quicker, the result is the same.
    if (ballot.state == domain::BallotState::open) {
        storage::close_ballot(work.tx, ballot);
        work.record("close", name_in_audit_trail(ballot.id));
        tell_ballot(work, ballot);
    }
    return reply_ballot(work, ballot.id, scope);
}

http::Reply cast_vote(Work& work) {
    const auto id = work.id<BallotId>("ballot");
    reach_ballot(work, id, domain::Act::vote);
    Body body(work.request);
    const auto choice = body.id<ChoiceId>("choice");
    body.done();
    work.limits.take("vote:account:" + std::to_string(work.actor.account.value), 60, 30);

    // From here to the commit no other vote and no closing of this ballot happens: what is acknowledged is counted.
    const auto [ballot, scope] = reach_locked(work, id, domain::Act::vote);
    const auto part = storage::find_part(work.tx, id, work.actor.account);
    const auto electorate = domain::entitlement(ballot, part.voter);
    if (ballot.state != domain::BallotState::draft && !electorate) throw forbidden("vote.not_entitled");
    if (!domain::takes_votes(ballot.state, ballot.rules.closes, storage::database_time(work.tx))) {
        throw conflict("ballot.not_open");
    }
    const bool offered = std::any_of(ballot.choices.begin(), ballot.choices.end(),
                                     [&](const domain::Choice& offer) { return offer.id == choice; });
    if (!offered) throw invalid("input.not_a_choice", "choice");
    if (part.choice != choice) {
        storage::add_turn(work.tx, id, {work.actor.account, part.turns + 1, *electorate, choice});
        tell_ballot(work, ballot);
    }
    return reply_ballot(work, id, scope);
}

}  // namespace samrad::features
