#include "features/consultations/reached_answer.hpp"

#include "features/form_json.hpp"
#include "features/me.hpp"
#include "features/tokens.hpp"
#include "storage/consultations.hpp"

namespace samrad::features {

domain::Language page_language(const Work& work) {
    return work.actor.signed_in() ? work.actor.language : language_of(work.request);
}

ReachedAnswer reach_answer(Work& work, bool lock) {
    const auto token = work.request.arguments.at("link");
    if (token.size() > 100) throw missing();
    const auto hash = hash_token(token);
    auto answer = lock ? storage::lock_answer(work.tx, hash) : storage::find_answer(work.tx, hash);
    using domain::AnswerState;
    if (!answer || answer->state == AnswerState::withdrawn || answer->state == AnswerState::erased) throw missing();
    auto consultation = storage::find_consultation(work.tx, answer->consultation).value();
    auto form = form_of(storage::find_form(work.tx, answer->consultation, answer->revision).value());
    auto typed = fields_of(answer->typed);
    const auto language =
        page_language(work) == domain::Language::en ? domain::FormLanguage::en : domain::FormLanguage::nb;
    return {*std::move(answer), std::move(consultation), std::move(form),
            std::move(typed),   "/answers/" + token,     language};
}

std::vector<std::size_t> asked_sections(const domain::Form& form, const domain::Fields& typed) {
    const auto shown = domain::shown_questions(form, typed);
    std::vector<std::size_t> asked;
    for (std::size_t i = 0; i < form.sections.size(); ++i) {
        if (domain::is_shown(form.sections[i], shown)) asked.push_back(i);
    }
    return asked;
}

}  // namespace samrad::features
