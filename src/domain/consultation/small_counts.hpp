// Which counts of a table may be shown without telling what a single person answered.
//
// Idea: a count of one to four people is hidden. Where the counts of a row are shares of one whole, what is hidden
// could be had by taking the shown ones from the whole, so one more is hidden: the smallest of those that could be
// shown, and every one like it, so that its place in the row tells nothing. By then no hidden count can be worked out:
// one of them is five or more and another is less, nobody can tell which, and exchanging the two gives another row that
// looks alike.
//
// Example: 40, 12, 3 of 55 shows 40 alone; the others are 15 together. 40, 15, 0 is shown whole: nobody is no person.
//
// Counter-example: hiding only the 3 gives it away, 55 - 40 - 12. So does hiding the first of 5, 5, 1 besides: in 1, 5,
// 5 it would have been another one.
//
// Where all counts are under five there is none to hide besides: then the noughts are hidden as well, and 1, 1, 1, 1, 1
// looks like 2, 0, 1, 1, 1. Cost: O(n).
//
// Source: primary and complementary suppression as official statistics do it (Hundepool et al., Statistical Disclosure
// Control, 2012); the choice of the second cell and the argument above are ours.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace samrad::domain {

inline constexpr std::int64_t least_shown = 5;  // people

// Each count, or nothing where it is hidden, in the given order. `whole`: the counts are shares of a whole that the
// reader may know. A whole under least_shown people hides everything.
std::vector<std::optional<std::int64_t>> shown_counts(const std::vector<std::int64_t>& counts, bool whole);

}  // namespace samrad::domain
