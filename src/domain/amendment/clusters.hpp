// Which amendments concern one passage, and how they stand to one another there.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "domain/text/gathering.hpp"

namespace samrad::domain {

// How one amendment stands to the others, each list by index.
struct Neighbours {
    std::vector<std::size_t> same;       // they make the same text of it; in no other list
    std::vector<std::size_t> similar;    // they want much the same: their sponsors might join
    std::vector<std::size_t> colliding;  // only one of the two can be taken as it is; also of those that are similar
    bool alone() const { return same.empty() && similar.empty() && colliding.empty(); }
};

// Of all changes in `all`, whose text is `text`. Likeness is of words and not only of the place: the same words behind
// one paragraph and before the next, or at the end of an item and as an item of their own, are neighbours too. A list
// ends after `most` of them: a thousand on one sentence are told to none of them by name. Cost: finding all collisions,
// and for each of those the words that the two write.
std::vector<Neighbours> neighbours_of(const Gathering& all, std::u16string_view text, std::size_t most);

// What hangs together by being neighbours, two and more; in each the indexes in order, the clusters by their first.
std::vector<std::vector<std::size_t>> clusters_of(const Gathering& all, std::u16string_view text);

// Of one change, which others are as Neighbours have it: the same, or similar. Linear in the hunks.
struct Alike {
    std::vector<std::size_t> same, similar;
};
Alike alike_of(const Gathering& all, std::size_t change, std::u16string_view text);

// How alike two changes are that concern one passage: of the words that they put in and take away the share that both
// do, from 0 (none) to 1 (the same). White space, marks and upper case do not count.
double likeness(std::span<const Hunk> a, std::span<const Hunk> b, std::u16string_view text);
inline constexpr double similar_from = 0.6;

}  // namespace samrad::domain
