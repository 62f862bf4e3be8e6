// Invitations into a unit.
#pragma once

#include "features/perform.hpp"
#include "features/site.hpp"

namespace samrad::features {

// Answers alike whether the address has an account or not. The token is in the mail alone: not even the one who invites
// can use it.
http::Reply invite(Work& work, const Site& site);
// What the invitation is to; for anybody who has its token.
http::Reply show_invitation(Work& work);
// Gives the standing to the one who is signed in, if it is the one who was invited. Answers `me`.
http::Reply accept_invitation(Work& work, const Site& site);

}  // namespace samrad::features
