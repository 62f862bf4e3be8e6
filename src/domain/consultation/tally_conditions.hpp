// Of whom a question is asked, and of which questions nothing can be shown, since how many were asked them would tell
// who chose two things at once.
//
// Idea: how many were asked a question is told with its table. That is nothing new where those who were asked are lines
// of one other table: the count is their sum. It is news where a question hangs on two others: then it is the number of
// those who chose both, and with the counts of each that tells who chose the one and not the other.
//
// Example: 10 said yes, 12 take the bus, and 9 were asked what hangs on both: one said yes and takes no bus. The same
// where it hangs on either of two options of which one may choose both (10 and 8, asked were 17), and where it hangs on
// an age that lies within a band.
//
// Counter-example: a question of a section that is asked of those who said yes, and that hangs on another question of
// that section, hangs on that one alone: whoever answered it had said yes.
//
// Decided: of such a question nothing is told in any voice, whatever the numbers are, so that what is hidden tells
// nothing either. Cost: O(questions x conditions).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/form/form.hpp"

namespace samrad::domain {

// Who is asked a question: those for whom the conditions hold, all on one other question.
struct AskedOf {
    std::string question;  // "": everybody
    bool any = false;      // one of the conditions is enough
    std::vector<Condition> conditions;

    // Whether the question is asked of who chose that line of the other's table and no more.
    bool holds_for(const std::string& line) const;
};

// Who is asked the question of that key; nothing where how many they are tells more than one other table does. `forms`:
// all revisions.
std::optional<AskedOf> asked_of(const std::vector<Form>& forms, const std::string& key);

}  // namespace samrad::domain
