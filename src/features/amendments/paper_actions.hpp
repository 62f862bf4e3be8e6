// What is carried away from a document's amendments, and what is brought in from paper.
#pragma once

#include <vector>

#include "features/perform.hpp"
#include "features/texts.hpp"
#include "paper/press.hpp"

namespace samrad::features {

// paper_actions.cpp
http::Reply export_amendments(Work& work, Texts& texts, paper::Press& press);
http::Reply export_synopsis(Work& work, Texts& texts, paper::Press& press);

// import_actions.cpp
http::Reply import_amendments(Work& work, Texts& texts);

// The routes of these. `texts` and `press` must outlive them.
std::vector<ActionRoute> paper_routes(Texts& texts, paper::Press& press);

}  // namespace samrad::features
