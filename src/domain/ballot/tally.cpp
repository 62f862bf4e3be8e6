#include "domain/ballot/tally.hpp"

#include <map>
#include <utility>

namespace samrad::domain {

std::vector<Count> count_last_turns(const std::vector<ChoiceId>& choices, const std::vector<Turn>& turns) {
    std::map<AccountId, const Turn*> last;
    for (const auto& turn : turns) {
        const Turn*& known = last[turn.voter];
        if (!known || turn.number > known->number) known = &turn;
    }
    std::map<std::pair<Electorate, ChoiceId>, int> votes;
    for (const auto& [voter, turn] : last) ++votes[{turn->electorate, turn->choice}];
    std::vector<Count> counts;
    for (const auto electorate : {Electorate::members, Electorate::participants}) {
        for (const auto choice : choices) counts.push_back({electorate, choice, votes[{electorate, choice}]});
    }
    return counts;
}

}  // namespace samrad::domain
