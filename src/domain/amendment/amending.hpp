// An amendment to an amendment: a change of the text that another one makes.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "domain/text/gathering.hpp"

namespace samrad::domain {

// What the one that amends does to the text of the amended one: both are changes of `text`. Words that both write are
// the amended one's. Cost: a difference of two texts.
Change amending_step(const Change& amended, const Change& amending, std::u16string_view text);

// A stretch of the change that `first` and then `second` make together, and whether `second` brought it.
struct Share {
    std::size_t old_from, old_to, new_from, new_to;
    bool second;
    bool operator==(const Share&) const = default;
};

// The change compose(first, second) in parts, from left to right: each unit of the old text that is gone and each of
// the new text that is put in lies in one share alone; everything between two shares is kept. What `first` put in and
// `second` took away lies in none, since it is in neither text. Needs first.new_length() == second.length().
std::vector<Share> shares_of(const Change& first, const Change& second);

// A stretch of the old text (or of the new one, where `in_new`) that the two changed, cut where the one who changed it
// changes. What lies between two shares in it goes with the first, or with the second where that is alone there.
struct Part {
    std::size_t from, to;
    bool second;
    bool operator==(const Part&) const = default;
};
std::vector<Part> parts_of(Range stretch, const std::vector<Share>& shares, bool in_new);

// Of those that are taken, by index into `pending`, the ones whose change is made: one that amends another counts where
// that one is taken as it was proposed (or is in the text already), and then stands for it; else it falls.
std::vector<std::size_t> standing(const std::vector<Amendment>& pending,
                                  const std::map<std::size_t, MergeDecision>& taken);

// Of those that are taken, the ones that amend another which is taken as it was proposed, and that cannot stand for it
// because they need their sponsor: without them that one would be taken in words that nobody decided.
std::vector<std::size_t> lost_with_amended(const std::vector<Amendment>& pending,
                                           const std::map<std::size_t, MergeDecision>& taken);

}  // namespace samrad::domain
