#include "features/consultations/reached_answer.hpp"

#include "features/consultations/answer_about.hpp"
#include "features/form_json.hpp"
#include "features/me.hpp"
#include "features/reach.hpp"
#include "features/tokens.hpp"
#include "storage/consultations.hpp"
#include "storage/consultees.hpp"
#include "storage/people.hpp"
#include "storage/units.hpp"

namespace samrad::features {

domain::Language page_language(const Work& work) {
    return work.actor.signed_in() ? work.actor.language : language_of(work.request);
}

ReachedAnswer reach_answer(Work& work, bool lock) {
    const auto token = work.request.arguments.at("link");
    if (token.size() > 100) throw missing("answer.gone");
    const auto hash = hash_token(token);
    auto answer = lock ? storage::lock_answer(work.tx, hash) : storage::find_answer(work.tx, hash);
    using domain::AnswerState;
    if (!answer || answer->state == AnswerState::withdrawn || answer->state == AnswerState::erased) {
        throw missing("answer.gone");
    }
    ReachedAnswer reached;
    reached.consultation = storage::find_consultation(work.tx, answer->consultation).value();
    reached.form = form_of(storage::find_form(work.tx, answer->consultation, answer->revision).value());
    reached.typed = fields_of(answer->typed);
    reached.about = take_about(reached.typed);
    reached.files = storage::files_of_answer(work.tx, answer->id);
    reached.link = "/answers/" + token;
    reached.language = answer->language;
    reached.invited = storage::was_begun_by_link(work.tx, answer->id);
    if (answer->account && !answer->body.of_body()) {
        for (const auto& [id, person] : storage::find_people(work.tx, {*answer->account})) {
            reached.account_name = person.name;
        }
    }
    reached.answer = *std::move(answer);
    return reached;
}

std::optional<Problem> refuse_holder(Work& work, const ReachedAnswer& reached) {
    const auto& answer = reached.answer;
    if (!answer.entered_by && !answer.body.unit) return std::nullopt;
    const auto process = reach_process(work, reached.consultation.process, domain::Act::read);
    const auto unit = answer.body.unit ? storage::find_unit(work.tx, *answer.body.unit) : std::nullopt;
    const bool speaks = reached.invited || (unit && !domain::refuse_speaking(work.actor, unit->path));
    if (answer.entered_by) {
        if (!speaks && !domain::may(work.actor, domain::Act::edit, process.scope)) {
            return forbidden("answer.typist_only");
        }
    } else if (answer.body.unit && !speaks) {
        return forbidden("unit.not_yours");
    }
    return std::nullopt;
}

std::optional<Problem> refuse_writing(Work& work, const ReachedAnswer& reached) {
    try {
        reach_process(work, reached.consultation.process, domain::Act::read);
    } catch (const Problem& problem) {
        if (problem.kind != Kind::missing || work.actor.signed_in()) throw;
        return Problem{Kind::unauthenticated, "answer.sign_in", {}, {}, 0};
    }
    if (auto refusal = refuse_holder(work, reached)) return refusal;
    return domain::refuse_answer(reached.consultation, work.now);
}

bool is_change(const storage::Answer& answer) { return answer.submitted.has_value(); }

bool asks_proof(const ReachedAnswer& reached) {
    const auto& rules = reached.consultation.rules;
    const auto& answer = reached.answer;
    return rules.asks_proof && !reached.invited && rules.once != domain::Once::code && !answer.account &&
           !answer.entered_by && !is_change(answer);
}

domain::AnswerFacts facts_of(const ReachedAnswer& reached) {
    domain::AnswerFacts facts;
    for (const auto& file : reached.files) facts.files.insert(file.question + "/" + std::to_string(file.id));
    return facts;
}

std::string typed_json(const ReachedAnswer& reached) {
    auto all = reached.typed;
    all.insert(reached.about.begin(), reached.about.end());
    return written(all);
}

std::vector<std::size_t> asked_sections(const domain::Form& form, const domain::Fields& typed) {
    const auto shown = domain::shown_questions(form, typed);
    std::vector<std::size_t> asked;
    for (std::size_t i = 0; i < form.sections.size(); ++i) {
        if (domain::is_shown(form.sections[i], shown)) asked.push_back(i);
    }
    return asked;
}

std::string state_of(const domain::Fields& fields) { return fingerprint_of(written(fields)).substr(0, 16); }

domain::Fields fields_of_section(const domain::Section& section, const domain::Fields& typed) {
    domain::Fields found;
    for (const auto& question : section.questions) {
        for (const auto& name : domain::fields_of(question)) {
            if (const auto field = typed.find(name); field != typed.end()) found.insert(*field);
        }
    }
    return found;
}

}  // namespace samrad::features
