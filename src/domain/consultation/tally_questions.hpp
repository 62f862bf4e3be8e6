// What all revisions of a form asked, as one list: what the tables of tallies.hpp are about.
//
// An answer stays with the revision that it was begun with. So a question that only some revisions have is asked of
// some, and how many those are is a count like others. It would tell who chose two things at once where the question
// hangs on one that other revisions have too, and where its revisions overlap another's without one holding the other:
// with revisions 1 and 2 asked the one and 2 and 3 the other, the sum tells how many were asked both. Of such questions
// nothing is told.
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
    std::vector<bool> revisions;  // which of them ask it, newest first

    bool in_all() const;
};

// In the order of the newest form; what only an older one asked stands at the end. `forms`: newest first.
std::vector<TalliedQuestion> tallied_questions(const std::vector<Form>& forms);

}  // namespace samrad::domain
