// The audit trail: acts of office, append only.
#pragma once

#include <string_view>

#include "base/id.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// `act` is a verb ("hide"), `object` a noun with its id ("comment:12"). No account (0) is the clock or the command
// line.
void add_to_audit_trail(Transaction& tx, AccountId account, std::string_view act, std::string_view object,
                        std::string_view details);

}  // namespace samrad::storage
