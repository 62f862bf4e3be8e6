// What those who stand behind amendments are told of: collisions that came later.
#pragma once

#include <map>
#include <vector>

#include "base/id.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// That `later`, as it stands now, collides with those of `others`: in the place of what was kept of its words before.
void keep_collisions(Transaction& tx, AmendmentId later, const std::vector<AmendmentId>& others);

struct LaterOne {
    AmendmentId id;
    int number = 0;
};
// Of each pending amendment that somebody sponsors, first or beside others, the pending ones of others that came to
// collide with it and that they have not seen, by number, at most `most` of each.
std::map<AmendmentId, std::vector<LaterOne>> unseen_collisions(Transaction& tx, AccountId account, int most);

// They have seen all that there is.
void see_collisions(Transaction& tx, AccountId account);

}  // namespace samrad::storage
