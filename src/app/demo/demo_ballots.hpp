// The votes of the demo organisation.
#pragma once

#include "app/demo/demo_people.hpp"
#include "base/id.hpp"
#include "base/time.hpp"
#include "storage/pool.hpp"

namespace samrad::app {

// In a process at the stage of voting: an open ballot on the document with votes cast, one that is closed with its
// result, and a draft.
void add_demo_ballots(storage::Transaction& tx, ProcessId process, DocumentId document, const DemoOrganisation& all,
                      Time today);

}  // namespace samrad::app
