// Telling everybody who wanted it what became of their answer, behind the commit of a report.
#pragma once

#include "features/site.hpp"
#include "storage/pool.hpp"

namespace samrad::features {

// Writes the next batch of mails, at most `most`; returns whether there may be more to do. A batch is one transaction:
// the links, the mails and how far it came are stored together or not at all, so that a server that dies in between
// tells nobody twice and leaves nobody out. Several servers share the work without meeting.
bool tell_outcomes(storage::Pool& pool, const Site& site, int most);

}  // namespace samrad::features
