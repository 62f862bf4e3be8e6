// Files that the command line reads.
#pragma once

#include <string>

namespace samrad::app {

// The whole file; "-" is standard input. Throws std::runtime_error with its name where it cannot be read.
std::string read_file(const std::string& path);

}  // namespace samrad::app
