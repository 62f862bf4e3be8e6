// Dates as people read them.
#pragma once

#include <string>
#include <string_view>

namespace samrad::features {

// "23. november 2026" or "23 November 2026"; the time of day is the browser's to say, which knows the zone.
std::string date_for_people(std::string_view iso_time, std::string_view language);

}  // namespace samrad::features
