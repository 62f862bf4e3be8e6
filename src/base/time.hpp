// Points in time. Everything is UTC; the reader's zone is the browser's affair.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace samrad {

// Microseconds since 1970 in UTC: PostgreSQL's own resolution, so that a stored time comes back equal.
using Time = std::chrono::sys_time<std::chrono::microseconds>;

Time now();

// "2026-11-23T09:07:06.000000Z"; always six decimals, always Z.
std::string to_iso(Time time);

// Reads RFC 3339 with Z or an offset, seconds and fraction optional ("2026-11-23T09:07Z" counts). Nothing on any other
// form or on a date that does not exist.
std::optional<Time> from_iso(std::string_view text);

}  // namespace samrad
