// Signing in and out.
#pragma once

#include "features/passwords.hpp"
#include "features/perform.hpp"
#include "features/site.hpp"

namespace samrad::features {

// An unknown address and a wrong password are one answer in one time: 401 session.wrong. Only with the right password
// does anybody learn that the address is not confirmed (403 session.unconfirmed).
http::Reply sign_in(Work& work, const Site& site, const Passwords& passwords);
http::Reply sign_out(Work& work);
http::Reply sign_out_everywhere(Work& work);

}  // namespace samrad::features
