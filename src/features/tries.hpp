// Who tries: keys for limits.
#pragma once

#include <string>
#include <string_view>

#include "features/perform.hpp"

namespace samrad::features {

// One try of the request's sender: `per_minute` in the long run, `burst` at once. Throws Kind::limited.
void limit_sender(Work& work, std::string_view act, double per_minute, double burst);
// One try about an address of mail, whoever sends it.
void limit_email(Work& work, std::string_view act, std::string_view email, double per_minute, double burst);

}  // namespace samrad::features
