// `samrad text`: the algebra of texts on files, without a database, for scripts and for checking.
#pragma once

namespace CLI {
class App;
}

namespace samrad::app {

// Adds `text render|lines|diff|apply`. They read files in UTF-8, print to standard output, and throw a Problem or
// std::runtime_error for what cannot be read.
void add_text_command(CLI::App& program);

}  // namespace samrad::app
