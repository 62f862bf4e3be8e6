#include "app/unit_command.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "storage/audit_trail.hpp"
#include "storage/units.hpp"

namespace samrad::app {

namespace {

struct Options {
    std::string name, kind;
    std::int64_t parent = 0, affiliated_to = 0;
};

void require(const std::optional<Problem>& problem) {
    if (problem) throw *problem;
}

void add(const Options& options, const std::string& database) {
    const auto kind = from_name<domain::UnitKind>(options.kind);
    if (!kind) throw invalid("input.not_a_choice", "kind");
    require(domain::check_unit_name(options.name));
    require(domain::check_place(*kind, options.parent != 0, options.affiliated_to != 0));
    storage::Pool pool(database, 1, storage::As::owner);
    storage::Transaction tx(pool, storage::Mode::write);
    domain::Unit unit;
    unit.name = options.name;
    unit.kind = *kind;
    const auto find = [&](std::int64_t id, const char* field) {
        if (!storage::find_unit(tx, UnitId{id})) throw invalid("input.not_a_choice", field);
        return UnitId{id};
    };
    if (options.parent != 0) unit.parent = find(options.parent, "parent");
    if (options.affiliated_to != 0) unit.affiliated_to = find(options.affiliated_to, "affiliated_to");
    const auto id = storage::add_unit(tx, unit);
    storage::add_to_audit_trail(tx, AccountId{}, "found", "unit:" + std::to_string(id.value), "command line");
    tx.commit();
    std::cout << id.value << "\n";
}

void list(const std::string& database) {
    storage::Pool pool(database, 1, storage::As::owner);
    storage::Transaction tx(pool, storage::Mode::read);
    for (const auto& unit : storage::all_units(tx)) {
        std::cout << unit.id.value << "\t" << std::string(2 * (unit.path.size() - 1), ' ') << unit.name << "\t"
                  << name_of(unit.kind) << "\n";
    }
}

}  // namespace

void add_unit_command(CLI::App& program, std::function<std::string()> database_url) {
    auto* unit = program.add_subcommand("unit", "Add units and list them");
    unit->require_subcommand(1);
    const auto options = std::make_shared<Options>();
    auto* adding = unit->add_subcommand("add", "Add a unit and print its id");
    adding->add_option("--name", options->name, "What it is called")->required();
    adding->add_option("--kind", options->kind, "central, county, municipality, branch, committee or affiliate")
        ->required();
    adding->add_option("--parent", options->parent, "The id of the unit above; none for the root of a tree");
    adding->add_option("--affiliated-to", options->affiliated_to, "For the root of an affiliate: the unit's id");
    adding->callback([=] { add(*options, database_url()); });
    unit->add_subcommand("list", "List all units as a tree")->callback([=] { list(database_url()); });
}

}  // namespace samrad::app
