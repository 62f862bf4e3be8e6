// What is on record about one's own account, and the erasure of it.
#pragma once

#include "features/passwords.hpp"
#include "features/perform.hpp"

namespace samrad::features {

// All of it as a JSON file: {"made":time,"tables":[{"table","column","rows":[…]}]}.
http::Reply download_own_data(Work& work);

// Erases the account of whoever says its password again. What was said in public stays, under a name that tells nobody.
// Refused where a unit would be left without an administrator (409 unit.last_administrator).
http::Reply erase_me(Work& work, const Passwords& passwords);

}  // namespace samrad::features
