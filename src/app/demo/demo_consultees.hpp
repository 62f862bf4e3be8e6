// Whom the demo's consultation was sent to, what came of it, and the forms that the party keeps.
#pragma once

#include "app/demo/demo_people.hpp"
#include "storage/pool.hpp"

namespace samrad::app {

// Units and organisations in every state: some have answered as a body, one of them on paper, one has declined, one was
// waived by an editor, and two that must be heard are still awaited.
void add_demo_consultees(storage::Transaction& tx, ConsultationId consultation, const DemoOrganisation& all);
// Forms to begin from.
void add_demo_templates(storage::Transaction& tx, ConsultationId consultation, const DemoOrganisation& all);

}  // namespace samrad::app
