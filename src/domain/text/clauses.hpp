// A text cut into clauses: the stretches in which two people's words cannot be joined without reading them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace samrad::domain {

// A cut of a text into units that follow each other: unit i is [starts[i], starts[i + 1]), white space after it
// included. starts begins with 0 and ends with the text's length; it is {0} for the empty text.
struct Units {
    std::vector<std::size_t> starts;

    std::size_t size() const { return starts.size() - 1; }
    // The unit that holds the UTF-16 unit at `position`; the last one for the text's end. Needs size() > 0.
    std::size_t at(std::size_t position) const;
    bool starts_at(std::size_t position) const;
};

// Clauses: up to the end of a block or of one of its lines that stay lines (line_kinds.hpp), a mark (. , ; : ! ? and
// the dash) with white space after it, or a word that begins a clause (and, or, but, that, which; og, eller, men, at,
// som, fordi). A point in the middle of a sentence ends none: "17. mai", "nr. 2", "bl.a.". Linear.
Units clauses_of(std::u16string_view text);

// Words and the marks between them, for changes that are known to be corrections. Linear.
Units word_units_of(std::u16string_view text);

}  // namespace samrad::domain
