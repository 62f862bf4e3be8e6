#include "domain/permission/permission.hpp"

#include <algorithm>

namespace samrad::domain {

namespace {

bool holds(const std::vector<UnitId>& path, UnitId unit) {
    return std::find(path.begin(), path.end(), unit) != path.end();
}

// A role in the unit at the end of the path, or administrator anywhere on it.
bool has_role(const Actor& actor, Role role, const std::vector<UnitId>& path) {
    return std::any_of(actor.standings.begin(), actor.standings.end(), [&](const Standing& standing) {
        if (standing.role == Role::administrator) return holds(path, standing.unit);
        return standing.role == role && !path.empty() && standing.unit == path.back();
    });
}

bool is_addressed(const Actor& actor, const Scope& scope) {
    return std::any_of(scope.named_units.begin(), scope.named_units.end(),
                       [&](UnitId unit) { return belongs_to(actor, unit); });
}

bool may_read(const Actor& actor, const Scope& scope) {
    if (has_role(actor, Role::editor, scope.unit_path) || has_role(actor, Role::moderator, scope.unit_path))
        return true;
    if (scope.stage == StageKind::preparing) return false;
    switch (scope.audience) {
        case Audience::everybody: return true;
        case Audience::members: return !scope.unit_path.empty() && belongs_to(actor, scope.unit_path.back());
        case Audience::units: return is_addressed(actor, scope);
    }
    return false;
}

bool is_of_the_organisation(const Actor& actor, const Scope& scope) {
    return !scope.unit_path.empty() && belongs_to(actor, scope.unit_path.front());
}

std::optional<Problem> refuse_comment(const Actor& actor, const Scope& scope) {
    if (!allows_comments(scope.stage)) return conflict("comment.stage_closed");
    const bool invited = is_of_the_organisation(actor, scope) || is_addressed(actor, scope) ||
                         (scope.audience == Audience::everybody && scope.admits_participants);
    if (!invited) return forbidden("comment.members_only");
    return std::nullopt;
}

std::optional<Problem> refuse_amendment(const Actor& actor, const Scope& scope) {
    if (!allows_amendments(scope.stage)) return conflict("amendment.stage_closed");
    const bool invited = is_of_the_organisation(actor, scope) || is_addressed(actor, scope) ||
                         (scope.audience == Audience::everybody && scope.participants_amend);
    if (!invited) return forbidden("amendment.members_only");
    return std::nullopt;
}

Problem nobody() { return {Kind::unauthenticated, "session.required", {}, {}, 0}; }

}  // namespace

bool belongs_to(const Actor& actor, UnitId unit) {
    return std::any_of(actor.standings.begin(), actor.standings.end(),
                       [&](const Standing& standing) { return holds(standing.path, unit); });
}

Group group_of(const Actor& actor) {
    Group group = Group::participant;
    for (const Standing& standing : actor.standings) {
        if (standing.root_kind != UnitKind::affiliate) return Group::member;
        group = Group::affiliate;
    }
    return group;
}

std::vector<UnitId> units_of(const Actor& actor) {
    std::vector<const Standing*> standings;
    for (const auto& standing : actor.standings) standings.push_back(&standing);
    std::sort(standings.begin(), standings.end(), [](const Standing* a, const Standing* b) {
        return a->path.size() != b->path.size() ? a->path.size() > b->path.size() : a->unit < b->unit;
    });
    std::vector<UnitId> units;
    for (const auto* standing : standings) {
        if (units.size() < 100 && (units.empty() || units.back() != standing->unit)) units.push_back(standing->unit);
    }
    return units;
}

Scope scope_of(const Process& process, Time at) {
    return {process.unit_path,
            process.audience,
            process.named_units,
            process.admits_participants,
            process.amendments.participants,
            stage_kind_at(process.stages, at, process.awaits_hearing)};
}

bool is_for(const Scope& scope, const std::vector<UnitId>& unit_path) {
    switch (scope.audience) {
        case Audience::everybody: return true;
        case Audience::members: return !scope.unit_path.empty() && holds(unit_path, scope.unit_path.back());
        case Audience::units:
            return std::any_of(scope.named_units.begin(), scope.named_units.end(),
                               [&](UnitId unit) { return holds(unit_path, unit); });
    }
    return false;
}

std::optional<Problem> refuse(const Actor& actor, Act act, const Scope& scope) {
    if (!may_read(actor, scope)) return missing();
    if (act == Act::read) return std::nullopt;
    if (!actor.signed_in()) return nobody();
    switch (act) {
        case Act::read: break;
        case Act::edit:
            if (!has_role(actor, Role::editor, scope.unit_path)) return forbidden();
            break;
        case Act::moderate:
            if (!has_role(actor, Role::moderator, scope.unit_path)) return forbidden();
            break;
        case Act::read_answers:
            if (!has_role(actor, Role::editor, scope.unit_path) && !has_role(actor, Role::moderator, scope.unit_path)) {
                return forbidden();
            }
            break;
        case Act::comment: return refuse_comment(actor, scope);
        case Act::amend: return refuse_amendment(actor, scope);
        case Act::vote:
            if (!allows_votes(scope.stage)) return conflict("vote.stage_closed");
            break;
    }
    return std::nullopt;
}

std::optional<Problem> refuse_administration(const Actor& actor, const std::vector<UnitId>& unit_path) {
    if (!actor.signed_in()) return nobody();
    if (!has_role(actor, Role::administrator, unit_path)) return forbidden();
    return std::nullopt;
}

std::optional<Problem> refuse_speaking(const Actor& actor, const std::vector<UnitId>& unit_path) {
    if (!actor.signed_in()) return nobody();
    if (!has_role(actor, Role::editor, unit_path)) return forbidden("unit.not_yours");
    return std::nullopt;
}

std::vector<UnitId> units_spoken_for(const Actor& actor) {
    std::vector<UnitId> units;
    for (const auto& standing : actor.standings) {
        const bool known = std::find(units.begin(), units.end(), standing.unit) != units.end();
        if (!known && !refuse_speaking(actor, standing.path)) units.push_back(standing.unit);
    }
    return units;
}

std::optional<Problem> refuse_new_process(const Actor& actor, const std::vector<UnitId>& unit_path) {
    if (!actor.signed_in()) return nobody();
    if (!has_role(actor, Role::editor, unit_path)) return forbidden();
    return std::nullopt;
}

}  // namespace samrad::domain
