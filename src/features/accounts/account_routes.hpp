#pragma once

#include <vector>

#include "features/passwords.hpp"
#include "features/perform.hpp"
#include "features/site.hpp"

namespace samrad::features {

// The routes of accounts and passwords; see docs/PROTOCOL.md. `passwords` outlives them.
std::vector<ActionRoute> account_routes(const Site& site, const Passwords& passwords);

}  // namespace samrad::features
