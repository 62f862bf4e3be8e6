// Whose request it is, where a proxy may stand between.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"

namespace samrad::http {

// An address in its usual form ("::ffff:127.0.0.1" is "127.0.0.1"); empty where the text is no IPv4 or IPv6 address.
std::string plain_address(std::string_view text);

// The client's address. X-Forwarded-For is read only where the peer is a trusted proxy (addresses made by
// plain_address): from the right, past trusted proxies, to the first address that none of ours has added.
// Everything left of it was written by the client itself and proves nothing.
std::string client_address(const Request& request, const std::string& peer, const std::vector<std::string>& trusted);

}  // namespace samrad::http
