// The difference of two passages by words, as a reader would mark it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "domain/text/sequence.hpp"
#include "domain/text/tokens.hpp"

namespace samrad::domain {

// What of `a` is still there in `b`: matches over tokens. Matches that only chance makes are dropped: white space,
// punctuation or a few short words between two passages that were rewritten. `text_a` and `text_b` are what the tokens
// point into. Tokens need not be neighbours in their text.
std::vector<Match> kept_words(std::u16string_view text_a, const std::vector<Token>& a, std::u16string_view text_b,
                              const std::vector<Token>& b);

// How many words two lists of word numbers share, counted with repetition. Sorted lists.
std::size_t shared_words(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

}  // namespace samrad::domain
