// Consultees as JSON; see docs/PROTOCOL.md.
#pragma once

#include <vector>

#include "domain/consultation/consultee.hpp"
#include "features/json.hpp"

namespace samrad::features {

// Addresses, and who has opened and was reminded, are for editors alone.
boost::json::object consultee_json(const domain::Consultee& consultee, bool edits);
// The list with its counts. Who has not been written to and need not be heard is for editors alone.
boost::json::object consultees_json(const std::vector<domain::Consultee>& consultees, bool edits);

}  // namespace samrad::features
