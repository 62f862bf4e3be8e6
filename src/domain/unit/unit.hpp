// Units and standings: who belongs where, as what, from when to when.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/problem.hpp"
#include "base/time.hpp"
#include "domain/account/account.hpp"

namespace samrad::domain {

enum class UnitKind { central, county, municipality, branch, committee, affiliate };
enum class Role { member, editor, moderator, administrator };

struct Unit {
    UnitId id;
    std::optional<UnitId> parent;
    std::optional<UnitId> affiliated_to;
    std::string name;
    UnitKind kind = UnitKind::branch;
    std::vector<UnitId> path;  // from the root down to the unit itself
};

struct Standing {
    StandingId id;
    AccountId account;
    UnitId unit;
    std::vector<UnitId> path;  // of the unit
    Role role = Role::member;
    Time from;
    std::optional<Time> to;
    UnitKind root_kind =
        UnitKind::central;  // of the first unit of the path: affiliate in an affiliated organisation's tree
};

// A mailed link that gives its one user a standing.
struct Invitation {
    InvitationId id;
    std::string email;
    UnitId unit;
    Role role = Role::member;
    Time expires;
    bool used = false;
};

// Whether the standing counts at a moment: from is inside, to is outside.
inline bool in_force(const Standing& standing, Time at) {
    return standing.from <= at && (!standing.to || at < *standing.to);
}

// Names of units: 1 to 200 code points, with the same care as names of people. Code unit.name_invalid.
std::optional<Problem> check_unit_name(std::string_view name);
// Where a kind may stand: central units and affiliates are the roots of trees, all others stand below another unit
// (unit.kind_misplaced). Only the root of an affiliate is affiliated to something (unit.affiliation_misplaced).
std::optional<Problem> check_place(UnitKind kind, bool has_parent, bool is_affiliated);
// The deepest tree: units from the root to a leaf.
inline constexpr std::size_t deepest_unit = 12;

// Whether a standing may run so: it ends after it begins (standing.ends_before_start, field "to").
std::optional<Problem> check_dates(Time from, const std::optional<Time>& to);

// Whether an invitation may be used by whoever has that address: once (invitation.used), in time (invitation.expired),
// and by nobody but the one who was invited (invitation.other_address).
std::optional<Problem> refuse_invitation(const Invitation& invitation, std::string_view email, Time at);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::UnitKind> =
    std::array<std::string_view, 6>{"central", "county", "municipality", "branch", "committee", "affiliate"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::Role> =
    std::array<std::string_view, 4>{"member", "editor", "moderator", "administrator"};
