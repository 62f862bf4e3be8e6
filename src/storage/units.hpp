// Units: the trees of organisations.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/unit/unit.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// Every unit, a parent always before its children.
std::vector<domain::Unit> all_units(Transaction& tx);
std::optional<domain::Unit> find_unit(Transaction& tx, UnitId unit);
// The paths of those units that exist, in no order, each once.
std::vector<std::vector<UnitId>> paths_of_units(Transaction& tx, const std::vector<UnitId>& units);
// The path is made from the parent's; the unit's id and path are not read. Throws where the parent does not exist.
UnitId add_unit(Transaction& tx, const domain::Unit& unit);
void rename_unit(Transaction& tx, UnitId unit, std::string_view name);
// Until the commit nobody else who asks for the same lock goes on.
void lock_unit(Transaction& tx, UnitId unit);

// What sort of organisation the root of an affiliate's tree is: youth, union or other. Answers are counted by it.
void set_affiliation(Transaction& tx, UnitId unit, std::string_view affiliation);

}  // namespace samrad::storage
