// How far two readers of the same answers agree.
//
// For each theme an answer is a yes or a no from either reader: whether that one marked anything in it with the theme.
// Percent is how often they said the same. That is high for a rare theme by mere chance: two who each give it to one
// answer in twenty, blindly, agree on nine of ten. Cohen's kappa takes chance away:
//
//     kappa = (observed - by chance) / (1 - by chance),   by chance = yes1 * yes2 + no1 * no2
//
// 1 is full agreement, 0 is what chance gives, below 0 is worse. Where both said the same of every answer, chance alone
// explains it and kappa is not defined. Example (Cohen's own kind of table): 50 answers, both yes 20, first alone 5,
// second alone 10, neither 15: observed 0.70, by chance 0.50, kappa 0.40.
//
// Passages: of the units that either reader marked with the theme, the share that both did.
#pragma once

#include <optional>
#include <vector>

#include "domain/consultation/theme.hpp"

namespace samrad::domain {

struct MarkedPassage {
    ThemeId theme;
    Passage passage;
};
// One answer as the two marked it.
struct TwiceMarked {
    std::vector<MarkedPassage> first, second;
};

struct ThemeAgreement {
    ThemeId theme;
    int both = 0;  // answers
    int first_only = 0;
    int second_only = 0;
    int neither = 0;
    double percent = 0;  // 0 to 100
    std::optional<double> kappa;
    std::optional<double> overlap;  // 0 to 1; nothing where neither marked anything
};

struct Agreement {
    std::vector<ThemeAgreement> themes;  // those that either used, by id
    ThemeAgreement all;                  // every answer and theme taken together; `theme` 0
};

Agreement agreement_of(const std::vector<TwiceMarked>& answers);

}  // namespace samrad::domain
