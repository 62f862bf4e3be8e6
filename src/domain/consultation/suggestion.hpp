// Which theme a passage might belong to, by passages that people marked already.
//
// Words that two passages share say more the fewer passages have them: "ferge" in three of two hundred marks says more
// than "kommune" in ninety. So each stem that both have counts log(1 + marks / marks with it), and likeness is the
// cosine of the two lists so weighed, from 0 to 1. A theme gets the likeness of its most similar passage, and a tenth
// of each of the next two, so that three fair witnesses win over one that is as fair. Below `least` nothing is
// suggested: no suggestion is better than a bad one.
//
// Nothing is learnt and nothing is left to chance: the same marks give the same suggestion, and each names the passage
// because of which it was made. A person confirms it or does not.
#pragma once

#include <string>
#include <vector>

#include "base/id.hpp"

namespace samrad::domain {

struct Witness {
    MarkId mark;
    ThemeId theme;
    std::vector<std::string> stems;  // each once
};
struct ThemeSuggestion {
    ThemeId theme;
    MarkId because_of;
    double likeness = 0;  // of that passage, 0 to 1
};

// The best themes first, at most `most`. Of equal ones the theme with the lower id.
std::vector<ThemeSuggestion> suggest_themes(const std::vector<std::string>& stems, const std::vector<Witness>& marked,
                                            std::size_t most, double least = 0.25);

}  // namespace samrad::domain
