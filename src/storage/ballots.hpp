// Ballots and their way from draft to closed. The rules of a ballot that is open or closed cannot be written: triggers
// see to it.
#pragma once

#include <optional>
#include <vector>

#include "domain/ballot/ballot.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

std::optional<domain::Ballot> find_ballot(Transaction& tx, BallotId ballot);
// The same, and its row is locked until the end of the transaction: whoever changes a ballot or votes in it comes one
// at a time. Everything inside is read after the lock was got.
std::optional<domain::Ballot> lock_ballot(Transaction& tx, BallotId ballot);
// Newest first.
std::vector<domain::Ballot> ballots_of(Transaction& tx, ProcessId process);

// A draft. Of the rules everything is stored.
BallotId add_ballot(Transaction& tx, ProcessId process, const domain::BallotRules& rules, AccountId author);
// Writes the rules of a draft anew; choices are new ones then.
void change_rules(Transaction& tx, BallotId ballot, const domain::BallotRules& rules);

// The confirmed accounts with a standing in force now in one of the units or below: the electorate, were it frozen now.
int count_electorate(Transaction& tx, const std::vector<UnitId>& units);
// Freezes the electorate and opens, of a ballot that was locked as a draft.
void open_ballot(Transaction& tx, BallotId ballot);
// Counts, writes the tallies and closes, of a ballot that was locked while open.
void close_ballot(Transaction& tx, const domain::Ballot& ballot);

// The database's time at this moment, not at the beginning of the transaction.
Time database_time(Transaction& tx);

// The paths of the units that vote in the process's open ballots.
std::vector<std::vector<UnitId>> paths_of_voting_units(Transaction& tx, ProcessId process);

// What the clock has to do: drafts whose time to open has come (and whose time to close has not), and open ones whose
// time to close has come.
std::vector<BallotId> due_ballots(Transaction& tx);

}  // namespace samrad::storage
