// The one place where an enumeration meets its words: in the schema, in JSON, on the command line.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace samrad {

// Specialise with a std::array of words in the order of the enumerators, which count up from 0.
template <class E>
inline constexpr auto names_of = nullptr;

template <class E>
constexpr std::string_view name_of(E value) {
    return names_of<E>[static_cast<std::size_t>(value)];
}

// The enumerator of a word; nothing where the word is not one of them (case counts).
template <class E>
constexpr std::optional<E> from_name(std::string_view word) {
    for (std::size_t i = 0; i < names_of<E>.size(); ++i) {
        if (names_of<E>[i] == word) return static_cast<E>(i);
    }
    return std::nullopt;
}

}  // namespace samrad
