#include "features/query.hpp"

#include <charconv>

namespace samrad::features {

namespace {

// Nothing where it is absent, -1 where it is no whole number.
std::optional<std::int64_t> whole(const http::Request& request, const char* name) {
    const auto found = request.query.find(name);
    if (found == request.query.end()) return std::nullopt;
    std::int64_t value = 0;
    const char* const end = found->second.data() + found->second.size();
    const auto read = std::from_chars(found->second.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end ? value : -1;
}

}  // namespace

std::string parameter(const Work& work, const char* name) {
    const auto found = work.request.query.find(name);
    return found == work.request.query.end() ? std::string() : found->second;
}

int number_in(const Work& work, const char* name, int most) {
    const auto number = whole(work.request, name).value_or(0);
    if (number < 0 || number > most) throw invalid("input.out_of_range", name);
    return int(number);
}

int page_limit(const http::Request& request) {
    const auto limit = whole(request, "limit").value_or(50);
    if (limit < 1 || limit > 100) throw invalid("input.out_of_range", "limit");
    return int(limit);
}

std::int64_t page_cursor(const http::Request& request) {
    const auto cursor = whole(request, "after").value_or(0);
    if (cursor < 0) throw invalid("input.cursor_invalid", "after");
    return cursor;
}

UnitId page_unit(const http::Request& request) {
    const auto unit = whole(request, "unit").value_or(0);
    if (unit < 0) throw invalid("input.not_a_choice", "unit");
    return UnitId{unit};
}

}  // namespace samrad::features
