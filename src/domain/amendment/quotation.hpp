// Official quotation: the words that a change replaces.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/text/change.hpp"
#include "domain/text/clauses.hpp"

namespace samrad::domain {

// What stands there and what is to stand there, in whole sentences where those are short (400 units) and else in whole
// clauses, without the mark of a list item or heading before them: to be read, and to be found again. Insertions of
// whole blocks have no old words.
struct Quotation {
    std::u16string old_words, new_words;
    bool operator==(const Quotation&) const = default;
};

// One for each passage that the change touches, in order. `units` are the text's clauses, which one asks for once.
std::vector<Quotation> quotations_of(const Change& change, std::u16string_view text, const Units& units);

// Without the white space around it, of whatever sort.
std::u16string_view trimmed_words(std::u16string_view text);
bool is_any_space(char16_t unit);

}  // namespace samrad::domain
