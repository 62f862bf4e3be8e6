// Who tries: keys for limits.
#pragma once

#include <string>
#include <string_view>

#include "features/perform.hpp"

namespace samrad::features {

// The part of a client's address that one person can be held to: all of an IPv4 address, the first 64 bits of an IPv6
// one, since a household has all the rest.
std::string home_of(std::string_view remote_address);

// One try of the request's sender: `per_minute` in the long run, `burst` at once. Throws Kind::limited.
void limit_sender(Work& work, std::string_view act, double per_minute, double burst);
// One try about an address of mail, whoever sends it.
void limit_email(Work& work, std::string_view act, std::string_view email, double per_minute, double burst);

}  // namespace samrad::features
