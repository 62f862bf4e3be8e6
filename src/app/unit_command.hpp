// samrad unit: add, list.
#pragma once

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace samrad::app {

// The function is asked when the command runs, after the settings are read. What fails is thrown as a Problem.
void add_unit_command(CLI::App& program, std::function<std::string()> database_url);

}  // namespace samrad::app
