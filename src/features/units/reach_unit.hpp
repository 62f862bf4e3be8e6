// From an id to the unit.
#pragma once

#include "domain/unit/unit.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// Units are no secret: whoever asks gets them. Throws Kind::missing where there is none.
domain::Unit reach_unit(Work& work, UnitId unit);
// The same for somebody who administers it; throws the refusal otherwise.
domain::Unit reach_administered_unit(Work& work, UnitId unit);

}  // namespace samrad::features
