// Where an insertion or deletion can be read in several ways, the one that a person would mean.
#pragma once

#include <string_view>

#include "domain/text/change.hpp"

namespace samrad::domain {

// The same change, with each deletion and insertion that repeats the words before it put where a sentence begins. Of
// "We build homes. We build rail." without its first sentence, a comparison may say that "homes. We build " is gone; a
// person says that "We build homes. " is. Both make the same text. Nothing is carried over a line break or farther than
// 500 units. `before` is the text that the change is of.
Change on_sentence_edges(const Change& change, std::u16string_view before);

}  // namespace samrad::domain
