// What a process asks of amendments, as an editor hands it in.
#pragma once

#include "domain/process/process.hpp"
#include "features/body.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// "amendments": {until?, participants?, supporters_needed?, supporters_from?, supporters_units?,
// supporter_units_needed?, each?, chain?}; what is not said stays, a null takes the deadline away.
void read_amendment_rules(Work& work, Body& body, domain::AmendmentRules& rules);

}  // namespace samrad::features
