#include "features/processes/amendment_rules_body.hpp"

#include <algorithm>

#include "storage/units.hpp"

namespace samrad::features {

namespace {

// Units in the order in which they are named, each once; those before where nothing is said.
std::vector<domain::NamedUnit> read_named_units(Work& work, Body& rules, const char* field, std::size_t most,
                                                std::vector<domain::NamedUnit> before) {
    const auto ids = rules.maybe_numbers(field, most);
    if (!ids) return before;
    std::vector<domain::NamedUnit> units;
    for (const auto id : *ids) {
        const auto unit = storage::find_unit(work.tx, UnitId{id});
        const bool twice = std::count(ids->begin(), ids->end(), id) > 1;
        if (!unit || twice) rules.refuse("input.not_a_choice", field);
        units.push_back({unit->id, unit->name});
    }
    return units;
}

// Whose support counts, how many of them are needed, and of how many units.
void read_supporters(Work& work, Body& told, domain::AmendmentRules& rules) {
    rules.supporters_needed = int(told.maybe_number("supporters_needed", 0, 10'000).value_or(rules.supporters_needed));
    rules.supporters_from = told.maybe_name<domain::SupportersFrom>("supporters_from").value_or(rules.supporters_from);
    rules.supporters_units = read_named_units(work, told, "supporters_units", 50, std::move(rules.supporters_units));
    if (rules.supporters_from != domain::SupportersFrom::units) rules.supporters_units.clear();
    if (rules.supporters_from == domain::SupportersFrom::units && rules.supporters_units.empty()) {
        throw invalid("process.supporters_units_missing", "amendments");
    }
    rules.supporter_units_needed =
        int(told.maybe_number("supporter_units_needed", 0, 1'000).value_or(rules.supporter_units_needed));
}

}  // namespace

void read_amendment_rules(Work& work, Body& body, domain::AmendmentRules& rules) {
    auto told = body.maybe_object("amendments");
    if (!told) return;
    if (told->has("until") || told->is_null("until")) rules.until = told->maybe_time("until");
    rules.participants = told->maybe_flag("participants").value_or(rules.participants);
    read_supporters(work, *told, rules);
    rules.each = int(told->maybe_number("each", 0, 10'000).value_or(rules.each));
    rules.chain = read_named_units(work, *told, "chain", 20, std::move(rules.chain));
    told->done();
}

}  // namespace samrad::features
