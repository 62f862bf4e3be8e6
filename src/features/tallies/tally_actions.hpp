// What the answers to a consultation come to.
#pragma once

#include "features/perform.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// Who reads the answers sees how things stand; everybody else, once it is closed, what was last shown to all: so that
// nobody is led by how others answered, and two looks tell of no single person.
http::Reply show_tallies(Work& work);

// Sums up what has changed, and renews what everybody is shown of consultations that are closed. Called every few
// seconds, by any number of servers.
void renew_tallies(storage::Pool& pool, Time at);

// Counts the answers anew that were counted by an older program, which knew fewer cells, and says how many those were.
// Those of closed consultations stay as they are: what everybody is shown would follow, and tell of single changes.
int recount_answers(storage::Pool& pool);

}  // namespace samrad::features
