// Whose ballot it may be.
#pragma once

#include <optional>
#include <vector>

#include "base/problem.hpp"
#include "domain/permission/permission.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// ballot.units_outside_audience (invalid, field "units") where a member of one of the units could not read the process:
// such an elector could not vote. Asked when a ballot is drafted or changed, and again at the opening, since the
// audience may have changed.
std::optional<Problem> refuse_units(storage::Transaction& tx, const std::vector<UnitId>& units,
                                    const domain::Scope& scope);

}  // namespace samrad::features
