// The server, wired.
#pragma once

#include "app/config.hpp"

namespace samrad::app {

// Serves until SIGINT or SIGTERM. Returns the exit code: 0 after an orderly stop, 1 where it cannot start (the reason
// is on standard error).
int serve(const Config& config);

}  // namespace samrad::app
