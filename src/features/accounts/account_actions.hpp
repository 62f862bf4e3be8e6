// Signing up, confirming an address, and what one may change about oneself.
#pragma once

#include "features/passwords.hpp"
#include "features/perform.hpp"
#include "features/site.hpp"

namespace samrad::features {

http::Reply show_me(Work& work, const Site& site);
http::Reply change_me(Work& work, const Site& site);

// Answers 202 whether the address has an account or not, and writes a mail either way; only its reader learns which.
http::Reply sign_up(Work& work, const Site& site, const Passwords& passwords);
// Uses the mailed link: the account becomes what was said at that sign-up, and the browser is signed in.
http::Reply confirm(Work& work, const Site& site);

}  // namespace samrad::features
