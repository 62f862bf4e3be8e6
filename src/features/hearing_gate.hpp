// The hearing gate: nothing is decided before everybody who must be heard has been.
#pragma once

#include "features/perform.hpp"

namespace samrad::features {

// Before somebody is made one that must be heard: refuses where the process is at a stage that decides (what has begun
// does not end again), and keeps stages and ballots of the process from beginning until the commit.
void require_before_decision(Work& work, ProcessId process);

}  // namespace samrad::features
