// Words that one change takes away in one place and puts in at another: a move.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "domain/text/hunk.hpp"

namespace samrad::domain {

// For each hunk of one change of `text` the other ends of its move, as indexes: where what it takes away is put in
// again, all of a few words or most of more, whole or in parts; whence that comes which it puts in; and what else comes
// there. Empty where it moves nothing. All ends of a move are decided together: with some alone words would stand
// twice, or be lost. Of a change that takes away and puts in at hundreds of places only what comes back word for word
// counts, so that the cost stays small.
std::vector<std::vector<std::size_t>> ends_of_moves(const std::vector<Hunk>& hunks, std::u16string_view text);

}  // namespace samrad::domain
