// Counting votes.
//
// Idea: votes are kept as turns, and each voter's last turn is the one that counts. So counting is: for each voter the
// turn with the highest number, then one for its choice in the electorate that the voter belongs to. The order in which
// turns are handed in means nothing, nor do names: shuffle the voters and nothing changes (anonymity); rename the
// choices and the counts go with them (neutrality).
// Example: a votes for, then against; b votes for. Counted: for 1, against 1, and two voters, not three votes.
// Counter-example: adding one at a cast and taking one away at a change is quicker and drifts with the first mistake.
// Cost: O(n log n) for n turns.
#pragma once

#include <compare>
#include <vector>

#include "domain/ballot/ballot.hpp"

namespace samrad::domain {

struct Turn {
    AccountId voter;
    int number = 0;  // of this voter's turns, from 1
    Electorate electorate = Electorate::members;
    ChoiceId choice;
};

struct Count {
    Electorate electorate = Electorate::members;
    ChoiceId choice;
    int votes = 0;
    auto operator<=>(const Count&) const = default;
};

// One count for each electorate and choice, those without a vote too, members first and choices in their order. Turns
// for choices that are not among them are left out: the schema has none.
std::vector<Count> count_last_turns(const std::vector<ChoiceId>& choices, const std::vector<Turn>& turns);

}  // namespace samrad::domain
