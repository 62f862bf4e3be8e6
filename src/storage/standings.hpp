// Standings: who has which role in which unit, from when to when. Ended, never deleted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/unit/unit.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct NamedStanding {
    domain::Standing standing;
    std::string unit_name;
};

// Those in force now and those that begin later; by unit and role.
std::vector<NamedStanding> standings_of_account(Transaction& tx, AccountId account);
std::vector<NamedStanding> standings_of_unit(Transaction& tx, UnitId unit);
// Also an ended one.
std::optional<NamedStanding> find_standing(Transaction& tx, StandingId standing);

// Whether somebody has the role in the unit now or later.
bool has_standing(Transaction& tx, AccountId account, UnitId unit, domain::Role role);
// `granted_by` 0 is the command line.
StandingId add_standing(Transaction& tx, AccountId account, UnitId unit, domain::Role role, Time from,
                        const std::optional<Time>& to, AccountId granted_by);
// Ends it now; one that has not begun never begins. Nothing where it has ended already.
void end_standing(Transaction& tx, StandingId standing);
// Who has another role than a member's in one of the units now: up to 1,000, those of the last unit first.
std::vector<AccountId> officers_of(Transaction& tx, const std::vector<UnitId>& units);
// How many people administer this very unit now.
int count_administrators(Transaction& tx, UnitId unit);

}  // namespace samrad::storage
