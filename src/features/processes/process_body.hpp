// What an editor sends of a process, in the parts of which a new one and a change both are made.
#pragma once

#include <optional>
#include <vector>

#include "domain/process/process.hpp"
#include "features/body.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// Stages as sent: [{"id"?:8,"title":"…","kind":"discussing","starts":time|null}]; nothing where they are not named.
std::optional<std::vector<domain::Stage>> read_stages(Body& body);
// Units that exist.
std::vector<UnitId> read_units(Work& work, Body& body);
// "amendments": {until?, participants?, supporters_needed?, supporters_from?, each?, chain?}; what is not said stays, a
// null takes the deadline away.
void read_amendment_rules(Work& work, Body& body, domain::AmendmentRules& rules);

}  // namespace samrad::features
