#include "features/consultations/paper_body.hpp"

#include <algorithm>

#include "features/reach.hpp"
#include "storage/consultees.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace {

using std::string;

string value_of(UnitId unit) { return "unit:" + std::to_string(unit.value); }
string value_of(ConsulteeId consultee) { return "consultee:" + std::to_string(consultee.value); }

std::vector<domain::Unit> units_of(Work& work, const ReachedAnswer& reached) {
    const auto scope = reach_process(work, reached.consultation.process, domain::Act::read).scope;
    auto units = storage::all_units(work.tx);
    std::erase_if(units, [&](const domain::Unit& unit) { return !domain::is_for(scope, unit.path); });
    return units;
}

std::vector<domain::Consultee> organisations_of(Work& work, const ReachedAnswer& reached) {
    auto all = storage::consultees_of(work.tx, reached.consultation.id);
    std::erase_if(all, [](const domain::Consultee& one) { return one.unit.has_value(); });
    return all;
}

}  // namespace

void put_paper_bodies(Fields& fields, Work& work, const ReachedAnswer& reached) {
    if (!reached.answer.entered_by || reached.answer.submitted) return;
    const auto& chosen = domain::text_of(reached.about, "#of");
    auto& list = fields.lists["bodies"];
    const auto add = [&](string value, const string& label, std::size_t depth) {
        Fields one;
        one.texts = {{"key", value}, {"label", label}};
        for (std::size_t i = 1; i < depth; ++i) one.texts["indent"] += "\u2003";
        one.truths["chosen"] = value == chosen;
        list.push_back(std::move(one));
    };
    for (const auto& unit : units_of(work, reached)) add(value_of(unit.id), unit.name, unit.path.size());
    for (const auto& one : organisations_of(work, reached)) add(value_of(one.id), one.name, 1);
    fields.truths["has_bodies"] = !list.empty();
}

std::optional<Problem> put_paper_body(Work& work, const ReachedAnswer& reached, storage::Answer& answer) {
    const auto& chosen = domain::text_of(reached.about, "#of");
    if (chosen.empty() || !answer.entered_by || answer.submitted) return std::nullopt;
    if (!domain::text_of(reached.about, "#organisation").empty()) return invalid("answer.one_body", "of");
    const auto answered = invalid("answer.body_answered", "of");
    for (const auto& unit : units_of(work, reached)) {
        if (value_of(unit.id) != chosen) continue;
        storage::lock_unit(work.tx, unit.id);  // it has one answer, whoever begins it
        const auto begun = storage::answer_of_unit(work.tx, answer.consultation, unit.id);
        if (begun && *begun != answer.id) return answered;
        answer.body.unit = unit.id;
        answer.body.unit_name = unit.name;
        answer.voice = storage::voice_of(work.tx, unit.id);
        return std::nullopt;
    }
    for (const auto& one : organisations_of(work, reached)) {
        if (value_of(one.id) != chosen) continue;
        storage::lock_consultee(work.tx, one.id);
        const auto begun = storage::answer_of_consultee(work.tx, one.id);
        if (begun && *begun != answer.id) return answered;
        storage::set_answer(work.tx, one.id, answer.id);
        answer.body.organisation = one.name;
        answer.voice = domain::Voice::organisations;
        return std::nullopt;
    }
    return invalid("answer.body_unknown", "of");
}

}  // namespace samrad::features
