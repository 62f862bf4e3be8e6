// What people do with processes.
#pragma once

#include <functional>

#include "features/json.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// Hands in the ballots of a process as JSON: ballots are a feature of their own.
using BallotsOfProcess = std::function<boost::json::array(Work&, ProcessId)>;

http::Reply list_processes(Work& work);
http::Reply show_process(Work& work, const BallotsOfProcess& ballots);
http::Reply begin_process(Work& work, const BallotsOfProcess& ballots);
http::Reply edit_process(Work& work, const BallotsOfProcess& ballots);
http::Reply begin_stage(Work& work, const BallotsOfProcess& ballots);

// The same as JSON, for the pages that the server renders. `process` throws `missing` as the action does.
// `unit`: the processes of that unit alone; 0 for those of all.
boost::json::object processes_for(Work& work, std::int64_t after, int limit, UnitId unit = {});
boost::json::object process_for(Work& work, ProcessId process, const BallotsOfProcess& ballots);

}  // namespace samrad::features
