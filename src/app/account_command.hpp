// samrad account: add, invite.
#pragma once

#include <functional>
#include <string>

#include "features/site.hpp"

namespace CLI {
class App;
}

namespace samrad::app {

// Both functions are asked when the command runs, after the settings are read. What fails is thrown as a Problem.
void add_account_command(CLI::App& program, std::function<std::string()> database_url,
                         std::function<features::Site()> site);

}  // namespace samrad::app
