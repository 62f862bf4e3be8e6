// Forms that units keep for use again. Who may begin processes in a unit may keep its templates; they are used there,
// below it, and, where they are shared, in the whole organisation.
#include <algorithm>
#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/consultations/form_actions.hpp"
#include "features/form_json.hpp"
#include "features/json.hpp"
#include "storage/consultations.hpp"
#include "storage/form_templates.hpp"
#include "storage/processes.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

domain::Unit reach_unit(Work& work) {
    auto unit = storage::find_unit(work.tx, work.id<UnitId>("unit"));
    if (!unit) throw missing();
    require(domain::refuse_new_process(work.actor, unit->path));
    return *std::move(unit);
}

bool keeps(const domain::Actor& actor, const storage::FormTemplate& one) {
    return !domain::refuse_new_process(actor, one.unit_path);
}

// Whether the actor edits in a unit that may use it.
bool may_use(const domain::Actor& actor, const storage::FormTemplate& one) {
    return keeps(actor, one) ||
           std::any_of(actor.standings.begin(), actor.standings.end(), [&](const domain::Standing& standing) {
               if (standing.role != domain::Role::editor && standing.role != domain::Role::administrator) return false;
               const auto& path = standing.path;
               return std::find(path.begin(), path.end(), one.unit) != path.end() ||
                      (one.shared && path.front() == one.unit_path.front());
           });
}

// For others there is none.
storage::FormTemplate reach_template(Work& work) {
    work.require_sign_in();
    auto found = storage::find_template(work.tx, work.id<FormTemplateId>("template"));
    if (!found || !may_use(work.actor, *found)) throw missing();
    return *std::move(found);
}

json::object template_json(const storage::FormTemplate& one, const domain::Actor& actor) {
    return {{"id", one.id.value},
            {"unit", json::object{{"id", one.unit.value}, {"name", one.unit_name}}},
            {"title", one.title},
            {"shared", one.shared},
            {"changed", to_iso(one.changed)},
            {"may", json::object{{"edit", keeps(actor, one)}}}};
}

}  // namespace

http::Reply list_templates(Work& work) {
    const auto unit = reach_unit(work);
    json::array items;
    for (const auto& one : storage::templates_for(work.tx, unit.path)) items.push_back(template_json(one, work.actor));
    return reply_json(page_json(std::move(items), std::nullopt));
}

http::Reply show_template(Work& work) {
    const auto one = reach_template(work);
    auto object = template_json(one, work.actor);
    object["sections"] = form_json(form_of(storage::definition_of(work.tx, one.id))).at("sections");
    return reply_json(object);
}

http::Reply keep_template(Work& work) {
    const auto unit = reach_unit(work);
    Body body(work.request);
    const auto title = body.line("title", 200);
    const bool shared = body.maybe_flag("shared").value_or(false);
    auto form = read_form(body);
    body.done();
    // Paragraphs are those of one document.
    for (auto& section : form.sections) {
        for (auto& question : section.questions) question.block.clear();
    }
    const auto id =
        storage::keep_template(work.tx, unit.id, title, json::serialize(form_json(form)), shared, work.actor.account);
    work.record("keep", "form_template:" + std::to_string(id.value), title);
    return reply_json(template_json(storage::find_template(work.tx, id).value(), work.actor), 201);
}

http::Reply remove_template(Work& work) {
    const auto one = reach_template(work);
    Body(work.request).done();
    if (!keeps(work.actor, one)) throw forbidden();
    storage::remove_template(work.tx, one.id);
    work.record("remove", "form_template:" + std::to_string(one.id.value), one.title);
    return http::Reply::nothing();
}

http::Reply list_consultations_of_unit(Work& work) {
    const auto unit = reach_unit(work);
    json::array items;
    for (const auto& one : storage::consultations_of_unit(work.tx, unit.id)) {
        const auto process = storage::find_process(work.tx, one.process).value();
        items.push_back(json::object{{"id", one.id.value},
                                     {"title", one.rules.title},
                                     {"process", json::object{{"id", process.id.value}, {"title", process.title}}}});
    }
    return reply_json(page_json(std::move(items), std::nullopt));
}

}  // namespace samrad::features
