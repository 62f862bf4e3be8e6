// What those who stand behind amendments are told of: collisions that came later.
#pragma once

#include <map>
#include <vector>

#include "base/id.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// That `later`, as it stands now, collides with those of `others`, which were there before it: in the place of what was
// kept of its words before. `met` are all with which it collides now; of later ones no other stays its collision.
void keep_collisions(Transaction& tx, AmendmentId later, const std::vector<AmendmentId>& others,
                     const std::vector<AmendmentId>& met);

struct LaterOne {
    AmendmentId id;
    int number = 0;
};
// Of each pending amendment that somebody sponsors, first or beside others or for one of these units, the pending ones
// of others that came to collide with it and that they have not seen, by number, at most `most` of each.
std::map<AmendmentId, std::vector<LaterOne>> unseen_collisions(Transaction& tx, AccountId account,
                                                               const std::vector<UnitId>& units, int most);

// They have seen what unseen_collisions() tells now.
void see_collisions(Transaction& tx, AccountId account, const std::vector<UnitId>& units, int most);

}  // namespace samrad::storage
