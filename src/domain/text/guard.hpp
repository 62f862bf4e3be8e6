// What is asked of a text before it is stored or rendered.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace samrad::domain {

// CRLF and CR to LF: the editor counts a line end as one unit. A byte order mark at the beginning goes. Comes before
// check_text(), which refuses a CR like other control characters.
std::string normalise(std::string_view text);

// Nothing where the text may be stored. Codes: text.too_large (Kind::too_large, with the fact "most" in bytes),
// text.not_utf8, text.control_character (NUL and others but tab and newline), text.too_nested (more than 32 lists and
// quotes inside each other), text.too_costly (more marks in one paragraph than any text needs, on which cmark 0.30
// takes quadratic time). Linear in the text's length, so that it can stand before cmark.
std::optional<Problem> check_text(std::string_view text, std::size_t most_bytes, std::string_view field);

}  // namespace samrad::domain
