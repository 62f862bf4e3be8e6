// What a family of nearly identical texts has in common, and what each sender said beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/text/compare.hpp"

namespace samrad::domain {

// Of the first text the words that at least half of the others have as well, in its order; empty where there are no
// texts. A sender's own lines in the first one fall away, and so do words that most people changed. Cost: a comparison
// for each text; two dozen are enough to know.
std::u16string shared_text(const std::vector<std::u16string>& texts);

// A sender's text against the shared one: kept and inserted pieces joined are the text, word for word; deleted ones are
// what the sender left out. What only changed its place is kept.
std::vector<Piece> own_words(std::u16string_view shared, std::u16string_view text);

}  // namespace samrad::domain
