// Units and standings: who belongs where, as what, from when to when.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/names.hpp"
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

// Whether the standing counts at a moment: from is inside, to is outside.
inline bool in_force(const Standing& standing, Time at) {
    return standing.from <= at && (!standing.to || at < *standing.to);
}

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::UnitKind> =
    std::array<std::string_view, 6>{"central", "county", "municipality", "branch", "committee", "affiliate"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::Role> =
    std::array<std::string_view, 4>{"member", "editor", "moderator", "administrator"};
