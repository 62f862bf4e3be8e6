// Which body decides on the amendments to a document.
#pragma once

#include "domain/document/document.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// By a vote the unit whose process it is; without one the committee that edits, where the chain of the process ends
// with it, else that unit too. As the process is now: a decision keeps its own (storage::Decision::by).
struct DecidingBodies {
    UnitId voting;
    UnitId editing;
};
DecidingBodies deciding_bodies(storage::Transaction& tx, ProcessId process);

}  // namespace samrad::features
