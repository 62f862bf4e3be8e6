// The official lines that a change of a text touches, which is how people cite it.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "domain/text/change.hpp"
#include "domain/text/markdown.hpp"

namespace samrad::domain {

// From a line to a line, both of them in it.
struct LineRun {
    int from, to;
    bool operator==(const LineRun&) const = default;
};

// The lines of which something goes or into which something is put, by place; none where the text has no line there.
// What stands between two blocks, as a new paragraph does, counts as the line that it comes behind.
// Cost: the blocks for each stretch of the change, and the letters of those that it touches.
std::vector<LineRun> touched_runs(const Change& change, std::u16string_view text, const std::vector<Block>& blocks,
                                  int line_width);
// From the first of them to the last; (0, 0) where there is none.
std::pair<int, int> touched_lines(const Change& change, std::u16string_view text, const std::vector<Block>& blocks,
                                  int line_width);
// Whether a line is in both; each is by place.
bool meet(const std::vector<LineRun>& a, const std::vector<LineRun>& b);

}  // namespace samrad::domain
