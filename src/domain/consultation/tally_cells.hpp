// The cells of tallies.hpp by their names, and the bands in which numbers are counted.
#pragma once

#include <string>
#include <string_view>

#include "domain/consultation/tallies.hpp"

namespace samrad::domain {

// "q=option"; with an empty option the cell of those who answered the field.
std::string cell_name(std::string_view field, std::string_view option);
// "q?": who was asked q; "?": every answer that has such cells.
std::string asked_cell(std::string_view question);
inline constexpr std::string_view told_asked = "?";
// Whether a question of that kind has a table.
bool is_tallied(QuestionKind kind);
std::int64_t count_in(const Cells& cells, std::string_view name);

// A number as it is stored: with a decimal point or comma.
double number_in_cell(const std::string& text);
// How wide the bands of a number are: 1, 2 or 5 times a power of ten, so that at most ten lie between its limits. 0
// where it has not both.
double step_of(const Question& question);

}  // namespace samrad::domain
