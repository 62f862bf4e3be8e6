// What the pages of one answer have in common.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "features/consultations/reached_answer.hpp"
#include "features/plain_page.hpp"

namespace samrad::features {

// A page of the answer with what all of them show.
PlainPage page_of(const ReachedAnswer& reached, const char* content, const std::string& title);

// A section of its form with what was typed, and what is wrong with it (422 then).
PlainPage section_page(const ReachedAnswer& reached, std::size_t place, const std::vector<Problem>& problems);

}  // namespace samrad::features
