#include "features/consultations/consultation_actions.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/consultations/consultation_json.hpp"
#include "features/consultations/form_actions.hpp"
#include "features/form_json.hpp"
#include "features/hearing_gate.hpp"
#include "features/reach.hpp"
#include "features/reach_consultation.hpp"
#include "features/texts.hpp"
#include "features/tokens.hpp"
#include "storage/consultations.hpp"
#include "storage/consultees.hpp"
#include "storage/documents.hpp"

namespace samrad::features {

namespace json = boost::json;

namespace {

std::string object_of(ConsultationId id) { return "consultation:" + std::to_string(id.value); }

// Every rule that the body names put in place of the one in `rules`; whether they go together is not asked yet.
domain::ConsultationRules read_rules(Work& work, ProcessId process, Body& body, domain::ConsultationRules rules,
                                     bool all) {
    if (const auto document = body.maybe_number("document", 1, INT64_MAX)) {
        const auto found = storage::find_document(work.tx, DocumentId{*document});
        if (!found || found->process != process) body.refuse("input.not_a_choice", "document");
        rules.document = found->id;
        rules.version = int(body.maybe_number("version", 1, found->head).value_or(found->head));
    } else if (const auto version = body.maybe_number("version", 1, INT32_MAX); version && rules.document) {
        if (*version > storage::find_document(work.tx, *rules.document)->head) {
            body.refuse("input.out_of_range", "version");
        }
        rules.version = int(*version);
    }
    rules.title = all ? body.line("title", 200) : body.maybe_line("title", 200).value_or(rules.title);
    rules.introduction = body.maybe_text("introduction", 0, 5000).value_or(rules.introduction);
    require(check_passage(rules.introduction, "introduction"));
    const auto time = [&](std::string_view field, Time& place) {
        const auto told = body.maybe_time(field);
        if (all && !told) body.refuse("input.missing", field);
        place = told.value_or(place);
    };
    time("opens", rules.opens);
    time("closes", rules.closes);
    time("erases", rules.erases);
    rules.once = body.maybe_name<domain::Once>("once").value_or(rules.once);
    rules.allows_anonymous = body.maybe_flag("allows_anonymous").value_or(rules.allows_anonymous);
    rules.holds_answers = body.maybe_flag("holds_answers").value_or(rules.holds_answers);
    rules.publishes_answers = body.maybe_flag("publishes_answers").value_or(rules.publishes_answers);
    rules.asks_proof = body.maybe_flag("asks_proof").value_or(rules.asks_proof);
    rules.per_address = int(body.maybe_number("per_address", 1, 10'000).value_or(rules.per_address));
    rules.purpose = all ? body.line("purpose", 1000) : body.maybe_line("purpose", 1000).value_or(rules.purpose);
    return rules;
}

// The page of the process hears that one of its consultations changed; drafts are told to nobody.
void tell_change(Work& work, const domain::Consultation& consultation) {
    if (!consultation.published) return;
    work.tell("process:" + std::to_string(consultation.process.value), "process", consultation.process.value);
}

http::Reply reply_consultation(Work& work, ConsultationId id, const domain::Scope& scope, int status = 200) {
    return reply_json(consultation_json(work, storage::find_consultation(work.tx, id).value(), scope), status);
}

ReachedConsultation reach_locked(Work& work) {
    return reach_locked_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::edit);
}

}  // namespace

json::array consultations_for(Work& work, ProcessId process) {
    const auto reached = reach_process(work, process, domain::Act::read);
    const bool edits = domain::may(work.actor, domain::Act::edit, reached.scope);
    json::array list;
    for (const auto& consultation : storage::consultations_of(work.tx, process)) {
        if (consultation.published || edits) list.push_back(consultation_json(work, consultation, reached.scope));
    }
    return list;
}

http::Reply list_consultations(Work& work) {
    return reply_json(page_json(consultations_for(work, work.id<ProcessId>("process")), std::nullopt));
}

http::Reply show_consultation(Work& work) {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::read);
    return reply_json(consultation_json(work, consultation, scope));
}

http::Reply begin_consultation(Work& work) {
    const auto [process, scope] = reach_process(work, work.id<ProcessId>("process"), domain::Act::edit);
    Body body(work.request);
    const auto rules = read_rules(work, process.id, body, {}, true);
    const auto form = read_form(body);
    body.done();
    require(domain::check_consultation(rules));
    require_blocks(work, form, rules);
    const auto id = storage::add_consultation(work.tx, process.id, rules, work.actor.account);
    storage::store_form(work.tx, id, 1, json::serialize(form_json(form)), work.actor.account);
    work.record("begin", object_of(id));
    return reply_consultation(work, id, scope, 201);
}

http::Reply change_consultation(Work& work) {
    const auto [consultation, scope] = reach_locked(work);
    Body body(work.request);
    const auto seen = body.maybe_line("seen", 64);
    const auto rules = read_rules(work, consultation.process, body, consultation.rules, false);
    body.done();
    // First of all: what a colleague has changed may be why these rules do not go together.
    if (seen && *seen != settings_fingerprint(consultation.rules)) {
        return reply_json(
            {{"problem", json::object{{"code", "consultation.changed"}, {"field", ""}, {"facts", json::object{}}}},
             {"current", consultation_json(work, consultation, scope)}},
            409);
    }
    require(domain::check_consultation(rules));
    const bool answered = storage::has_answers(work.tx, consultation.id);
    // Who has answered was told what for and until when; a promise is not taken back behind their backs.
    if (answered && (rules.purpose != consultation.rules.purpose || rules.erases > consultation.rules.erases)) {
        throw conflict("consultation.promise_given");
    }
    // What was answered is about the paragraphs that were shown.
    if (rules.document != consultation.rules.document || rules.version != consultation.rules.version) {
        if (answered) throw conflict("consultation.text_answered");
        const auto form = storage::find_form(work.tx, consultation.id, consultation.revision).value();
        require_blocks(work, form_of(form), rules);
    }
    storage::change_consultation(work.tx, consultation.id, rules);
    work.record("change", object_of(consultation.id));
    tell_change(work, consultation);
    return reply_consultation(work, consultation.id, scope);
}

http::Reply publish_consultation(Work& work) {
    const auto [consultation, scope] = reach_locked(work);
    Body(work.request).done();
    if (!consultation.published) {
        // From now on those who must be heard are awaited.
        const auto consultees = storage::consultees_of(work.tx, consultation.id);
        if (std::any_of(consultees.begin(), consultees.end(), domain::is_awaited)) {
            require_before_decision(work, consultation.process);
        }
        storage::publish_consultation(work.tx, consultation.id);
        work.record("publish", object_of(consultation.id));
        tell_change(work, storage::find_consultation(work.tx, consultation.id).value());
    }
    return reply_consultation(work, consultation.id, scope);
}

http::Reply hand_out_codes(Work& work) {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::edit);
    Body body(work.request);
    const auto count = body.number("count", 1, 1000);
    body.done();
    if (consultation.rules.once != domain::Once::code) throw conflict("consultation.takes_no_codes");
    json::array codes;
    for (std::int64_t i = 0; i < count; ++i) {
        const auto code = new_token().substr(0, 16);
        storage::add_code(work.tx, consultation.id, hash_token(code));
        codes.push_back(json::string(code));
    }
    work.record("hand_out_codes", object_of(consultation.id), std::to_string(count));
    return reply_json(json::object{{"codes", std::move(codes)}}, 201);
}

}  // namespace samrad::features
