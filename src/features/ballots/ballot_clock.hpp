// Opening and closing by the time of day.
#pragma once

#include <functional>
#include <vector>

#include "live/hub.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// Opens and closes the ballots whose time has come, each in a transaction of its own, and announces what changed.
// Called every second, by any number of servers: whoever gets the lock second finds nothing left to do. A ballot whose
// process is not at a stage that allows votes waits for that stage.
void open_and_close_due(storage::Pool& pool, const std::function<void(const std::vector<live::Topic>&)>& announce);

}  // namespace samrad::features
