// Looking an answer over and sending it: that part of answer_pages.hpp.
#include <algorithm>

#include "domain/consultation/tallies.hpp"
#include "domain/form/answer_check.hpp"
#include "features/consultations/answer_about.hpp"
#include "features/consultations/answer_mails.hpp"
#include "features/consultations/answer_page.hpp"
#include "features/consultations/answer_pages.hpp"
#include "features/consultations/answer_words.hpp"
#include "features/consultations/paper_body.hpp"
#include "features/consultations/proof_of_work.hpp"
#include "features/consultations/question_fields.hpp"
#include "features/consultations/reached_answer.hpp"
#include "features/consultations/sent_files.hpp"
#include "features/form_body.hpp"
#include "features/form_json.hpp"
#include "features/redacted_answer.hpp"
#include "features/tokens.hpp"
#include "features/voice_word.hpp"
#include "http/client_address.hpp"
#include "storage/address_counts.hpp"
#include "storage/answer_confirmations.hpp"
#include "storage/consultations.hpp"
#include "storage/outbox.hpp"
#include "storage/proofs.hpp"

namespace samrad::features {

namespace {

using domain::AnswerState;
using std::string;

// Whether it was sent before and counts, so that this is a change.
bool is_change(const storage::Answer& answer) { return answer.submitted.has_value(); }

// Whether a proof of work or a mailed link is asked for: of strangers, once.
bool asks_proof(const ReachedAnswer& reached) {
    const auto& rules = reached.consultation.rules;
    const auto& answer = reached.answer;
    return rules.asks_proof && !reached.invited && rules.once != domain::Once::code && !answer.account &&
           !answer.entered_by && !is_change(answer);
}

const char* const own_fields[] = {"name",    "email", "code",     "consent", "organisation",
                                  "meeting", "votes", "sponsors", "of"};

FieldList voice_fields(const string& chosen, domain::Language language) {
    FieldList list;
    for (const auto voice : {domain::Voice::everybody, domain::Voice::members, domain::Voice::youth_wing,
                             domain::Voice::unions, domain::Voice::organisations}) {
        Fields fields;
        fields.texts = {{"key", string(name_of(voice))}, {"label", voice_word(voice, language)}};
        fields.truths["chosen"] = chosen == name_of(voice);
        list.push_back(std::move(fields));
    }
    return list;
}

// The page before it is sent, with what is wrong with it; `sent` is what came from it just now.
PlainPage review_page(const ReachedAnswer& reached, const string& consent, const FormFields& sent,
                      const std::vector<Problem>& problems) {
    const auto language = reached.words();
    const auto& rules = reached.consultation.rules;
    const auto& answer = reached.answer;
    auto page =
        page_of(reached, "answer_review", language == domain::Language::en ? "Check and send" : "Se over og send");
    auto& texts = page.fields.texts;
    const auto about = shown_about(reached);
    for (const auto& name : about_names()) texts[name] = domain::text_of(about, "#" + name);
    // The frame of the page has a word of that name for who runs it.
    texts["body_organisation"] = texts.extract("organisation").mapped();
    const auto asked = asked_sections(reached.form, reached.typed);
    texts["consent"] = consent;
    texts["publish_consent"] = publish_consent_text(language);
    texts["code"] = typed_in(sent, "code");
    texts["base"] = state_of(reached.about);
    texts["last_page"] = std::to_string(asked.back() + 1);
    texts["steps_and_review"] = std::to_string(asked.size() + 1);
    for (const auto& problem : problems) {
        const auto sentence = sentence_of(problem, language);
        const bool own = std::find(std::begin(own_fields), std::end(own_fields), problem.field) != std::end(own_fields);
        texts[own ? "wrong_" + problem.field : "problem"] = sentence;
    }
    auto& truths = page.fields.truths;
    const bool paper = answer.entered_by.has_value();
    const bool outside = !answer.body.organisation.empty() || paper;
    truths["names"] = paper || outside || (!answer.account && !answer.body.unit);
    truths["must_name"] = !paper && (outside || !rules.allows_anonymous);
    truths["of_body"] = answer.body.of_body() || paper;
    truths["names_body"] = outside && !answer.body.unit;
    truths["codes"] = rules.once == domain::Once::code && !is_change(answer) && !paper;
    truths["again"] = is_change(answer);
    truths["consents"] = is_change(answer) || typed_in(sent, "consent") == "yes";
    truths["asks_proof"] = asks_proof(reached);
    truths["publishes"] = rules.publishes_answers;
    truths["publish"] = texts["publish"] == "yes";
    truths["outcome"] = texts["outcome"] == "yes";
    page.fields.lists["answers"] = answered_fields(reached, reached.typed);
    page.fields.lists["left_out"] = left_out_fields(reached);
    truths["leaves_out"] = !page.fields.lists["left_out"].empty();
    truths["asks_voice"] = paper && !answer.body.unit;
    if (truths["asks_voice"]) page.fields.lists["voices"] = voice_fields(texts["voice"], language);
    page.status = problems.empty() ? 200 : 422;
    return page;
}

// Nobody makes us write to one stranger after the other.
bool may_mail(Work& work, const storage::Answer& answer) {
    try {
        work.limits.take("answer_mail:" + std::to_string(answer.id.value), 0.02, 3);
        work.limits.take("answer_mail:" + work.asker(), 1, 10);
        return true;
    } catch (const Problem&) {
        return false;
    }
}

}  // namespace

http::Reply AnswerPages::refuse_sending(Work& work, const ReachedAnswer& reached, const SentForm& sent,
                                        const std::vector<Problem>& problems, int status) const {
    const auto consent = consent_text(reached, site_.organisation);
    auto page = review_page(reached, consent, sent.fields, problems);
    put_paper_bodies(page.fields, work, reached);
    page.status = status;
    return finish(work, std::move(page));
}

http::Reply AnswerPages::review(Work& work) const {
    const auto reached = reach(work, false);
    auto page = review_page(reached, consent_text(reached, site_.organisation), {}, {});
    put_paper_bodies(page.fields, work, reached);
    return finish(work, std::move(page));
}

http::Reply AnswerPages::submit(Work& work) const {
    auto reached = reach(work, true);
    const auto refusal = refuse_writing(work, reached);
    const SentForm form{read_form_body(work.request.body), {}};
    const auto& sent = form.fields;
    const auto language = reached.words();
    const auto& rules = reached.consultation.rules;
    reached.about = read_about(sent);
    const auto refused = [&](const std::vector<Problem>& problems, int status) {
        return refuse_sending(work, reached, form, problems, status);
    };
    if (refusal) return refused({*refusal}, http::status_of(refusal->kind));
    const auto stored = typed_json(reached);
    if (stored.size() > 1'000'000) return refused({{Kind::too_large, "answer.too_large", {}, {}, 0}}, 413);
    storage::save_typed(work.tx, reached.answer.id, stored);
    if (typed_in(sent, "act") == "back") {
        return http::Reply::redirect(reached.link +
                                     "?page=" + std::to_string(asked_sections(reached.form, reached.typed).back() + 1));
    }
    const auto facts = facts_of(reached);
    // What is not asked any more is left out; that it will be stands on the page from which this was sent.
    const auto asked = domain::without_passed_over(reached.form, reached.typed);
    const auto checked = domain::check_answer(reached.form, asked, facts);
    if (!checked.problems.empty()) {
        // Back to the first page where something is wrong.
        for (std::size_t i = 0; i < reached.form.sections.size(); ++i) {
            auto here = domain::check_answer(reached.form, asked, facts, {reached.form.sections[i].key});
            std::erase_if(here.problems, [](const Problem& one) { return one.code == "answer.unknown_field"; });
            if (!here.problems.empty()) return finish(work, section_page(reached, i, here.problems));
        }
    }
    storage::Submission submission;
    auto& answer = submission.answer;
    answer = reached.answer;
    // Who sent it last; who came by its link may be nobody we know.
    if (answer.body.unit && !answer.entered_by && work.actor.signed_in()) answer.account = work.actor.account;
    const auto wrong_body = put_paper_body(work, reached, answer);
    auto problems = put_about(reached.about, reached, answer);
    if (wrong_body) problems.push_back(*wrong_body);
    if (typed_in(sent, "consent") != "yes") problems.push_back(invalid("answer.consent_required", "consent"));
    const bool first = !is_change(answer);
    if (rules.once == domain::Once::code && first && !answer.entered_by) {
        submission.code_hash = hash_token(typed_in(sent, "code"));
        if (!storage::has_code(work.tx, answer.consultation, submission.code_hash)) {
            problems.push_back(invalid("answer.code_unknown", "code"));
        } else if (storage::code_is_used(work.tx, answer.consultation, submission.code_hash)) {
            problems.push_back(invalid("answer.given_already", "code"));
        }
    }
    std::optional<Proof> proof;
    if (asks_proof(reached)) {
        proof = read_proof(typed_in(sent, "proof"), answer.consultation, work.now, storage::proof_keys(work.tx));
        if (!proof && answer.email.empty()) problems.push_back(invalid("answer.proof_missing", "email"));
    }
    if (!problems.empty()) return refused(problems, 422);
    if (proof && !storage::use_proof(work.tx, proof->hash, proof->expires)) {
        proof.reset();
        if (answer.email.empty()) return refused({invalid("answer.proof_missing", "email")}, 422);
    }
    const bool unconfirmed = asks_proof(reached) && !proof;
    // Without that mail it would never count; a receipt's mail alone is not worth an answer.
    if (unconfirmed && !may_mail(work, answer)) {
        return refused({{Kind::limited, "answer.mail_limit", "email", {}, 60}}, 429);
    }
    if (answer.state == AnswerState::draft && !answer.entered_by) {
        const auto address = http::network_of(work.request.remote_address);
        if (!storage::count_address(work.tx, answer.consultation, address, rules.per_address)) {
            return refused({{Kind::limited, "answer.address_limit", "", {}, 0}}, 429);
        }
    }
    // People do not see the trap; what falls into it is looked at, not thrown away. And what is to be published is
    // looked at before.
    const bool trapped = !typed_in(sent, "website").empty() || (first && answer.held_for == "trap");
    const bool waits = trapped || rules.holds_answers || answer.may_publish;
    if (first || waits) answer.state = waits ? AnswerState::held : AnswerState::submitted;
    if (waits) answer.held_for = trapped ? "trap" : "moderation";
    if (first && !waits) answer.held_for.clear();
    if (unconfirmed) answer.state = AnswerState::unconfirmed;
    answer.content = written(checked.kept);
    submission.consent_text = consent_text(reached, site_.organisation);
    if (answer.may_publish) submission.consent_text += "\n\n" + publish_consent_text(language);
    for (const auto& text : domain::free_texts(reached.form, checked.kept)) submission.search_text += text.text + "\n";
    submission.counted = domain::cells_of(reached.form, checked.kept);
    drop_files_not_in(work, reached, checked.kept);
    storage::submit_answer(work.tx, submission);
    if (!first) follow_change(work, answer.id, reached.answer.content);
    if (answer.entered_by && first) work.record("enter", "answer:" + std::to_string(answer.id.value));
    if (unconfirmed) {
        const auto token = new_token();
        storage::add_confirmation(work.tx, answer.id, hash_token(token));
        const auto mail = confirmation_mail(language, site_, reached.link + "/confirmation/" + token);
        storage::add_mail(work.tx, answer.email, mail.subject, mail.body);
    } else if (!answer.email.empty() && answer.email != reached.answer.email && may_mail(work, answer)) {
        const auto mail = receipt_mail(language, site_, reached.link);
        storage::add_mail(work.tx, answer.email, mail.subject, mail.body);
    }
    return http::Reply::redirect(reached.link + "/receipt");
}

}  // namespace samrad::features
