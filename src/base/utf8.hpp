// UTF-8 outside, UTF-16 code units inside the text algebra (the browser counts so).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace samrad {

// True for well-formed UTF-8 in the sense of RFC 3629: no overlong forms, no surrogates, nothing over U+10FFFF.
bool is_utf8(std::string_view bytes);

// UTF-8 to UTF-16. Bytes that are not well formed become U+FFFD, one for each maximal broken part.
std::u16string to_utf16(std::string_view utf8);

// UTF-16 to UTF-8. A lone surrogate becomes U+FFFD.
std::string to_utf8(std::u16string_view utf16);

// The length of a well-formed UTF-8 text in UTF-16 code units.
std::size_t utf16_length(std::string_view utf8);

// The length of a well-formed UTF-8 text in code points: what a person would call "characters", nearly.
std::size_t code_points(std::string_view utf8);

// True when a well-formed text is one line that reads in the order it is written: no controls, no line ends, no marks
// that turn or hide the direction of what follows, and more in it than spaces.
bool is_one_line(std::string_view utf8);

// True when the UTF-16 text has no lone surrogate.
bool is_utf16(std::u16string_view text);

}  // namespace samrad
