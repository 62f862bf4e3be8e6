// What comes after an answer is sent: that part of answer_pages.hpp.
#include <boost/json.hpp>

#include "features/consultations/answer_page.hpp"
#include "features/consultations/answer_pages.hpp"
#include "features/consultations/answer_words.hpp"
#include "features/consultations/question_fields.hpp"
#include "features/consultations/reached_answer.hpp"
#include "features/consultations/sent_files.hpp"
#include "features/dates.hpp"
#include "features/form_body.hpp"
#include "features/form_json.hpp"
#include "features/tokens.hpp"
#include "storage/answer_confirmations.hpp"

namespace samrad::features {

namespace {

using domain::AnswerState;
using std::string;

// The body's meeting and those who stand behind it, in words.
void put_body(Fields& fields, const domain::OnBehalf& body) {
    fields.texts["meeting"] = body.meeting;
    if (body.vote) {
        fields.texts["in_favour"] = std::to_string(body.vote->in_favour);
        fields.texts["against"] = std::to_string(body.vote->against);
        fields.texts["abstaining"] = std::to_string(body.vote->abstaining);
    }
    string sponsors;
    for (const auto& name : body.sponsors) sponsors += (sponsors.empty() ? "" : ", ") + name;
    fields.texts["sponsors"] = sponsors;
}

}  // namespace

http::Reply AnswerPages::receipt(Work& work) const {
    const auto reached = reach(work, false);
    const auto& answer = reached.answer;
    const bool unconfirmed = answer.state == AnswerState::unconfirmed;
    if (!answer.submitted && !unconfirmed) return http::Reply::redirect(reached.link);
    const auto language = reached.words();
    const auto date = [&](Time time) { return date_for_people(to_iso(time), name_of(language)); };
    auto page = page_of(reached, "answer_receipt", language == domain::Language::en ? "Receipt" : "Kvittering");
    auto& texts = page.fields.texts;
    texts["receipt"] = answer.receipt ? std::to_string(*answer.receipt) : "";
    texts["address"] = site_.public_address + reached.link + "/receipt";
    texts["closes"] = date(reached.consultation.rules.closes);
    texts["at"] = answer.submitted ? date(*answer.submitted) : "";
    texts["changed_at"] = answer.changed ? date(*answer.changed) : "";
    texts["times_changed"] = answer.edits > 1 ? std::to_string(answer.edits) : "";
    texts["email"] = answer.email;
    put_body(page.fields, answer.body);
    auto& truths = page.fields.truths;
    truths["open"] = domain::is_open(reached.consultation, work.now);
    truths["held"] = answer.state == AnswerState::held;
    truths["refused"] = answer.state == AnswerState::refused;
    truths["unconfirmed"] = unconfirmed;
    truths["may_publish"] = answer.may_publish;
    texts["sends_as"] = reached.account_name;
    truths["wants_outcome"] = answer.wants_outcome;
    truths["voted"] = answer.body.vote.has_value();
    truths["changed"] = answer.typed != answer.content;
    page.fields.lists["answers"] = answered_fields(reached, fields_of(answer.content));
    return finish(work, std::move(page));
}

http::Reply AnswerPages::ask_confirmation(Work& work) const {
    const auto reached = reach(work, false);
    const auto language = reached.words();
    auto page = page_of(reached, "answer_confirmation",
                        language == domain::Language::en ? "Confirm your answer" : "Bekreft svaret ditt");
    page.fields.texts["token"] = work.request.arguments.at("token");
    page.fields.truths["waits"] = reached.answer.state == AnswerState::unconfirmed;
    return finish(work, std::move(page));
}

http::Reply AnswerPages::confirm(Work& work) const {
    const auto reached = reach(work, true);
    read_form_body(work.request.body);
    work.limits.take("confirm_answer:" + work.asker(), 10, 30);
    const auto& token = work.request.arguments.at("token");
    if (token.size() > 100) throw missing();
    const auto confirmed = storage::confirm_answer(work.tx, reached.answer.id, hash_token(token));
    if (confirmed == storage::Confirmed::now || confirmed == storage::Confirmed::before) {
        return http::Reply::redirect(reached.link + "/receipt");
    }
    const auto language = reached.words();
    auto page = page_of(reached, "answer_confirmation",
                        language == domain::Language::en ? "Confirm your answer" : "Bekreft svaret ditt");
    page.fields.texts["problem"] =
        sentence_of(conflict(confirmed == storage::Confirmed::too_late ? "link.expired" : "link.unknown"), language);
    page.status = 409;
    return finish(work, std::move(page));
}

http::Reply AnswerPages::withdraw(Work& work) const {
    const auto reached = reach(work, true);
    read_form_body(work.request.body);
    require(refuse_holder(work, reached));
    storage::withdraw_answer(work.tx, reached.answer.id);
    const bool nb = reached.words() == domain::Language::nb;
    auto page = page_of(reached, "answer_withdrawn",
                        nb ? "Svaret er trukket tilbake og slettet" : "The answer is withdrawn and erased");
    page.fields.truths["open"] = domain::is_open(reached.consultation, work.now);
    return finish(work, std::move(page));
}

http::Reply AnswerPages::file(Work& work) const {
    const auto reached = reach(work, false);
    const auto& number = work.request.arguments.at("file");
    for (const auto& file : reached.files) {
        if (std::to_string(file.id) == number) return file_reply(work, file);
    }
    throw missing();
}

}  // namespace samrad::features
