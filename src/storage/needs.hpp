// What waits for somebody.
#pragma once

#include <set>
#include <vector>

#include "base/id.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct Needs {
    std::set<ProcessId> to_vote;    // an open ballot in whose electorate the account is, and no vote of it yet
    std::set<ProcessId> commented;  // where the account has commented already
    // Where an undecided amendment of the account's, or of a unit's that it speaks for, needs its sponsor, or is moot
    // and nobody has said anything of it.
    std::set<ProcessId> to_answer;
    // Where one that it supported was said anew, and it has not said whether it supports that too.
    std::set<ProcessId> to_support;
    // Where a later amendment came to collide with one that it sponsors, and it has not seen that.
    std::set<ProcessId> collided;
};

// What waits for an account, and for the units that it speaks for.
Needs find_needs(Transaction& tx, AccountId account, const std::vector<UnitId>& units,
                 const std::vector<ProcessId>& processes);

}  // namespace samrad::storage
