// Two texts made from one: what they make together, and where they collide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/text/anchor.hpp"

namespace samrad::domain {

// A passage on which two sides disagree, with what each makes of it.
struct Collision {
    Range base;
    std::u16string ours, theirs;
    bool operator==(const Collision&) const = default;
};

struct Merge {
    std::u16string text;  // with the base's words where the sides disagree
    std::vector<Collision> collisions;
};

// Two texts that were both made from `base`. Clean where `collisions` is empty: then nothing that either side wrote is
// lost or doubled, and no clause has words of both.
Merge merge(std::u16string_view base, std::u16string_view ours, std::u16string_view theirs);

}  // namespace samrad::domain
