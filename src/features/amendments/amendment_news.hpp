// What those who stand behind amendments are told of where they see what waits for them.
#pragma once

#include <vector>

#include "features/perform.hpp"
#include "features/texts.hpp"

namespace samrad::features {

// Amendments of a locked document were submitted, taken over or said anew just now: with which ones that were before
// the committee already each collides is kept, for the sponsors of those. One that amends another is meant, not met.
// Cost: reading all that are pending, once.
void keep_collisions(Work& work, const domain::Document& document, const std::vector<AmendmentId>& said, Texts& texts);

// Whoever asks has seen the collisions that they were told of.
http::Reply see_collisions(Work& work);

// A sponsor is told of this many by name that came to collide with one of theirs.
inline constexpr int most_named = 20;

}  // namespace samrad::features
