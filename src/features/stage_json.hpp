// Stages as JSON: processes and documents both show them.
#pragma once

#include <vector>

#include "domain/process/process.hpp"
#include "features/json.hpp"

namespace samrad::features {

// {"id":8,"title":"…","kind":"discussing","starts":…,"ends":…}; the end is the next stage's start, where it has one.
boost::json::object stage_json(const std::vector<domain::Stage>& stages, const domain::Stage& stage);
// The stage that is on now, or null.
boost::json::value present_stage_json(const domain::Process& process, Time now);

}  // namespace samrad::features
