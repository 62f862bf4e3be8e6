#include "features/ballots/ballot_clock.hpp"

#include "domain/process/process.hpp"
#include "features/ballots/ballot_topics.hpp"
#include "features/ballots/ballot_units.hpp"
#include "storage/audit_trail.hpp"
#include "storage/ballots.hpp"
#include "storage/events.hpp"
#include "storage/processes.hpp"

namespace samrad::features {

namespace {

enum class Step { none, open, close };

// What is to be done with a ballot, decided behind its lock.
Step next_step(storage::Transaction& tx, const domain::Ballot& ballot) {
    const Time at = storage::database_time(tx);
    if (ballot.state == domain::BallotState::open) {
        return domain::takes_votes(ballot.state, ballot.rules.closes, at) ? Step::none : Step::close;
    }
    if (!ballot.rules.opens || *ballot.rules.opens > at) return Step::none;
    // Nobody says meanwhile that one more body must be heard; while one is awaited, no stage is for voting.
    const auto process = storage::lock_process(tx, ballot.process);
    const auto scope = domain::scope_of(process.value(), storage::database_time(tx));
    if (refuse_units(tx, ballot.rules.units, scope)) return Step::none;
    return domain::refuse_opening(ballot.state, ballot.rules.closes, scope.stage, at) ? Step::none : Step::open;
}

std::vector<live::Topic> step(storage::Pool& pool, BallotId id) {
    storage::Transaction tx(pool, storage::Mode::write);
    const auto ballot = storage::lock_ballot(tx, id);
    if (!ballot) return {};
    const auto next = next_step(tx, *ballot);
    if (next == Step::none) return {};
    if (next == Step::open) storage::open_ballot(tx, id);
    if (next == Step::close) storage::close_ballot(tx, *ballot);
    storage::add_to_audit_trail(tx, AccountId{}, next == Step::open ? "open" : "close", name_in_audit_trail(id), "");
    auto topics = topics_of(*ballot);
    for (const auto& topic : topics) storage::append_event(tx, topic, "ballot", id.value);
    tx.commit();
    return topics;
}

}  // namespace

void open_and_close_due(storage::Pool& pool, const std::function<void(const std::vector<live::Topic>&)>& announce) {
    std::vector<BallotId> due;
    {
        storage::Transaction tx(pool, storage::Mode::read);
        due = storage::due_ballots(tx);
    }
    for (const auto id : due) {
        const auto topics = step(pool, id);
        if (!topics.empty()) announce(topics);
    }
}

}  // namespace samrad::features
