// A consultation of the demo, with answers to it.
#pragma once

#include "app/demo/demo_people.hpp"
#include "base/time.hpp"
#include "storage/pool.hpp"

namespace samrad::app {

// An open consultation of the process, every kind of question in it, and `count` answers, the same
// every time.
void add_demo_consultation(storage::Transaction& tx, ProcessId process, const DemoOrganisation& all, Time today,
                           int count);

}  // namespace samrad::app
