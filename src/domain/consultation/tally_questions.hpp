// What all revisions of a form asked, as one list: what the tables of tallies.hpp are about.
#pragma once

#include <optional>
#include <vector>

#include "domain/consultation/tally_conditions.hpp"
#include "domain/form/form.hpp"

namespace samrad::domain {

// A question as all revisions asked it: worded as in the newest, with every option that anybody can have chosen.
struct TalliedQuestion {
    Question question;
    bool one_each = true;    // everybody who answered chose one option, in every revision
    bool same_many = false;  // everybody chose the same number, two or more, in every revision
    std::optional<AskedOf> asked;
};

// In the order of the newest form; what only an older one asked stands at the end. `forms`: newest first.
std::vector<TalliedQuestion> tallied_questions(const std::vector<Form>& forms);

}  // namespace samrad::domain
