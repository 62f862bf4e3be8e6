// A change as JSON, in the form of CodeMirror's ChangeSet: an array of sections over the text before.
//   n                      keeps n units            (n > 0)
//   [n]                    deletes n units          (n > 0)
//   [n, "line", "line"]    replaces n units (0: pure insertion) by the lines joined with "\n"
// "[5,[0,\",\"],6]" inserts a comma at 5 into a text of 11 units.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/text/change.hpp"

namespace samrad::domain {

// The canonical JSON text, UTF-8, without spaces. The same change always gives the same bytes.
std::string to_json(const Change& change);

// Reads a change of a text of `expected_length` units. Stricter than CodeMirror: only integers above zero (zero for an
// insertion), a sum of exactly `expected_length`, no line break or NUL inside a line, well-formed UTF-16. The result is
// canonical even where the input was not. Fails with Kind::invalid, field "changes" and one of the codes
// "change.malformed" (not such an array), "change.length" (wrong sum), "change.text" (a line that may not be).
Result<Change> change_from_json(std::string_view json, std::size_t expected_length);

}  // namespace samrad::domain
