// `samrad demo`: a party with people, units and three processes, all invented.
#pragma once

namespace samrad::app {

struct Config;

// Loads the demo organisation into an empty database and prints who can sign in. Where accounts exist already it stores
// nothing and prints the same. Returns the exit code.
int load_demo(const Config& config);

}  // namespace samrad::app
