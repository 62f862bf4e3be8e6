#include "features/processes/process_body.hpp"

#include <algorithm>

#include "storage/units.hpp"

namespace samrad::features {

namespace {

// The bodies in the order in which they recommend, each once.
std::vector<domain::ChainUnit> read_chain(Work& work, Body& rules, std::vector<domain::ChainUnit> before) {
    const auto ids = rules.maybe_numbers("chain", 20);
    if (!ids) return before;
    std::vector<domain::ChainUnit> chain;
    for (const auto id : *ids) {
        const auto unit = storage::find_unit(work.tx, UnitId{id});
        const bool twice = std::count(ids->begin(), ids->end(), id) > 1;
        if (!unit || twice) rules.refuse("input.not_a_choice", "chain");
        chain.push_back({unit->id, unit->name});
    }
    return chain;
}

}  // namespace

std::optional<std::vector<domain::Stage>> read_stages(Body& body) {
    auto items = body.maybe_objects("stages", 20);
    if (!items) return std::nullopt;
    std::vector<domain::Stage> stages;
    for (auto& item : *items) {
        const StageId id{item.maybe_number("id", 1, INT64_MAX).value_or(0)};
        auto title = item.line("title", 100);
        const auto kind = item.name<domain::StageKind>("kind");
        stages.push_back({id, std::move(title), kind, item.maybe_time("starts")});
        item.done();
    }
    require(domain::check_stages(stages));
    return stages;
}

std::vector<UnitId> read_units(Work& work, Body& body) {
    std::vector<UnitId> units;
    for (const auto number : body.maybe_numbers("units", 1000).value_or(std::vector<std::int64_t>{})) {
        units.push_back(UnitId{number});
    }
    for (const auto unit : units) {
        if (!storage::find_unit(work.tx, unit)) body.refuse("input.not_a_choice", "units");
    }
    return units;
}

void read_amendment_rules(Work& work, Body& body, domain::AmendmentRules& rules) {
    auto told = body.maybe_object("amendments");
    if (!told) return;
    if (told->has("until") || told->is_null("until")) rules.until = told->maybe_time("until");
    rules.participants = told->maybe_flag("participants").value_or(rules.participants);
    rules.supporters_needed = int(told->maybe_number("supporters_needed", 0, 10'000).value_or(rules.supporters_needed));
    rules.supporters_from = told->maybe_name<domain::SupportersFrom>("supporters_from").value_or(rules.supporters_from);
    rules.each = int(told->maybe_number("each", 0, 10'000).value_or(rules.each));
    rules.chain = read_chain(work, *told, std::move(rules.chain));
    told->done();
}

}  // namespace samrad::features
