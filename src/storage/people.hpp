// What others see of an account.
#pragma once

#include <map>
#include <set>

#include "domain/account/account.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// Names and groups of many accounts in one query. An erased account has a name that stays and tells nobody.
std::map<AccountId, domain::Person> find_people(Transaction& tx, const std::set<AccountId>& accounts);
domain::Person find_person(Transaction& tx, AccountId account);

}  // namespace samrad::storage
