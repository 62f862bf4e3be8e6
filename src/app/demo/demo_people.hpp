// The units and people of the demo organisation.
#pragma once

#include <string>
#include <vector>

#include "base/id.hpp"
#include "storage/pool.hpp"

namespace samrad::app {

struct DemoOrganisation {
    UnitId party;
    UnitId programme_committee;
    UnitId central_board;
    UnitId youth;
    UnitId union_;
    std::vector<UnitId> counties;
    std::vector<UnitId> municipalities;
    AccountId secretary;  // administrator and editor of the party
    AccountId editor;
    AccountId moderator;
    std::vector<AccountId> members;       // of branches all over the tree
    std::vector<AccountId> affiliates;    // of the youth wing and the union
    std::vector<AccountId> participants;  // without any standing
};

// Stores all of it. `password_hash` is the one that everybody gets.
DemoOrganisation add_demo_people(storage::Transaction& tx, const std::string& password_hash);

}  // namespace samrad::app
