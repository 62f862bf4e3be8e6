// Whether an amendment that is said anew on another version says the same.
#pragma once

#include <string_view>

#include "domain/text/change.hpp"

namespace samrad::domain {

// Whether the same words go and come, one after the other, in both changes, each of its own text: what people read who
// read either. Where they stand is not asked, nor line breaks around them.
bool same_words(const Change& one, std::u16string_view of_one, const Change& other, std::u16string_view of_other);

}  // namespace samrad::domain
