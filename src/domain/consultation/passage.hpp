// Passages of an answer: what is blacked out, and what becomes of them when the answer is changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/consultation/theme.hpp"

namespace samrad::domain {

// Whether the passage is a stretch of the text: passage.outside (field "past") where it begins or ends outside of it,
// is empty, or cuts a sign in two.
std::optional<Problem> check_passage(const Passage& passage, std::u16string_view text);
std::u16string_view words_of(const Passage& passage, std::u16string_view text);

// What stands in place of each unit that is blacked out: a bar as long as the words, so that all other passages keep
// their places. Line breaks stay.
inline constexpr char16_t bar = u'\u2588';
std::u16string blacked_out(std::u16string text, const std::vector<Passage>& passages);
// The text without its bars: what it is found by.
std::u16string without_bars(std::u16string text);

// Where the passages of a text stand in the text after it was changed; nothing where their words are gone. A passage
// that is to stay hidden (`hides`) takes all that stands in its place, as long as some word there begins as one of its
// own.
std::vector<std::optional<Passage>> carried(const std::vector<Passage>& passages, std::u16string_view before,
                                            std::u16string_view after, bool hides);

}  // namespace samrad::domain
