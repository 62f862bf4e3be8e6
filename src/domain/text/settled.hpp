// What is left of a change where somebody has written by hand what several could not have together.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/names.hpp"

namespace samrad::domain {

enum class Extent { none, part, whole };

// How much of readings[which] stands in `hand`, which somebody wrote in the place of `base`; all readings are of that
// passage. White space makes no difference.
//   whole  it is that reading, or has all that it adds, each run of words unbroken, where it only adds words
//   none   it is another's reading, or the text as it was, or has none of the telling words that this one changes (of
//          four letters and more, or a number), unless it has all of its short ones
//   part   everything between: a third wording, or both behind one another where each replaces words
// Cost: linear in the words.
Extent extent_by_hand(std::u16string_view base, std::span<const std::u16string> readings, std::size_t which,
                      std::u16string_view hand);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::Extent> =
    std::array<std::string_view, 3>{"none", "part", "whole"};
