// What an address asks for behind its question mark.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "features/perform.hpp"

namespace samrad::features {

// A word of the query; "" where it is absent.
std::string parameter(const Work& work, const char* name);
// A number from 0 to `most`, 0 where it is absent; input.out_of_range otherwise.
int number_in(const Work& work, const char* name, int most);

// ?limit= of a list: 1 to 100, 50 where absent; input.out_of_range otherwise.
int page_limit(const http::Request& request);
// ?after= of a list: the cursor that the page before gave, 0 where absent. Anything else is input.cursor_invalid.
std::int64_t page_cursor(const http::Request& request);
// ?unit= of a list: the unit whose things alone are asked for, 0 where absent. What is no id is input.not_a_choice.
UnitId page_unit(const http::Request& request);

}  // namespace samrad::features
