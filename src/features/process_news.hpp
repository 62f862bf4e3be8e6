// What is told when a process changed.
#pragma once

#include "features/perform.hpp"

namespace samrad::features {

// The page of a process hears that it, or something it lists, changed.
void tell_process(Work& work, ProcessId process);
// The pages of its documents too: its stage may be another one, or whom it is for.
void tell_process_and_documents(Work& work, ProcessId process);

}  // namespace samrad::features
