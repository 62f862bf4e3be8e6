// On which words of a text two changes that collide disagree.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/text/gathering.hpp"

namespace samrad::domain {

// As a reader finds them again: without the marks of Markdown around them, and long ones cut in the middle.
struct DisputedWords {
    std::u16string words;
    bool behind = false;  // neither takes them away: both put something in behind them
    bool operator==(const DisputedWords&) const = default;
};

// By place, each passage once, `most` at most. None where one of the two is another text in the place of all.
std::vector<DisputedWords> disputed_words(const Gathering& all, std::span<const Meeting> meetings,
                                          std::u16string_view text, const Units& units, std::size_t most);

}  // namespace samrad::domain
