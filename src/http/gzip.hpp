// zlib behind one function.
#pragma once

#include <string>
#include <string_view>

namespace samrad::http {

// The gzip form of some bytes, at a level from 1 (fast) to 9 (small). Empty where zlib fails or nothing is gained.
std::string gzip(std::string_view bytes, int level);

}  // namespace samrad::http
