// What each sender of a family of nearly identical texts said beside what it shares (shared_text.hpp).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/text/compare.hpp"

namespace samrad::domain {

// A sender's text against the shared one: kept and inserted pieces joined are the text, word for word; deleted ones are
// what the sender left out. What only changed its place is kept.
std::vector<Piece> own_words(std::u16string_view shared, std::u16string_view text);

}  // namespace samrad::domain
