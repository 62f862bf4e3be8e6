#pragma once

#include <vector>

#include "features/perform.hpp"
#include "features/site.hpp"

namespace samrad::features {

// The routes of units, standings, invitations and the search for people; see docs/PROTOCOL.md.
std::vector<ActionRoute> unit_routes(const Site& site);

}  // namespace samrad::features
