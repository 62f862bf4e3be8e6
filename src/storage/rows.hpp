// How values cross between C++ and PostgreSQL: times as microseconds, arrays as texts of the array form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"

namespace samrad::storage {

inline std::int64_t to_micros(Time time) { return time.time_since_epoch().count(); }
inline Time from_micros(std::int64_t micros) { return Time{std::chrono::microseconds{micros}}; }
inline std::optional<std::int64_t> to_micros(const std::optional<Time>& time) {
    if (!time) return std::nullopt;
    return to_micros(*time);
}
inline std::optional<Time> from_micros(const std::optional<std::int64_t>& micros) {
    if (!micros) return std::nullopt;
    return from_micros(*micros);
}

template <class Noun>
std::optional<std::int64_t> to_number(const std::optional<Id<Noun>>& id) {
    if (!id) return std::nullopt;
    return id->value;
}
template <class Noun>
std::optional<Id<Noun>> to_id(const std::optional<std::int64_t>& number) {
    if (!number) return std::nullopt;
    return Id<Noun>{*number};
}

// "{1,2,3}": PostgreSQL's text form of a bigint[] or int[].
std::string array_of(const std::vector<std::int64_t>& numbers);
std::vector<std::int64_t> numbers_of(std::string_view array);

template <class Noun>
std::string array_of(const std::vector<Id<Noun>>& ids) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(ids.size());
    for (const auto id : ids) numbers.push_back(id.value);
    return array_of(numbers);
}
template <class IdType>
std::vector<IdType> ids_of(std::string_view array) {
    std::vector<IdType> ids;
    for (const auto number : numbers_of(array)) ids.push_back(IdType{number});
    return ids;
}

}  // namespace samrad::storage
