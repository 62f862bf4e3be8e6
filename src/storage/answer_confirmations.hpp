// Mailed links that make an answer count which came without a proof of work.
#pragma once

#include <string>

#include "base/id.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// A link for one use within a day; those that were mailed for the answer before end.
void add_confirmation(Transaction& tx, AnswerId answer, const std::string& token_hash);

enum class Confirmed { now, before, too_late, unknown };
// Uses the link: an answer that is unconfirmed becomes submitted, or held where it has a reason to wait, and gets its
// receipt.
Confirmed confirm_answer(Transaction& tx, AnswerId answer, const std::string& token_hash);

}  // namespace samrad::storage
