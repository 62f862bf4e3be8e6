#include "storage/rows.hpp"

#include <charconv>

namespace samrad::storage {

std::string array_of(const std::vector<std::int64_t>& numbers) {
    std::string out = "{";
    for (const auto number : numbers) {
        if (out.size() > 1) out.push_back(',');
        out += std::to_string(number);
    }
    out.push_back('}');
    return out;
}

std::vector<std::int64_t> numbers_of(std::string_view array) {
    std::vector<std::int64_t> numbers;
    const char* at = array.data();
    const char* const end = at + array.size();
    while (at < end) {
        std::int64_t number = 0;
        const auto read = std::from_chars(at, end, number);
        if (read.ec == std::errc{}) {
            numbers.push_back(number);
            at = read.ptr;
        } else {
            ++at;
        }
    }
    return numbers;
}

}  // namespace samrad::storage
