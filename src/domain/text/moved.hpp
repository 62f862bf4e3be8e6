// Words that one change takes away in one place and puts in at another: a move.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/text/hunk.hpp"

namespace samrad::domain {

// Of the hunks of one change of `text`: where hunk `which`, which only takes words away, has them put in again, all of
// a few, or most of more than a few; and the other way, whence those come that it only puts in. Nothing where it moves
// nothing. Both ends of a move are decided together: with one alone words would stand twice, or be lost.
std::optional<std::size_t> other_end_of_move(const std::vector<Hunk>& hunks, std::size_t which,
                                             std::u16string_view text);

}  // namespace samrad::domain
