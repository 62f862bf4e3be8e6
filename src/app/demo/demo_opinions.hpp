// What people write in the demo's consultation: opinions of their own, and a campaign's text with changes.
#pragma once

#include <random>
#include <string>

namespace samrad::app {

// A few sentences about somebody's way to school, seldom the same ones twice.
std::string demo_opinion(std::mt19937& dice);

// The text of a parents' campaign as one of them sends it: nearly always with a word changed, a sentence left out or
// lines of one's own.
std::string demo_appeal(std::mt19937& dice);

}  // namespace samrad::app
