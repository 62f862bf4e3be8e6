// Whether an amendment that is said anew on another version says the same.
#pragma once

#include <string_view>

#include "domain/text/change.hpp"

namespace samrad::domain {

// Whether the same words go and come, one after the other, in both changes, each of its own text, and in the same
// lines: what people read who read either. Of whole lines it is not asked where they stand, nor what line breaks are
// around.
bool same_words(const Change& one, std::u16string_view of_one, const Change& other, std::u16string_view of_other);

}  // namespace samrad::domain
