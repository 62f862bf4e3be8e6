// Amendments to the demo organisation's programme: some free of each other, some that collide, some that say the same.
#pragma once

#include "app/demo/demo_people.hpp"
#include "features/texts.hpp"

namespace samrad::app {

// A member supports an amendment, for the units in which they stand.
void add_demo_support(storage::Transaction& tx, AmendmentId amendment, AccountId who);

// Stores and submits them on the document's newest version, with supporters and a published recommendation on some.
void add_demo_amendments(storage::Transaction& tx, DocumentId document, const DemoOrganisation& all,
                         features::Texts& texts);

}  // namespace samrad::app
