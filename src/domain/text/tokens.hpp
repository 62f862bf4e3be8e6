// Texts cut into the units that people compare: words, marks of punctuation, white space.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace samrad::domain {

// A run of letters and digits, a run of spaces, one line break, or one other character. Together they are the whole
// text.
struct Token {
    enum class Sort : std::uint8_t { word, space, line_break, mark };
    std::size_t from, to;  // UTF-16 units; never between the halves of a surrogate pair
    Sort sort;
};

// The tokens of `text` from left to right. An apostrophe or hyphen between letters belongs to its word; everything
// outside ASCII is a letter unless it is known as space or punctuation.
std::vector<Token> tokens_of(std::u16string_view text);

// The same for the words alone, positions within `text`.
std::vector<Token> words_of(std::u16string_view text);

// Whether it is a small letter of the Latin, Greek or Cyrillic alphabet.
bool is_small(char16_t c);

// Gives equal texts equal numbers, so that comparing is comparing integers. The texts must outlive it.
class Numbers {
public:
    std::uint32_t of(std::u16string_view text) {
        return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }
    std::size_t size() const { return numbers_.size(); }
    void reserve(std::size_t count) { numbers_.reserve(count); }

private:
    std::unordered_map<std::u16string_view, std::uint32_t> numbers_;
};

}  // namespace samrad::domain
