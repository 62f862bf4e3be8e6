// Who may do what: the one place where it is decided.
//
// Reach of a role: administrator of a unit counts in the unit and everywhere below it; editor and moderator count in
// the unit alone. An administrator may do what an editor and a moderator may. Somebody with any standing in a unit or
// below it belongs to that unit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/problem.hpp"
#include "domain/process/process.hpp"
#include "domain/unit/unit.hpp"

namespace samrad::domain {

// Who acts. A default one is somebody who is not signed in.
struct Actor {
    AccountId account;
    std::string name;
    Language language = Language::nb;
    std::vector<Standing> standings;  // those in force now
    bool signed_in() const { return bool(account); }
};

bool belongs_to(const Actor& actor, UnitId unit);
Group group_of(const Actor& actor);
// The units in which somebody has a standing, each once, the most local first, at most 100.
std::vector<UnitId> units_of(const Actor& actor);

// What an act is about: a process, and everything in it.
struct Scope {
    std::vector<UnitId> unit_path;  // of the unit that owns the process
    Audience audience = Audience::members;
    std::vector<UnitId> named_units;
    bool admits_participants = false;
    bool participants_amend = false;
    StageKind stage = StageKind::preparing;
};

Scope scope_of(const Process& process, Time at);

// Whether everybody with a standing in a unit, or below it, is among those whom the process is for.
bool is_for(const Scope& scope, const std::vector<UnitId>& unit_path);

enum class Act {
    read,          // see the process, its documents, comments and ballots
    edit,          // change the process, its documents and ballots; resolve threads
    moderate,      // hide comments, see hidden ones, answer appeals
    read_answers,  // what came to its consultations, and mark it: its editors and moderators
    comment,       // write, reply, support
    amend,         // write, submit, support and sponsor amendments
    vote,          // take part in a ballot; the electorate is checked beside it
};

// Nothing where the act may be done; else why not. What may not be read is `missing` whatever the act. Then: nobody
// signed in is `unauthenticated`; a lacking role is `forbidden`; a stage that does not allow it is `conflict` with code
// "<act>.stage_closed". Commenting: anybody of the organisation's own tree, of the named units, or, where participants
// are admitted and the audience is public, anybody who is signed in; others are `forbidden` comment.members_only.
std::optional<Problem> refuse(const Actor& actor, Act act, const Scope& scope);
inline bool may(const Actor& actor, Act act, const Scope& scope) { return !refuse(actor, act, scope); }

// Whether somebody administers a unit, by its path: a standing as administrator in it or above it. Otherwise
// `unauthenticated` or `forbidden` (units themselves are no secret).
std::optional<Problem> refuse_administration(const Actor& actor, const std::vector<UnitId>& unit_path);
// Whether somebody may speak for a unit, by its path: its editors and administrators. `forbidden` unit.not_yours.
std::optional<Problem> refuse_speaking(const Actor& actor, const std::vector<UnitId>& unit_path);
// The units for which somebody may speak by a standing in the very unit: those whose affairs wait for them.
std::vector<UnitId> units_spoken_for(const Actor& actor);
// Whether somebody may begin processes in a unit: its editors and administrators.
std::optional<Problem> refuse_new_process(const Actor& actor, const std::vector<UnitId>& unit_path);

}  // namespace samrad::domain
