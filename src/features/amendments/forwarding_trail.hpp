// Where amendments were sent on from and to, as far as a reader may see it.
#pragma once

#include <map>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "features/json.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// Of each that was sent on and whose other end the actor may read: {"from":end|null,"to":[end]}, where an end is
// {"id","number","state","changed":bool,"document":{"id","title"},"unit":{"id","name"}} of the amendment there.
std::map<AmendmentId, boost::json::object> forwarding_trails(Work& work,
                                                             const std::vector<domain::Amendment>& amendments);

}  // namespace samrad::features
