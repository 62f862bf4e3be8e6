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

// The way to sign in, in a window of its own, where that is what is wrong: what was typed stays on the page.
void put_sign_in(const Work& work, const ReachedAnswer& reached, const std::vector<Problem>& problems, PlainPage& page);

// The same before one writes, on a page that is only looked at.
void warn_of_sign_in(Work& work, const ReachedAnswer& reached, PlainPage& page);

}  // namespace samrad::features
