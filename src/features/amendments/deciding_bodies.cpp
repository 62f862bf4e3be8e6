#include "features/amendments/deciding_bodies.hpp"

#include "storage/processes.hpp"
#include "storage/units.hpp"

namespace samrad::features {

DecidingBodies deciding_bodies(storage::Transaction& tx, ProcessId id) {
    const auto process = storage::find_process(tx, id);
    DecidingBodies bodies{process->unit, process->unit};
    if (process->amendments.chain.empty()) return bodies;
    const auto last = storage::find_unit(tx, process->amendments.chain.back().id);
    if (last && last->kind == domain::UnitKind::committee) bodies.editing = last->id;
    return bodies;
}

}  // namespace samrad::features
