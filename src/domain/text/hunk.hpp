// The stretches of a change, and what of a text each of them touches.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/text/change.hpp"
#include "domain/text/clauses.hpp"

namespace samrad::domain {

// One stretch of a change: [from, to) of the text before is replaced by `insert`.
struct Hunk {
    std::size_t from, to;
    std::u16string insert;
    bool operator==(const Hunk&) const = default;
};

// The hunks of a change, in order. Hunks with nothing but white space between them are one. Lines that are put in stand
// behind the line before them, line break first, so that the same lines in the same place are the same hunk.
std::vector<Hunk> hunks_of(const Change& change, std::u16string_view text);

// What a hunk touches, on the line of units: unit i is 2 i + 1, the gap before it 2 i. Two hunks collide where their
// stretches meet, unless they are the same hunk or leave each other alone.
struct Touched {
    std::size_t first, last;
    bool to_space;   // `last` is a gap of which only white space is taken: what is put in behind that is free of it
    bool from_line;  // `first` is a gap of which nothing is taken but that a line begins behind it, which goes with its
                     // break: what is put in there as lines of their own is free of it
    bool to_line;    // `last` is a gap before which the mark is taken that ended a sentence: so here
};
Touched touched_by(const Hunk& hunk, std::u16string_view text, const Units& units);

// Whether what is put in are lines of their own, which the lines around them leave as they are.
bool has_own_lines(const Hunk& hunk, std::u16string_view text);

// Whether two that are put into one gap can be taken without asking which comes first: both are new items of a list on
// one level, none of them the same; or one is items or paragraphs of their own, and the other goes on with the line
// before, or begins the line behind with words where that begins with words.
bool leave_each_other_alone(const Hunk& a, const Hunk& b, std::u16string_view text);

// Whether a hunk takes whole lines with words away, and puts nothing there.
bool takes_lines(const Hunk& hunk, std::u16string_view text);
// Whether what a hunk puts in means the same once `taking` took what stands before it: indented lines belong to what
// they stand under, unless what goes was on their own level.
bool stands_without(const Hunk& hunk, const Hunk& taking, std::u16string_view text);
// Whether an insertion makes the same text where it is counted to `to`, some line breaks behind where it stands; and
// that insertion.
bool slides_behind(const Hunk& hunk, std::size_t to, std::u16string_view text);
Hunk slid_behind(const Hunk& hunk, std::size_t to);

}  // namespace samrad::domain
