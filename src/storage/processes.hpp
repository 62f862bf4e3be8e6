// Processes and their stages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/process/process.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

std::optional<domain::Process> find_process(Transaction& tx, ProcessId process);
// The same, and its row is locked until the commit. Whoever begins a stage, opens a ballot, or says who must be heard
// comes one at a time, so that nothing opens past a body that is just being asked.
std::optional<domain::Process> lock_process(Transaction& tx, ProcessId process);
std::vector<domain::Process> find_processes(Transaction& tx, const std::vector<ProcessId>& processes);

// Every process, or those of one unit, newest first, after `after` (0: from the newest), at most `limit`. Who may see
// which is decided above.
std::vector<domain::Process> list_processes(Transaction& tx, ProcessId after, int limit, UnitId unit = {});

// Stores a new process with its named units and stages; the ids inside are ignored. Returns its id.
ProcessId add_process(Transaction& tx, const domain::Process& process, AccountId author);
// Writes title, description, audience, named units and whether participants are admitted.
void update_process(Transaction& tx, const domain::Process& process);
// Puts the stages in place of the old ones. Stages keep their ids where they have one of this process.
void replace_stages(Transaction& tx, ProcessId process, const std::vector<domain::Stage>& stages);
// The stage begins now. False where it is not one of the process.
bool begin_stage(Transaction& tx, ProcessId process, StageId stage, Time at);

// Processes in which a stage began after `since` and not after `until` by the clock, or a body was heard on which one
// may have waited: their pages must hear of it.
std::vector<ProcessId> processes_with_new_stage(Transaction& tx, Time since, Time until);

}  // namespace samrad::storage
