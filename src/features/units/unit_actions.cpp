#include "features/units/unit_actions.hpp"

#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/me.hpp"
#include "features/units/reach_unit.hpp"
#include "features/units/unit_json.hpp"
#include "storage/people.hpp"
#include "storage/standings.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

bool is_public(const domain::Standing& standing, Time at) {
    return domain::in_force(standing, at) &&
           (standing.role == domain::Role::administrator || standing.role == domain::Role::editor);
}

json::array standings_json(Work& work, const domain::Unit& unit, bool all) {
    std::vector<storage::NamedStanding> shown;
    std::set<AccountId> accounts;
    for (auto& standing : storage::standings_of_unit(work.tx, unit.id)) {
        if (!all && !is_public(standing.standing, work.now)) continue;
        accounts.insert(standing.standing.account);
        shown.push_back(std::move(standing));
    }
    const auto people = storage::find_people(work.tx, accounts);
    json::array items;
    for (const auto& standing : shown) items.push_back(standing_json(standing, people.at(standing.standing.account)));
    return items;
}

std::string read_name(std::string name) {
    name = domain::trimmed(name);
    require(domain::check_unit_name(name));
    return name;
}

// The unit that a field names; input.not_a_choice where there is none.
domain::Unit read_unit(Work& work, const Body& body, std::string_view field, std::int64_t number) {
    auto unit = storage::find_unit(work.tx, UnitId{number});
    if (!unit) body.refuse("input.not_a_choice", field);
    return *std::move(unit);
}

}  // namespace

http::Reply list_units(Work& work) {
    json::array items;
    for (const auto& unit : storage::all_units(work.tx)) items.push_back(unit_json(unit, work.actor));
    return reply_json(page_json(std::move(items), std::nullopt));
}

http::Reply show_unit(Work& work) {
    const auto unit = reach_unit(work, work.id<UnitId>("unit"));
    const bool administers = !domain::refuse_administration(work.actor, unit.path);
    auto object = unit_json(unit, work.actor);
    object["standings"] = standings_json(work, unit, administers);
    return reply_json(object);
}

http::Reply found_unit(Work& work) {
    Body body(work.request);
    domain::Unit unit;
    unit.name = read_name(body.text("name", 0, 1000));
    unit.kind = body.name<domain::UnitKind>("kind");
    const auto parent = body.maybe_number("parent", 1, INT64_MAX);
    const auto affiliated_to = body.maybe_number("affiliated_to", 1, INT64_MAX);
    body.done();
    // Nobody founds a tree that stands for itself over HTTP: the command line does.
    if (!parent && !affiliated_to) body.refuse("input.missing", "parent");

    const auto above =
        parent ? read_unit(work, body, "parent", *parent) : read_unit(work, body, "affiliated_to", *affiliated_to);
    require(domain::refuse_administration(work.actor, above.path));
    require(domain::check_place(unit.kind, parent.has_value(), affiliated_to.has_value()));
    if (parent && above.path.size() >= domain::deepest_unit) throw conflict("unit.too_deep");

    if (parent) unit.parent = above.id;
    if (affiliated_to) unit.affiliated_to = above.id;
    const UnitId id = storage::add_unit(work.tx, unit);
    work.record("found", "unit:" + std::to_string(id.value));
    domain::Actor actor = work.actor;
    if (!parent) {
        const auto standing = storage::add_standing(work.tx, actor.account, id, domain::Role::administrator, work.now,
                                                    std::nullopt, actor.account);
        work.record("grant", "standing:" + std::to_string(standing.value));
        work.tell("account:" + std::to_string(actor.account.value), "account", actor.account.value);
        actor.standings.push_back({standing, actor.account, id, {id}, domain::Role::administrator, work.now, {}});
    }
    return reply_json(unit_json(reach_unit(work, id), actor), 201);
}

http::Reply change_unit(Work& work) {
    auto unit = reach_administered_unit(work, work.id<UnitId>("unit"));
    Body body(work.request);
    const auto name = body.maybe_text("name", 0, 1000);
    body.done();
    if (name) {
        unit.name = read_name(*name);
        storage::rename_unit(work.tx, unit.id, unit.name);
        work.record("rename", "unit:" + std::to_string(unit.id.value));
    }
    return reply_json(unit_json(unit, work.actor));
}

}  // namespace samrad::features
