#include "features/dates.hpp"

#include <array>
#include <chrono>

#include "base/time.hpp"

namespace samrad::features {

std::string date_for_people(std::string_view iso_time, std::string_view language) {
    static constexpr std::array<const char*, 12> nb = {"januar",    "februar", "mars",     "april",
                                                       "mai",       "juni",    "juli",     "august",
                                                       "september", "oktober", "november", "desember"};
    static constexpr std::array<const char*, 12> en = {"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
    const auto time = from_iso(iso_time);
    if (!time) return {};
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(*time)};
    const auto month = unsigned(date.month()) - 1;
    const std::string day = std::to_string(unsigned(date.day()));
    const std::string year = std::to_string(int(date.year()));
    return language == "en" ? day + " " + en[month] + " " + year : day + ". " + nb[month] + " " + year;
}

}  // namespace samrad::features
