// Changes of one text taken together: the text they make, and where they collide.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/text/gathering.hpp"

namespace samrad::domain {

// What somebody has written by hand in the place of [from, to), to settle a collision there.
struct Settlement {
    Range range;
    std::u16string text;
};

// A passage on which changes disagree, with what each makes of it: readings[i] is that of changes[i].
struct Dispute {
    Range base;
    std::vector<std::size_t> changes;
    std::vector<std::u16string> readings;
    bool operator==(const Dispute&) const = default;
};

struct Merged {
    // The text that the changes make, with the base's words in every open dispute. What was settled by hand names the
    // changes that disputed it; a settlement outside of any dispute names none.
    std::vector<Gathering::Woven> woven;
    std::vector<Dispute> open;     // by place
    std::vector<Dispute> settled;  // those that lie in a settlement
};

// Takes all the changes together. A settlement replaces every hunk that lies in its range; one that cuts through a
// hunk of a change is ignored. The order of the changes makes no difference to the text.
Merged merge_all(std::u16string_view base, std::span<const Change> changes, std::span<const Settlement> settlements);

// Two texts that were both made from `base`. Clean where `open` is empty: then nothing that either side wrote is lost
// or doubled, and no clause has words of both. Side 0 is `ours`.
Merged merge(std::u16string_view base, std::u16string_view ours, std::u16string_view theirs);

}  // namespace samrad::domain
