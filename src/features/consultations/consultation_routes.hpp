#pragma once

#include <vector>

#include "features/perform.hpp"
#include "features/plain_page.hpp"
#include "features/site.hpp"

namespace samrad::features {

class Texts;

// The routes of consultations and the pages on which they are answered; see docs/PROTOCOL.md.
std::vector<ActionRoute> consultation_routes(PlainPages pages, Site site, Texts& texts);

}  // namespace samrad::features
