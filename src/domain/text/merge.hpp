// Changes of one text taken together: the text they make, and where they collide.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/text/gathering.hpp"
#include "domain/text/settled.hpp"

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

// A settlement that counts: the passage in whose place it stands with what each change would make of that, and how much
// of each is left: extents[i] of over.changes[i].
struct Settled {
    Dispute over;
    std::u16string text;
    std::vector<Extent> extents;
    bool operator==(const Settled&) const = default;
};

struct Merged {
    // The text that the changes make, with the base's words in every open dispute. What was written by hand names the
    // changes of which it keeps something.
    std::vector<Gathering::Woven> woven;
    std::vector<Dispute> open;     // by place
    std::vector<Dispute> settled;  // those that lie in a settlement
    std::vector<Settled> by_hand;  // in the order of the settlements
};

// How much of one change is in the text, all of it taken together, and where it was left out somewhere because another
// one's reading was chosen, the first such one.
struct Fate {
    Extent extent = Extent::whole;
    std::optional<std::size_t> lost_to;
    bool operator==(const Fate&) const = default;
};

// By index, of the changes 0 to `count` that were merged. Needs a merge without open disputes.
std::vector<Fate> fates_of(const Merged& merged, std::size_t count);

// The indexes of those among the changes that speak of all of the text; see Gathering::add().
using Whole = std::span<const std::size_t>;

// What the changes make of each of these passages of the base: of those that change something in it, each one's
// reading.
std::vector<Dispute> readings_of(std::u16string_view base, std::span<const Change> changes,
                                 std::span<const Range> ranges, Whole whole = {});

// Takes all the changes together. A settlement replaces every hunk that lies in its range, but for what is put in at
// its edge and meets nobody. Of two that overlap the first counts; one that cuts through a hunk of a change, or leaves
// a part of a dispute open, is ignored. The order of the changes makes no difference to the text.
Merged merge_all(std::u16string_view base, std::span<const Change> changes, std::span<const Settlement> settlements,
                 Whole whole = {});

// Two texts that were both made from `base`. Clean where `open` is empty: then nothing that either side wrote is lost
// or doubled, and no clause has words of both. Side 0 is `ours`.
Merged merge(std::u16string_view base, std::u16string_view ours, std::u16string_view theirs);

}  // namespace samrad::domain
