// `samrad import`: Markdown from a file into a process.
#pragma once

namespace CLI {
class App;
}

namespace samrad::app {

struct Config;

// Adds `import FILE`: a Markdown file becomes a new document or the next version of one; a .jsonl file with one
// {"text":…} (and perhaps "note") a line becomes as many versions, in its order, in one transaction. Prints the
// document's id and newest version.
void add_import_command(CLI::App& program, const Config& config);

}  // namespace samrad::app
