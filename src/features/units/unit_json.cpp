#include "features/units/unit_json.hpp"

#include <boost/json.hpp>

namespace samrad::features {

namespace json = boost::json;

namespace {

json::value id_json(const std::optional<UnitId>& unit) {
    return unit ? json::value(unit->value) : json::value(nullptr);
}

std::string dotted(const std::vector<UnitId>& path) {
    std::string text;
    for (const auto unit : path) text += (text.empty() ? "" : ".") + std::to_string(unit.value);
    return text;
}

}  // namespace

json::object unit_json(const domain::Unit& unit, const domain::Actor& actor) {
    return {{"id", unit.id.value},
            {"name", unit.name},
            {"kind", name_of(unit.kind)},
            {"parent", id_json(unit.parent)},
            {"affiliated_to", id_json(unit.affiliated_to)},
            {"path", dotted(unit.path)},
            {"may", json::object{{"administer", !domain::refuse_administration(actor, unit.path)}}}};
}

json::object invitation_json(const domain::Invitation& invitation) {
    return {{"id", invitation.id.value},
            {"email", invitation.email},
            {"unit", invitation.unit.value},
            {"role", name_of(invitation.role)},
            {"expires", to_iso(invitation.expires)},
            {"used", invitation.used}};
}

}  // namespace samrad::features
