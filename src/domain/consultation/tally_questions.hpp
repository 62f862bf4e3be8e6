// What all revisions of a form asked, as one list: what the tables of tallies.hpp are about.
#pragma once

#include <optional>
#include <vector>

#include "domain/consultation/small_counts.hpp"
#include "domain/consultation/tally_conditions.hpp"
#include "domain/form/form.hpp"

namespace samrad::domain {

// A question as all revisions asked it: worded as in the newest, with every option that anybody can have chosen.
struct TalliedQuestion {
    Question question;
    Choosing choosing = Choosing::one;  // how many options one could choose: in any revision, the most careful one
    std::optional<AskedOf> asked;
};

// In the order of the newest form; what only an older one asked stands at the end. `forms`: newest first.
std::vector<TalliedQuestion> tallied_questions(const std::vector<Form>& forms);

}  // namespace samrad::domain
