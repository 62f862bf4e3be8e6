// Votes, counts and results.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "domain/ballot/ballot.hpp"
#include "domain/ballot/tally.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// What is known of somebody in a ballot.
struct Part {
    domain::Voter voter;
    std::optional<ChoiceId> choice;  // of the last turn
    int turns = 0;
};
Part find_part(Transaction& tx, BallotId ballot, AccountId account);
// The same in many ballots, in one query; a ballot without an entry is one that the account has no part in.
std::map<BallotId, Part> find_parts(Transaction& tx, const std::vector<BallotId>& ballots, AccountId account);

// Adds a turn, and counts the turnout where it is the first. The ballot must be locked by the transaction.
void add_turn(Transaction& tx, BallotId ballot, const domain::Turn& turn);
std::vector<domain::Turn> all_turns(Transaction& tx, BallotId ballot);

// The results of several ballots in one query each: as they were written at the closing, or as they stand now. Counts
// of choices without votes are there.
std::map<BallotId, std::vector<domain::Count>> find_tallies(Transaction& tx, const std::vector<BallotId>& ballots);
std::map<BallotId, std::vector<domain::Count>> running_counts(Transaction& tx, const std::vector<BallotId>& ballots);

// Who voted what: last turns.
struct NamedVote {
    AccountId voter;
    domain::Electorate electorate = domain::Electorate::members;
    ChoiceId choice;
};
// Members first, by name.
std::vector<NamedVote> first_named_votes(Transaction& tx, BallotId ballot, int most);
// By account, from the one after `after` on.
std::vector<NamedVote> list_named_votes(Transaction& tx, BallotId ballot, AccountId after, int most);

}  // namespace samrad::storage
