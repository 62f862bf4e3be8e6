// Which parts of two sequences of numbers are common, in order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace samrad::domain {

// a[from_a .. from_a + count) == b[from_b .. from_b + count)
struct Match {
    std::size_t from_a, from_b, count;
};

// A common subsequence as matches in order, each as long as it goes: the longest one where the sequences differ in few
// places, otherwise a good one. Time at most about 200 steps for each element, whatever they hold.
std::vector<Match> common_parts(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

// The same, but elements that occur once on either side are matched first, and the rest between them: the better choice
// for lines, where a line that occurs once is surely the same, and a blank one means nothing.
std::vector<Match> common_parts_by_unique(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

// The positions of a longest strictly rising subsequence.
std::vector<std::size_t> longest_rising(std::span<const std::size_t> values);

}  // namespace samrad::domain
