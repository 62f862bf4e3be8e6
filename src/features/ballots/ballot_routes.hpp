#pragma once

#include <vector>

#include "features/ballots/ballot_actions.hpp"

namespace samrad::features {

// The routes of ballots; see docs/PROTOCOL.md.
std::vector<ActionRoute> ballot_routes();

}  // namespace samrad::features
