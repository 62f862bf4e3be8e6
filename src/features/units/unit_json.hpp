// Units as JSON.
#pragma once

#include "domain/permission/permission.hpp"
#include "domain/unit/unit.hpp"
#include "features/json.hpp"

namespace samrad::features {

boost::json::object unit_json(const domain::Unit& unit, const domain::Actor& actor);
boost::json::object invitation_json(const domain::Invitation& invitation);

}  // namespace samrad::features
