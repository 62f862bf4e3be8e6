// Ballots as JSON; see docs/PROTOCOL.md.
#pragma once

#include <vector>

#include "domain/ballot/ballot.hpp"
#include "domain/permission/permission.hpp"
#include "features/json.hpp"
#include "features/perform.hpp"
#include "storage/votes.hpp"

namespace samrad::features {

// As everybody who may read the process may see it: no mine, may, votes, warnings; results only where everybody may see
// them. {} for a draft, which editors alone may see, and for a ballot that does not exist.
boost::json::object ballot_event(storage::Transaction& tx, BallotId ballot);

// Whether everybody who sees the ballot may know who voted what.
bool votes_are_told(const domain::Ballot& ballot);
boost::json::array votes_json(storage::Transaction& tx, const std::vector<storage::NamedVote>& votes);

// As the actor may see it, with the first votes (where they are named and results are visible), mine, may and warnings.
boost::json::object ballot_json(Work& work, const domain::Ballot& ballot, const domain::Scope& scope);

// Several ballots of one process, without the lists of votes. A fixed number of queries for any number of ballots.
boost::json::array ballots_json(Work& work, const std::vector<domain::Ballot>& ballots, const domain::Scope& scope);

}  // namespace samrad::features
