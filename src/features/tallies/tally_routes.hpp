#pragma once

#include <vector>

#include "features/perform.hpp"

namespace samrad::features {

// The route of what answers come to; see docs/PROTOCOL.md.
std::vector<ActionRoute> tally_routes();

}  // namespace samrad::features
