// What a step moved, as text: a line for each move, "from_a to_a from_b to_b CHANGE", with the change of the passage as
// in change_json.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/text/diff.hpp"

namespace samrad::domain {

// "" where nothing moved.
std::string to_lines(const std::vector<Move>& moves);
// Fails with Kind::invalid and the code "change.malformed", or as change_from_json does.
Result<std::vector<Move>> moves_from_lines(std::string_view lines);

}  // namespace samrad::domain
