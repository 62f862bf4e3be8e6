#include "features/ballots/ballot_units.hpp"

#include <algorithm>

#include "storage/units.hpp"

namespace samrad::features {

std::optional<Problem> refuse_units(storage::Transaction& tx, const std::vector<UnitId>& units,
                                    const domain::Scope& scope) {
    const auto paths = storage::paths_of_units(tx, units);
    const bool all =
        std::all_of(paths.begin(), paths.end(), [&](const auto& path) { return domain::is_for(scope, path); });
    if (!all) return invalid("ballot.units_outside_audience", "units");
    return std::nullopt;
}

}  // namespace samrad::features
