// What the demo's committee answered: themes, marked passages, three responses and a published report.
#pragma once

#include "app/demo/demo_people.hpp"
#include "features/texts.hpp"
#include "storage/pool.hpp"

namespace samrad::app {

// For the newest consultation of the process. The marks follow from
// the answers' words and are the same every time.
void add_demo_responses(storage::Transaction& tx, ProcessId process, DocumentId document, const DemoOrganisation& all,
                        features::Texts& texts);

}  // namespace samrad::app
