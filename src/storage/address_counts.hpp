// How many answers came from an address on one day, without keeping the address.
#pragma once

#include <string>

#include "base/id.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// Counts one more answer from an address today, unless `most` came already: false then. The address is kept only as a
// hash under a key of the day, and both are deleted by forget_addresses. Answers from one address wait for each other
// until the act is over.
bool count_address(Transaction& tx, ConsultationId consultation, const std::string& address, int most);
// Deletes what is left of days before today; returns how many rows.
long forget_addresses(Transaction& tx);

}  // namespace samrad::storage
