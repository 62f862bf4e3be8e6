// Which counts of a table may be shown without telling what a single person answered, or that they did not.
//
// Idea: everybody of a whole that the reader knows chose some of the lines or did not answer, so not having answered is
// one line more. A count is small where one to four people are in it, and where one to four of the whole are not: both
// tell of those few. What is small is hidden; and since it could be had by taking the shown counts from the whole, one
// more is hidden: the smallest of those that could be shown, and every one like it, so that its place in the row tells
// nothing. By then no hidden count can be worked out: one of them is five or more and another is less, nobody can tell
// which, and exchanging the two gives another row that looks alike.
//
// Where one may choose several, one to four of those who answered may not have chosen a line: then how many did not
// answer counts as small, since with it they could be told.
//
// Example: of 55 who all answered, 40, 12, 3 shows 40 alone; the others are 15 together. 40, 15, 0 is shown whole:
// nobody is no person. Of 58, where three did not answer, 40, 15 shows 40 alone, and not how many answered.
//
// Counter-example: hiding only the 3 gives it away, 55 - 40 - 12. So does hiding the first of 5, 5, 1 besides: in 1, 5,
// 5 it would have been another one. Where one may choose several, showing 19 of 20 tells that at most one did not
// answer.
//
// Where all counts are under five there is none to hide besides: then the noughts are hidden as well, and 1, 1, 1, 1, 1
// looks like 2, 0, 1, 1, 1. That everybody answered is told nevertheless: of a required question it is known. Where
// everybody chooses the same number of lines, two or more, their sum tells how many answered, and the exchange does not
// keep it; and where one may choose so many at least or at most, the sum bounds it. There, what hides one count hides
// the row. Cost: O(n).
//
// Source: primary and complementary suppression as official statistics do it (Hundepool et al., Statistical Disclosure
// Control, 2012); the choice of the second cell and the argument above are ours.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace samrad::domain {

inline constexpr std::int64_t least_shown = 5;  // people

using Shown = std::optional<std::int64_t>;  // a count, or nothing where it is hidden

// Counts that are no shares of one whole, in the given order: hidden are those of one to four people.
std::vector<Shown> shown_counts(const std::vector<std::int64_t>& counts);

// How many chose each line, and how many of the whole did not answer.
struct ShownRow {
    std::vector<Shown> lines;
    Shown unanswered;
    bool operator==(const ShownRow&) const = default;
};

// How many lines one may choose: one; any number of them; or two at least, or not all of them.
enum class Choosing { one, several, limited };

// What is shown of a row. `whole`: how many were asked, which the reader knows; under least_shown everything is hidden.
// `answered`: how many of them chose a line or more.
ShownRow shown_row(const std::vector<std::int64_t>& lines, std::int64_t answered, std::int64_t whole,
                   Choosing choosing = Choosing::one);

}  // namespace samrad::domain
