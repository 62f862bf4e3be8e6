// What became of amendments, as JSON.
#pragma once

#include <map>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "features/json.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

// Of those that are adopted or rejected: by which body, with which version, when, how a meeting voted, and why. The
// same for everybody. `stands` is empty here: standing_words tells it. `voted` are the results that count.
std::map<AmendmentId, boost::json::object> decided_by_amendment(
    storage::Transaction& tx, const std::vector<domain::Amendment>& amendments,
    const std::map<AmendmentId, storage::StoredResult>& voted);

// {"for"?,"against"?,"abstain"?}
boost::json::object votes_json(const domain::VoteCount& votes);

}  // namespace samrad::features
