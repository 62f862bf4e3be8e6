// Where the marks of themes are that readers know and that are gone.
#pragma once

#include "features/json.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// [{"theme","title","into"}]
boost::json::array merged_json(Work& work, ConsultationId consultation);

}  // namespace samrad::features
