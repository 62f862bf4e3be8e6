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

// Whether a hunk is one of a change's, which are in order.
bool is_among(const Hunk& hunk, const std::vector<Hunk>& hunks);

// What a hunk touches, on the line of units: unit i is 2 i + 1, the gap before it 2 i. Two hunks collide where their
// stretches meet, unless they are the same hunk or leave each other alone.
struct Touched {
    std::size_t first, last;
    // `last` is a gap of which only white space is taken: what is put in behind that is free of it.
    bool to_space = false;
    // `first` is a gap of which nothing is taken but that a line begins behind it, which goes with its break: what is
    // put in there as lines of their own is free of it.
    bool from_line = false;
    // `last` is a gap before which the mark is taken that ended a sentence: so here.
    bool to_line = false;
    // It makes another thing of its line, which means something beside the line before alone.
    bool reframes = false;
    // `last` is a gap that it reaches because it takes lines up to a line's end, with the break before them.
    bool to_end = false;
    // `last` is a gap, and it takes words away to put them in elsewhere: what is put in behind went with them.
    bool moves = false;
    // It gives the rows of a table another number of cells, and so touches all of it where rows come and go. Where
    // they do not, what it touches is [own_first, own_last].
    bool columns = false;
    std::size_t own_first = 0, own_last = 0;
};
Touched touched_by(const Hunk& hunk, std::u16string_view text, const Units& units);

// The same for all hunks of a change, with what each of them touches because of the others: where words are moved from,
// lines made code or text again, columns put into a table. `ends` is what ends_of_moves() says of them.
std::vector<Touched> touched_by_all(const std::vector<Hunk>& hunks, const std::vector<std::vector<std::size_t>>& ends,
                                    std::u16string_view text, const Units& units);

// Whether what is put in are lines of their own, which the lines around them leave as they are.
bool has_own_lines(const Hunk& hunk, std::u16string_view text);

// Whether two that are put into one gap can be taken without asking which comes first: both are new items of a list on
// one level, none of them the same; or one is items or paragraphs of their own, and the other goes on with the line
// before, or begins the line behind with words where that begins with words.
bool leave_each_other_alone(const Hunk& a, const Hunk& b, std::u16string_view text);

// Whether a hunk takes whole lines with words away, and puts nothing there.
bool takes_lines(const Hunk& hunk, std::u16string_view text);
// The same where it takes the line break before them and leaves the one behind.
bool takes_last_lines(const Hunk& hunk, std::u16string_view text);
// Whether what a hunk takes has a heading in it.
bool takes_heading(const Hunk& hunk, std::u16string_view text);
// Whether what a hunk puts in means the same once `taking` took what stands before it: indented lines belong to what
// they stand under, unless what goes was on their own level.
bool stands_without(const Hunk& hunk, const Hunk& taking, std::u16string_view text);
// Whether an insertion makes the same text where it is counted to `to`, some line breaks behind where it stands; and
// that insertion.
bool slides_behind(const Hunk& hunk, std::size_t to, std::u16string_view text);
Hunk slid_behind(const Hunk& hunk, std::size_t to);

}  // namespace samrad::domain
