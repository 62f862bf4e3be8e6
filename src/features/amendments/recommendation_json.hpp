// What bodies have said of amendments, as JSON.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "features/json.hpp"
#include "features/perform.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// A change of the version that a recommendation is about, as a difference: what the body would adopt in the amendment's
// place, and where the sponsor has said it anew since, what the body had before it.
using Wording = std::function<boost::json::array(const domain::Recommendation&, const std::string& change)>;

// The published ones of each amendment that count, in the order of storage::published_recommendations, with their
// dissents and, in "before", what the body published before, the newest first.
std::map<AmendmentId, boost::json::array> recommendations_by_amendment(storage::Transaction& tx,
                                                                       const std::vector<AmendmentId>& ids,
                                                                       const Wording& wording);

// What the bodies that the actor may speak for keep back on pending amendments, in the same shape: "published" is null.
// Nobody else is given them.
std::map<AmendmentId, boost::json::array> kept_by_amendment(Work& work, const std::vector<AmendmentId>& ids,
                                                            const Wording& wording);

}  // namespace samrad::features
