// Invitations, used from two sides: by signing up, and by somebody who has an account.
#pragma once

#include <string>

#include "domain/unit/unit.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// The invitation that a mailed token stands for, used or not; throws invitation.unknown (Kind::missing).
domain::Invitation reach_invitation(Work& work, const std::string& token);

// Gives the account the standing and marks the invitation as used. The invitation is locked and checked by the caller.
void use_invitation(Work& work, const domain::Invitation& invitation, AccountId account);

}  // namespace samrad::features
