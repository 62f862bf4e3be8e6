// What proofs of work are signed with, and which were used.
#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// Newest first: the first signs, all of them count. Never empty.
std::vector<std::string> proof_keys(Transaction& tx);
// A new key once the newest is a day old; those over two days are deleted, and so are used proofs that have run out.
void renew_proof_keys(Transaction& tx);

// Notes that a proof was used, until it would have run out anyway. False where it was used before; of two requests at
// once one gets true.
bool use_proof(Transaction& tx, const std::string& proof_hash, Time expires);

}  // namespace samrad::storage
