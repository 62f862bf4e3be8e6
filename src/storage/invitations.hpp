// Invitations: mailed links that give their one user a standing, once.
#pragma once

#include <optional>
#include <string>

#include "domain/unit/unit.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// `invited_by` 0 is the command line; `token_hash` is 32 raw bytes. The invitation's id and `used` are not read.
InvitationId add_invitation(Transaction& tx, const domain::Invitation& invitation, AccountId invited_by,
                            const std::string& token_hash);
std::optional<domain::Invitation> find_invitation(Transaction& tx, const std::string& token_hash);
// Locked until the commit, so that two tries at once use it once.
std::optional<domain::Invitation> lock_invitation(Transaction& tx, InvitationId invitation);
void use_invitation(Transaction& tx, InvitationId invitation, AccountId account);

}  // namespace samrad::storage
