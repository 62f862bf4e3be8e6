// The official lines that a change of a text touches, which is how people cite it.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "domain/text/change.hpp"
#include "domain/text/markdown.hpp"

namespace samrad::domain {

// From the first line of which something goes or into which something is put, to the last; (0, 0) where the text has
// no line there. What stands between two blocks, as a new paragraph does, counts as the line that it comes behind.
// Cost: the blocks for each stretch of the change, and the letters of those that it touches.
std::pair<int, int> touched_lines(const Change& change, std::u16string_view text, const std::vector<Block>& blocks,
                                  int line_width);

}  // namespace samrad::domain
