#include "features/consultees/consultee_actions.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "domain/account/account.hpp"
#include "features/body.hpp"
#include "features/consultees/consultee_json.hpp"
#include "features/hearing_gate.hpp"
#include "features/json.hpp"
#include "features/process_news.hpp"
#include "features/reach_consultation.hpp"
#include "storage/consultees.hpp"
#include "storage/units.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

std::string object_of(ConsulteeId id) { return "consultee:" + std::to_string(id.value); }

struct ReachedConsultee {
    domain::Consultee consultee;
    domain::Consultation consultation;
    domain::Scope scope;
};

// The permission comes first; then the row is locked and read anew.
ReachedConsultee reach_consultee(Work& work, domain::Act act) {
    const auto id = work.id<ConsulteeId>("consultee");
    const auto found = storage::find_consultee(work.tx, id);
    if (!found) throw missing();
    const auto reached = reach_consultation(work, found->consultation, act);
    auto consultee = storage::lock_consultee(work.tx, id);
    if (!consultee) throw missing();
    return {*std::move(consultee), reached.consultation, reached.scope};
}

http::Reply reply_list(Work& work, ConsultationId consultation, int status = 200, json::object more = {}) {
    auto object = consultees_json(storage::consultees_of(work.tx, consultation), true);
    for (auto& [name, value] : more) object[name] = value;
    return reply_json(object, status);
}

std::vector<UnitId> read_units(Work& work, Body& body, const domain::Scope& scope) {
    std::vector<UnitId> units;
    for (const auto number :
         body.maybe_numbers("units", domain::most_consultees).value_or(std::vector<std::int64_t>{})) {
        units.push_back(UnitId{number});
    }
    if (auto below = body.maybe_object("below")) {
        const auto unit = below->id<UnitId>("unit");
        const auto kind = below->name<domain::UnitKind>("kind");
        if (!storage::find_unit(work.tx, unit)) below->refuse("input.not_a_choice", "unit");
        below->done();
        for (const auto id : storage::units_below(work.tx, unit, kind)) units.push_back(id);
    }
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    const auto paths = storage::paths_of_units(work.tx, units);
    if (paths.size() != units.size()) body.refuse("input.not_a_choice", "units");
    for (const auto& path : paths) {
        if (!domain::is_for(scope, path)) body.refuse("consultee.cannot_read", "units");
    }
    return units;
}

std::vector<storage::NewOrganisation> read_organisations(Body& body, const domain::Scope& scope) {
    std::vector<storage::NewOrganisation> organisations;
    auto items = body.maybe_objects("organisations", 500);
    if (!items) return organisations;
    for (auto& item : *items) {
        storage::NewOrganisation one{domain::trimmed(item.line("name", 200)), item.line("email", 254)};
        if (!domain::is_plain_line(one.name, 200) || domain::is_pseudonym(one.name))
            item.refuse("consultee.name_invalid", "name");
        if (domain::check_email(one.email)) item.refuse("account.email_invalid", "email");
        item.done();
        organisations.push_back(std::move(one));
    }
    // Whoever is not of the party reads what everybody reads.
    if (!organisations.empty() && scope.audience != domain::Audience::everybody) {
        body.refuse("consultee.cannot_read", "organisations");
    }
    return organisations;
}

}  // namespace

http::Reply list_consultees(Work& work) {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::read);
    return reply_json(consultees_json(storage::consultees_of(work.tx, consultation.id),
                                      domain::may(work.actor, domain::Act::edit, scope)));
}

http::Reply add_consultees(Work& work) {
    const auto [consultation, scope] =
        reach_locked_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::edit);
    Body body(work.request);
    const auto units = read_units(work, body, scope);
    const auto organisations = read_organisations(body, scope);
    const bool required = body.maybe_flag("must_be_heard").value_or(false);
    body.done();
    if (units.empty() && organisations.empty()) body.refuse("input.missing", "units");
    // A draft is asked when it is published.
    if (required && consultation.published) require_before_decision(work, consultation.process);
    const int added = storage::add_units(work.tx, consultation.id, units, required) +
                      storage::add_organisations(work.tx, consultation.id, organisations, required);
    if (storage::consultees_of(work.tx, consultation.id).size() > domain::most_consultees) {
        body.refuse("consultee.too_many", units.empty() ? "organisations" : "units");
    }
    work.record("add_consultees", "consultation:" + std::to_string(consultation.id.value), std::to_string(added));
    if (consultation.published) tell_process_and_documents(work, consultation.process);
    return reply_list(work, consultation.id, 201, {{"added", added}});
}

http::Reply change_consultee(Work& work) {
    auto [consultee, consultation, scope] = reach_consultee(work, domain::Act::edit);
    Body body(work.request);
    const bool required = body.maybe_flag("must_be_heard").value_or(consultee.must_be_heard);
    if (const auto email = body.maybe_text("email", 0, 254)) {
        if (email->empty() ? !consultee.unit : domain::check_email(*email).has_value()) {
            body.refuse("account.email_invalid", "email");
        }
        // Whoever has the old address has no part in it.
        if (*email != consultee.email) storage::drop_links(work.tx, consultee.id);
        consultee.email = *email;
    }
    body.done();
    const bool awaited = required && !consultee.must_be_heard && !consultee.heard && !consultee.waived;
    if (awaited && consultation.published) require_before_decision(work, consultation.process);
    consultee.must_be_heard = required;
    storage::change_consultee(work.tx, consultee);
    work.record("change", object_of(consultee.id), required ? "must_be_heard" : "");
    if (consultation.published) tell_process_and_documents(work, consultation.process);
    return reply_json(consultee_json(consultee, true));
}

http::Reply remove_consultee(Work& work) {
    const auto [consultee, consultation, scope] = reach_consultee(work, domain::Act::edit);
    Body(work.request).done();
    require(domain::refuse_removal(consultee));
    storage::remove_consultee(work.tx, consultee.id);
    work.record("remove", object_of(consultee.id), consultee.name);
    if (consultation.published) tell_process_and_documents(work, consultation.process);
    return http::Reply::nothing();
}

http::Reply waive_consultee(Work& work) {
    const auto [consultee, consultation, scope] = reach_consultee(work, domain::Act::edit);
    Body body(work.request);
    const auto reason = domain::trimmed(body.text("reason", 1, 1000));
    body.done();
    if (reason.empty()) body.refuse("input.too_short", "reason");
    require(domain::refuse_waiver(consultee));
    storage::waive(work.tx, consultee.id, work.actor.account, reason);
    work.record("waive", object_of(consultee.id), reason);
    tell_process_and_documents(work, consultation.process);
    return reply_json(consultee_json(storage::find_consultee(work.tx, consultee.id).value(), true));
}

http::Reply take_waiver_back(Work& work) {
    const auto [consultee, consultation, scope] = reach_consultee(work, domain::Act::edit);
    Body(work.request).done();
    const bool awaited = consultee.waived && consultee.must_be_heard && !consultee.heard;
    if (awaited && consultation.published) require_before_decision(work, consultation.process);
    storage::take_waiver_back(work.tx, consultee.id);
    work.record("take_waiver_back", object_of(consultee.id));
    tell_process_and_documents(work, consultation.process);
    return reply_json(consultee_json(storage::find_consultee(work.tx, consultee.id).value(), true));
}

http::Reply decline_for_unit(Work& work) {
    const auto [consultee, consultation, scope] = reach_consultee(work, domain::Act::read);
    if (!consultee.unit) throw forbidden();
    require(domain::refuse_speaking(work.actor, storage::find_unit(work.tx, *consultee.unit).value().path));
    Body body(work.request);
    const auto word = domain::trimmed(body.maybe_text("word", 0, 1000).value_or(""));
    body.done();
    require(domain::refuse_declining(consultee));
    storage::decline(work.tx, consultee.id, word);
    work.record("decline", object_of(consultee.id), word);
    tell_process(work, consultation.process);
    return reply_json(consultee_json(storage::find_consultee(work.tx, consultee.id).value(), false));
}

}  // namespace samrad::features
