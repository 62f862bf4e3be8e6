// Forgotten passwords.
#pragma once

#include "features/passwords.hpp"
#include "features/perform.hpp"
#include "features/site.hpp"

namespace samrad::features {

// Answers 202 whether the address is known or not; a mail goes out only where it is.
http::Reply ask_for_new_password(Work& work, const Site& site);
// Uses the mailed link: sets the password, confirms the address, since the link came through it, and signs out
// everywhere. Uses no invitation.
http::Reply choose_new_password(Work& work, const Site& site, const Passwords& passwords);

}  // namespace samrad::features
