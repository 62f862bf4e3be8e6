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
    std::set<ProcessId>
        to_answer;  // where an amendment of the account's stands on a later text, and it has said nothing
};

Needs find_needs(Transaction& tx, AccountId account, const std::vector<ProcessId>& processes);

}  // namespace samrad::storage
