// The routes of amendments, recommendations and the merge room.
#pragma once

#include <vector>

#include "features/amendments/amendment_actions.hpp"

namespace samrad::features {

// `texts` must outlive the routes.
std::vector<ActionRoute> amendment_routes(Texts& texts);

}  // namespace samrad::features
