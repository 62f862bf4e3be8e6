#pragma once

#include <vector>

#include "features/processes/process_actions.hpp"

namespace samrad::features {

// The routes of processes; see docs/PROTOCOL.md.
std::vector<ActionRoute> process_routes(BallotsOfProcess ballots);

}  // namespace samrad::features
