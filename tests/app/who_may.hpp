// Who may do what on every route: what the test of all routes in all roles holds the server against.
#pragma once

#include <map>
#include <set>
#include <string>

#include "app/house.hpp"

namespace samrad::testing {

enum class Rule {
    all,             // everybody; what is in it depends on the asker, by the canaries
    form,            // everybody may try; an empty form is refused by naming its field
    signed_in,       // everybody with an account
    reader,          // who sees the process
    draft_reader,    // of a draft ballot: editors and administrators
    draft_votes,     // of a draft ballot: editors see that it is there, and that it tells no votes
    commenter,       // who sees the process, and its stage and audience say yes
    author,          // whose comment it is: the editor's
    amender,         // who sees the process, is of the organisation, and the stage says yes
    sponsor,         // whose amendment it is: the editor's
    speaks,          // editors and administrators of the unit named
    of_unit,         // who has a standing in the unit or below it
    office_reads,    // editors and administrators, in reading
    edits,           // editors and administrators
    edits_draft,     // the same, of a draft ballot
    moderates,       // moderators and administrators
    reads_answers,   // moderators, editors and administrators
    counts,          // the same, of what is open; who sees the process hears that it is not closed yet
    settles,         // moderators and administrators, once
    plain_form,      // what takes no JSON refuses all of it; its own tests ask it
    edits_unit,      // begins processes in the unit
    uses_template,   // the same, of a template that they may use; to all others there is none
    asks_sign_in,    // a link that does not exist: whoever is not signed in is asked to be, to others it is missing
    administers,     // administrators of the unit
    appoints,        // administrators of anything
    owns_standing,   // administrators of the standing's unit, and whose it is; to all others it does not exist
    invited,         // whose address it is: the administrator's
    missing,         // nobody, ever
    reads_once,      // the same, of what is gone then
    moderates_once,  // moderators and administrators, of what is gone then
    samples,         // who reads a sample: here an editor and a moderator
};

struct Entry {
    Rule rule;
    const char* body = "{}";
    const char* query = "";
};

// By verb and pattern: "GET /api/me".
const std::map<std::string, Entry>& entries();
std::string name_of(const features::ActionRoute& route);

// What an answer may be: one of the statuses; 0 is any that is neither a refusal nor our failure.
using Expected = std::set<int>;
inline const Expected allowed{0};
bool fits(const Expected& expected, int status);
Expected expected(Rule rule, bool writes, Role role, const Place& place);

}  // namespace samrad::testing
