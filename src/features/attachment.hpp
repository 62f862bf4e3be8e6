// Files that somebody carries away.
#pragma once

#include <string>
#include <string_view>

#include "http/reply.hpp"

namespace samrad::features {

// `bytes` as a download named after `title`: its name in ASCII for old programs and in full for all others (RFC 6266,
// RFC 8187). `suffix` without the dot.
http::Reply attachment(std::string bytes, std::string_view content_type, const std::string& title,
                       std::string_view suffix);

}  // namespace samrad::features
