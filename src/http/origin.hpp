// Which pages may open a socket.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"

namespace samrad::http {

// An origin as a browser writes it: lower case, no default port, no slash at the end.
std::string plain_origin(std::string_view configured);

// True where the request has exactly one Origin and it is one of the allowed ones (made by plain_origin), letter case
// aside. A browser lets no page forge it; and a socket opened by a foreign page would carry the reader's cookie.
bool origin_allowed(const Request& request, const std::vector<std::string>& allowed);

}  // namespace samrad::http
