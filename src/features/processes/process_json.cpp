#include "features/processes/process_json.hpp"

#include <boost/json.hpp>

#include "features/stage_json.hpp"
#include "features/texts.hpp"
#include "features/tokens.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

json::array documents_json(const domain::Process& process, const std::vector<domain::Document>& documents) {
    json::array list;
    for (const auto& document : documents) {
        if (document.process != process.id) continue;
        list.push_back(json::object{{"id", document.id.value},
                                    {"title", document.title},
                                    {"version", document.head},
                                    {"comments", document.comment_count},
                                    {"amendments", document.amendment_count}});
    }
    return list;
}

json::array named_units_json(const std::vector<domain::NamedUnit>& units) {
    json::array list;
    for (const auto& unit : units) list.push_back(json::object{{"id", unit.id.value}, {"name", unit.name}});
    return list;
}

}  // namespace

json::object process_json(const domain::Process& process, const domain::Scope& scope, const domain::Actor& actor,
                          const std::vector<domain::Document>& documents, Time now) {
    using domain::Act;
    json::array stages;
    for (const auto& stage : process.stages) stages.push_back(stage_json(process.stages, stage));
    json::array units;
    for (const auto unit : process.named_units) units.push_back(unit.value);
    return {{"id", process.id.value},
            {"unit", json::object{{"id", process.unit.value}, {"name", process.unit_name}}},
            {"title", process.title},
            {"description", process.description},
            {"description_html", render_passage(process.description)},
            {"audience", name_of(process.audience)},
            {"units", std::move(units)},
            {"stage", present_stage_json(process, now)},
            {"stages", std::move(stages)},
            {"documents", documents_json(process, documents)},
            {"admits_participants", process.admits_participants},
            {"amendments", json::object{{"until", time_json(process.amendments.until)},
                                        {"participants", process.amendments.participants},
                                        {"supporters_needed", process.amendments.supporters_needed},
                                        {"supporters_from", name_of(process.amendments.supporters_from)},
                                        {"supporters_units", named_units_json(process.amendments.supporters_units)},
                                        {"supporter_units_needed", process.amendments.supporter_units_needed},
                                        {"each", process.amendments.each},
                                        {"chain", named_units_json(process.amendments.chain)}}},
            {"next_change", time_json(domain::next_change(process.stages, now))},
            {"needs_you", json::array{}},
            {"may", json::object{{"edit", domain::may(actor, Act::edit, scope)},
                                 {"moderate", domain::may(actor, Act::moderate, scope)},
                                 {"comment", domain::may(actor, Act::comment, scope)},
                                 {"amend", domain::may(actor, Act::amend, scope)},
                                 {"vote", domain::may(actor, Act::vote, scope)}}}};
}

std::string settings_fingerprint(const domain::Process& process) {
    json::array units, stages, chain, supporters_units;
    for (const auto unit : process.named_units) units.push_back(unit.value);
    for (const auto& unit : process.amendments.supporters_units) supporters_units.push_back(unit.id.value);
    for (const auto& unit : process.amendments.chain) chain.push_back(unit.id.value);
    for (const auto& stage : process.stages) {
        stages.push_back(json::array{stage.id.value, stage.title, name_of(stage.kind), time_json(stage.starts)});
    }
    const auto& rules = process.amendments;
    return fingerprint_of(json::serialize(json::array{
        process.title, process.description, name_of(process.audience), std::move(units), process.admits_participants,
        time_json(rules.until), rules.participants, rules.supporters_needed, name_of(rules.supporters_from),
        std::move(supporters_units), rules.supporter_units_needed, rules.each, std::move(chain), std::move(stages)}));
}

json::value hearing_json(const domain::Process& process, const std::vector<domain::Consultee>& required, Time now) {
    if (required.empty()) return nullptr;
    json::array awaited, waived;
    for (const auto& consultee : required) {
        if (domain::is_awaited(consultee)) {
            awaited.push_back(json::object{{"consultation", consultee.consultation.value}, {"name", consultee.name}});
        } else if (consultee.waived && !consultee.heard) {
            waived.push_back(json::object{{"consultation", consultee.consultation.value},
                                          {"name", consultee.name},
                                          {"reason", consultee.waiver_reason},
                                          {"by", consultee.waived_by},
                                          {"at", to_iso(*consultee.waived)}});
        }
    }
    const auto* held = domain::held_stage(process, now);
    return json::object{{"required", required.size()},
                        {"awaited", std::move(awaited)},
                        {"waived", std::move(waived)},
                        {"held_stage", held ? json::value(held->id.value) : nullptr}};
}

}  // namespace samrad::features
