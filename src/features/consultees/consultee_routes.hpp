#pragma once

#include <vector>

#include "features/perform.hpp"
#include "features/plain_page.hpp"
#include "features/site.hpp"

namespace samrad::features {

// The routes of consultees and the pages behind their links; see docs/PROTOCOL.md.
std::vector<ActionRoute> consultee_routes(PlainPages pages, Site site);

}  // namespace samrad::features
