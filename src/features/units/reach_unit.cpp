#include "features/units/reach_unit.hpp"

#include "storage/units.hpp"

namespace samrad::features {

domain::Unit reach_unit(Work& work, UnitId id) {
    auto unit = storage::find_unit(work.tx, id);
    if (!unit) throw missing();
    return *std::move(unit);
}

domain::Unit reach_administered_unit(Work& work, UnitId id) {
    auto unit = reach_unit(work, id);
    require(domain::refuse_administration(work.actor, unit.path));
    return unit;
}

}  // namespace samrad::features
