#include "base/log.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdio>

#include "base/time.hpp"

namespace samrad::log {

namespace {

std::atomic<Level> threshold{Level::info};

std::string_view name(Level level) {
    switch (level) {
        case Level::debug: return "debug";
        case Level::info: return "info";
        case Level::warning: return "warning";
        case Level::error: return "error";
    }
    return "error";
}

void append_escaped(std::string& out, std::string_view value) {
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (byte < 0x20 || byte >= 0x7F) {  // also every byte of a non-ASCII text: bidi overrides, U+2028
            char hex[8];
            std::snprintf(hex, sizeof hex, "\\x%02x", byte);
            out += hex;
        } else {
            out.push_back(c);
        }
    }
}

}  // namespace

void set_level(Level level) { threshold = level; }

void write(Level level, std::string_view event,
           std::initializer_list<std::pair<std::string_view, std::string>> fields) {
    if (level < threshold.load(std::memory_order_relaxed)) return;
    std::string line = "time=" + to_iso(now()) + " level=" + std::string(name(level)) + " event=" + std::string(event);
    for (const auto& [key, value] : fields) {
        line.append(" ").append(key).append("=\"");
        append_escaped(line, value);
        line.push_back('"');
    }
    line.push_back('\n');
    // A log that cannot be written must not stop the server: the result is looked at and dropped.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace samrad::log
