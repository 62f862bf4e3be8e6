#include "domain/unit/unit.hpp"

namespace samrad::domain {

std::optional<Problem> check_unit_name(std::string_view name) {
    if (is_plain_line(name, 200) && !is_pseudonym(name)) return std::nullopt;
    return invalid("unit.name_invalid", "name");
}

std::optional<Problem> check_place(UnitKind kind, bool has_parent, bool is_affiliated) {
    const bool is_root = kind == UnitKind::central || kind == UnitKind::affiliate;
    if (is_root == has_parent) return invalid("unit.kind_misplaced", "kind");
    if (is_affiliated && kind != UnitKind::affiliate) return invalid("unit.affiliation_misplaced", "affiliated_to");
    return std::nullopt;
}

std::optional<Problem> check_dates(Time from, const std::optional<Time>& to) {
    if (to && *to <= from) return invalid("standing.ends_before_start", "to");
    return std::nullopt;
}

std::optional<Problem> refuse_invitation(const Invitation& invitation, std::string_view email, Time at) {
    if (invitation.used) return conflict("invitation.used");
    if (invitation.expires <= at) return conflict("invitation.expired");
    if (!same_email(invitation.email, email)) return forbidden("invitation.other_address");
    return std::nullopt;
}

}  // namespace samrad::domain
