// Whose request it is, where a proxy may stand between.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"

namespace samrad::http {

// An address in its usual form ("::ffff:127.0.0.1" is "127.0.0.1"); empty where the text is no IPv4 or IPv6 address.
std::string plain_address(std::string_view text);

// Whose hands an address is in, for limits: an IPv4 address itself, of an IPv6 address the first 64 bits, which one
// customer has all of ("2001:db8:1:2::"). "" where the text is no address.
std::string network_of(std::string_view address);

// The client's address. X-Forwarded-For is read only where the peer is a trusted proxy (addresses made by
// plain_address): from the right, past trusted proxies, to the first address that none of ours has added.
// Everything left of it was written by the client itself and proves nothing.
std::string client_address(const Request& request, const std::string& peer, const std::vector<std::string>& trusted);

}  // namespace samrad::http
