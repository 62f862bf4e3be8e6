#pragma once

#include <vector>

#include "features/perform.hpp"

namespace samrad::features {

// The routes of those who read answers; see docs/PROTOCOL.md.
std::vector<ActionRoute> reading_routes();

}  // namespace samrad::features
