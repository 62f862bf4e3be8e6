// Words that one change takes away in one place and puts in at another: a move.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/text/hunk.hpp"

namespace samrad::domain {

// For each hunk of one change of `text` the other end of its move, as an index: where what it takes away is put in
// again, all of a few words or most of more; or whence that comes which it puts in. Nothing where it moves nothing.
// Both ends of a move are decided together: with one alone words would stand twice, or be lost. Of a change that takes
// away and puts in at hundreds of places only what comes back word for word counts, so that the cost stays small.
std::vector<std::optional<std::size_t>> ends_of_moves(const std::vector<Hunk>& hunks, std::u16string_view text);

}  // namespace samrad::domain
