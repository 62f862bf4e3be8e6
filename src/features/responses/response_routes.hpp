#pragma once

#include <vector>

#include "features/perform.hpp"
#include "features/plain_page.hpp"
#include "features/site.hpp"
#include "features/texts.hpp"
#include "paper/press.hpp"

namespace samrad::features {

// The routes of responses, reports and outcomes; see docs/PROTOCOL.md. What is handed in outlives them.
std::vector<ActionRoute> response_routes(PlainPages pages, const Site& site, Texts& texts, paper::Press& press);

}  // namespace samrad::features
