#include "base/time.hpp"

#include <array>
#include <cstdio>

namespace samrad {

Time now() { return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now()); }

std::string to_iso(Time time) {
    using namespace std::chrono;
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    std::array<char, 48> out{};
    const int length =
        std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%06dZ", int(date.year()),
                      unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                      int(clock.minutes().count()), int(clock.seconds().count()), int(clock.subseconds().count()));
    return {out.data(), static_cast<std::size_t>(length)};
}

namespace {

// Eats exactly `digits` decimal digits from the front of `text`, or fails and leaves `text` alone.
std::optional<int> eat_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool eat(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

// ".123456": up to nine digits, cut to microseconds. No dot is zero.
std::optional<int> eat_fraction(std::string_view& text) {
    if (!eat(text, '.')) return 0;
    int micros = 0;
    int seen = 0;
    while (auto digit = eat_number(text, 1)) {
        if (++seen > 9) return std::nullopt;
        if (seen <= 6) micros = micros * 10 + *digit;
    }
    if (seen == 0) return std::nullopt;
    for (int i = seen; i < 6; ++i) micros *= 10;
    return micros;
}

// "Z" or "+02:00", as minutes east of UTC.
std::optional<int> eat_offset(std::string_view& text) {
    if (eat(text, 'Z') || eat(text, 'z')) return 0;
    const bool west = !text.empty() && text.front() == '-';
    if (!eat(text, '+') && !eat(text, '-')) return std::nullopt;
    const auto hours = eat_number(text, 2);
    if (!hours || !eat(text, ':')) return std::nullopt;
    const auto minutes = eat_number(text, 2);
    if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    const int total = *hours * 60 + *minutes;
    return west ? -total : total;
}

}  // namespace

std::optional<Time> from_iso(std::string_view text) {
    using namespace std::chrono;
    const auto y = eat_number(text, 4);
    if (!y || !eat(text, '-')) return std::nullopt;
    const auto m = eat_number(text, 2);
    if (!m || !eat(text, '-')) return std::nullopt;
    const auto d = eat_number(text, 2);
    if (!d || !(eat(text, 'T') || eat(text, 't'))) return std::nullopt;
    const auto hour = eat_number(text, 2);
    if (!hour || *hour > 23 || !eat(text, ':')) return std::nullopt;
    const auto minute = eat_number(text, 2);
    if (!minute || *minute > 59) return std::nullopt;
    std::optional<int> second = 0;
    std::optional<int> micros = 0;
    if (eat(text, ':')) {
        second = eat_number(text, 2);
        micros = eat_fraction(text);
    }
    const auto offset = eat_offset(text);
    if (!second || *second > 59 || !micros || !offset || !text.empty()) return std::nullopt;
    const year_month_day date{year{*y}, month{unsigned(*m)}, day{unsigned(*d)}};
    if (!date.ok()) return std::nullopt;
    return Time{sys_days{date}} + hours{*hour} + minutes{*minute} + seconds{*second} + microseconds{*micros} -
           minutes{*offset};
}

}  // namespace samrad
