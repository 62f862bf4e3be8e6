// Which passages of two texts are the same or nearly so, wherever they stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace samrad::domain {

struct Pair {
    std::size_t a, b;  // indexes into the two lists
    double likeness;   // the share of the words of the longer one that both have, 0 to 1
};

// Pairs of passages where each is the other's best partner and they share at least `least_likeness` of the longer's
// words; a passage with two equally good partners gets none. Only passages with at least `least_words` words count. At
// most one pair for each passage, sorted by `a`. Words that stand in very many passages do not propose partners, so the
// time stays bounded.
std::vector<Pair> like_passages(const std::vector<std::u16string_view>& a, const std::vector<std::u16string_view>& b,
                                double least_likeness, std::size_t least_words);

}  // namespace samrad::domain
