// The log: one line an event, on standard error, in logfmt (key=value), safe against injected lines.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace samrad::log {

enum class Level { debug, info, warning, error };

// Lines below this level are dropped. Set once at start, before threads.
void set_level(Level level);

// Writes `time=... level=... event=<event> key="value" ...`. Control characters, quotes, backslashes and bidirectional
// overrides in values are escaped, so that a value can neither start a line nor recolour a terminal. Never hand over a
// password, a token, an address of mail or a text that somebody wrote. Thread-safe: a line is one write.
void write(Level level, std::string_view event,
           std::initializer_list<std::pair<std::string_view, std::string>> fields = {});

inline void info(std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> fields = {}) {
    write(Level::info, event, fields);
}
inline void warning(std::string_view event,
                    std::initializer_list<std::pair<std::string_view, std::string>> fields = {}) {
    write(Level::warning, event, fields);
}
inline void error(std::string_view event, std::initializer_list<std::pair<std::string_view, std::string>> fields = {}) {
    write(Level::error, event, fields);
}

}  // namespace samrad::log
