// The demo organisation's programme of sixty pages, open for amendments, and the three hundred that have come.
#pragma once

#include "app/demo/demo_people.hpp"
#include "domain/process/process.hpp"
#include "features/texts.hpp"

namespace samrad::app {

// How many have to support one of them before a body takes it up.
inline constexpr int programme_supporters = 3;

// The bodies that recommend in turn: a branch, its county board and the committee that edits. Their names are not
// needed.
std::vector<domain::NamedUnit> programme_chain(const DemoOrganisation& all);

// Stores the document in a process that is at the stage of amending, with its amendments, their supporters, what bodies
// along the chain recommend and the minorities' dissents. Throws std::runtime_error where an amendment of programme/
// speaks of words that stand not exactly once in the text.
DocumentId add_demo_programme(storage::Transaction& tx, ProcessId process, const DemoOrganisation& all,
                              features::Texts& texts);

}  // namespace samrad::app
