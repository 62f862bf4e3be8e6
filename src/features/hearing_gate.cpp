#include "features/hearing_gate.hpp"

#include "domain/consultation/consultee.hpp"
#include "storage/ballots.hpp"
#include "storage/processes.hpp"

namespace samrad::features {

void require_before_decision(Work& work, ProcessId id) {
    const auto process = storage::lock_process(work.tx, id).value();
    // The time is read behind the lock: waiting for it, the stage may have changed.
    require(domain::refuse_requirement(domain::scope_of(process, storage::database_time(work.tx)).stage));
}

}  // namespace samrad::features
