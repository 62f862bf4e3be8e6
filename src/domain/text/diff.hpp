// The change from one version of a text to the next, found by comparing them, and what moved.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "domain/text/change.hpp"

namespace samrad::domain {

// The passage [from_a, to_a) of the text before stands in [from_b, to_b) of the text after: deleted in one place, and
// inserted in another, word for word or nearly so.
struct Move {
    std::size_t from_a, to_a, from_b, to_b;
    Change change;  // of the passage alone: from its old words to its new ones
    bool operator==(const Move&) const = default;
};

struct Step {
    Change change;
    std::vector<Move> moves;  // by from_a; none overlaps another, on either side
};

// What leads from `before` to `after`: step.change.apply(before) == after, always. Compared by lines first, then by
// words inside the changed lines. It shows what a person would say changed: words are not cut, and a rewritten sentence
// is not pieced together from short words that chance to agree. Works in bounded time for any two texts of up to 1 MiB.
// Both texts well-formed UTF-16.
Step step_between(std::u16string_view before, std::u16string_view after);

}  // namespace samrad::domain
