#pragma once

#include <vector>

#include "features/passwords.hpp"
#include "features/perform.hpp"
#include "features/site.hpp"

namespace samrad::features {

// The routes of sessions; see docs/PROTOCOL.md. `passwords` outlives them.
std::vector<ActionRoute> session_routes(const Site& site, const Passwords& passwords);

}  // namespace samrad::features
