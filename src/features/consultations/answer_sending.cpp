// Sending an answer: that part of answer_pages.hpp.
#include "domain/consultation/tallies.hpp"
#include "domain/form/answer_check.hpp"
#include "features/consultations/answer_about.hpp"
#include "features/consultations/answer_mails.hpp"
#include "features/consultations/answer_page.hpp"
#include "features/consultations/answer_pages.hpp"
#include "features/consultations/answer_words.hpp"
#include "features/consultations/paper_body.hpp"
#include "features/consultations/proof_of_work.hpp"
#include "features/consultations/reached_answer.hpp"
#include "features/consultations/seen_review.hpp"
#include "features/consultations/sent_files.hpp"
#include "features/form_body.hpp"
#include "features/form_json.hpp"
#include "features/redacted_answer.hpp"
#include "features/tokens.hpp"
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

// Where something is wrong with what was answered: the first such section, and what.
std::optional<std::pair<std::size_t, std::vector<Problem>>> wrong_section(const ReachedAnswer& reached,
                                                                          const domain::Fields& asked) {
    const auto facts = facts_of(reached);
    for (std::size_t i = 0; i < reached.form.sections.size(); ++i) {
        auto problems = domain::check_answer(reached.form, asked, facts, {reached.form.sections[i].key}).problems;
        std::erase_if(problems, [](const Problem& one) { return one.code == "answer.unknown_field"; });
        if (!problems.empty()) return std::pair(i, std::move(problems));
    }
    return std::nullopt;
}

// Whether an answer was begun in place of this one after it had been left out.
bool is_replaced(Work& work, const storage::Answer& answer) {
    if (answer.state != AnswerState::refused) return false;
    if (answer.body.unit) return storage::answer_of_unit(work.tx, answer.consultation, *answer.body.unit).has_value();
    const bool own = answer.account && answer.once && !answer.body.of_body() && !answer.entered_by;
    return own && storage::answer_of_account(work.tx, answer.consultation, *answer.account);
}

// Puts who answers into the answer; what is wrong with it, with the consent or with the code.
std::vector<Problem> put_sender(Work& work, const ReachedAnswer& reached, const FormFields& sent,
                                storage::Submission& submission) {
    auto& answer = submission.answer;
    // Who sent it last; who came by its link may be nobody we know.
    if (answer.body.unit && !answer.entered_by && work.actor.signed_in()) answer.account = work.actor.account;
    const auto wrong_body = put_paper_body(work, reached, answer);
    auto problems = put_about(reached.about, reached, answer);
    if (wrong_body) problems.push_back(*wrong_body);
    if (is_replaced(work, answer)) problems.push_back(conflict("answer.given_already"));
    if (typed_in(sent, "consent") != "yes") problems.push_back(invalid("answer.consent_required", "consent"));
    if (reached.consultation.rules.once == domain::Once::code && !is_change(reached.answer) && !answer.entered_by) {
        submission.code_hash = hash_token(typed_in(sent, "code"));
        if (!storage::hold_code(work.tx, answer.consultation, submission.code_hash)) {
            problems.push_back(invalid("answer.code_unknown", "code"));
        } else if (storage::code_is_used(work.tx, answer.consultation, submission.code_hash)) {
            problems.push_back(invalid("answer.given_already", "code"));
        }
    }
    return problems;
}

// What lets a stranger's answer in: a proof of work that nobody used yet, else a mail that confirms it. Says whether it
// is to be confirmed, or why it is not taken.
Result<bool> let_in(Work& work, const ReachedAnswer& reached, const storage::Answer& answer,
                    const std::optional<Proof>& proof) {
    const auto& rules = reached.consultation.rules;
    const bool proven = proof && storage::use_proof(work.tx, proof->hash, proof->expires);
    const bool unconfirmed = asks_proof(reached) && !proven;
    if (unconfirmed && answer.email.empty()) return invalid("answer.proof_missing", "email");
    // Without that mail it would never count; a receipt's mail alone is not worth an answer.
    if (unconfirmed && !may_mail(work, answer)) return Problem{Kind::limited, "answer.mail_limit", "email", {}, 60};
    if (answer.state == AnswerState::draft && !answer.entered_by) {
        const auto address = http::network_of(work.request.remote_address);
        if (!storage::count_address(work.tx, answer.consultation, address, rules.per_address)) {
            return Problem{Kind::limited, "answer.address_limit", "", {}, 0};
        }
    }
    return unconfirmed;
}

// Whether it counts from now on, or waits for a moderator or for its mail. People do not see the trap; what falls into
// it is looked at, not thrown away. And what is to be published is looked at before.
void put_state(storage::Answer& answer, const domain::ConsultationRules& rules, bool trapped, bool unconfirmed) {
    const bool first = !is_change(answer);
    trapped = trapped || (first && answer.held_for == "trap");
    // What was left out is looked at anew once it is another.
    const bool waits = trapped || rules.holds_answers || answer.may_publish || answer.state == AnswerState::refused;
    if (first || waits) answer.state = waits ? AnswerState::held : AnswerState::submitted;
    if (waits) answer.held_for = trapped ? "trap" : "moderation";
    if (first && !waits) answer.held_for.clear();
    if (unconfirmed) answer.state = AnswerState::unconfirmed;
}

// What is stored beside it: the consent as it was shown, the words that are searched, the cells in which it counts.
void put_content(const ReachedAnswer& reached, const domain::Fields& kept, const string& consent,
                 storage::Submission& submission) {
    auto& answer = submission.answer;
    answer.content = written(kept);
    submission.consent_text = consent;
    if (answer.may_publish) submission.consent_text += "\n\n" + publish_consent_text(reached);
    for (const auto& text : domain::free_texts(reached.form, kept)) submission.search_text += text.text + "\n";
    submission.counted = domain::cells_of(reached.form, kept, answer.may_publish);
}

// The mail that makes it count, or the one with its link to an address that has had none.
void mail_sender(Work& work, const ReachedAnswer& reached, const storage::Answer& answer, const Site& site) {
    const auto language = reached.words();
    if (answer.state == AnswerState::unconfirmed) {
        const auto token = new_token();
        storage::add_confirmation(work.tx, answer.id, hash_token(token));
        const auto mail = confirmation_mail(language, site, reached.link + "/confirmation/" + token);
        storage::add_mail(work.tx, answer.email, mail.subject, mail.body);
    } else if (!answer.email.empty() && answer.email != reached.answer.email && may_mail(work, answer)) {
        const auto mail = receipt_mail(language, site, reached.link);
        storage::add_mail(work.tx, answer.email, mail.subject, mail.body);
    }
}

}  // namespace

http::Reply AnswerPages::submit(Work& work) const {
    auto reached = reach(work, true);
    const auto refusal = refuse_writing(work, reached);
    const SentForm form{read_form_body(work.request.body), {}};
    const auto& sent = form.fields;
    const auto about = read_about(sent);
    auto base = typed_in(sent, "base");
    const bool back = typed_in(sent, "act") == "back";
    if (!refusal && !was_seen(reached, about, base)) {
        if (!back && is_sent_already(reached, about)) return http::Reply::redirect(reached.link + "/receipt");
        if (!back || !stands(reached, about)) return show_changed(work, std::move(reached), form);
    }
    reached.about = about;
    const auto refused = [&](const std::vector<Problem>& problems, int status) {
        return refuse_sending(work, reached, form, problems, status, base);
    };
    if (refusal) return refused({*refusal}, http::status_of(refusal->kind));
    const auto typed = typed_json(reached);
    if (typed.size() > 1'000'000) return refused({{Kind::too_large, "answer.too_large", {}, {}, 0}}, 413);
    storage::save_typed(work.tx, reached.answer.id, typed);
    base = state_of_review(reached);
    if (back) {
        return http::Reply::redirect(reached.link +
                                     "?page=" + std::to_string(asked_sections(reached.form, reached.typed).back() + 1));
    }
    // What is not asked any more is left out; that it will be stands on the page from which this was sent.
    const auto asked = domain::without_passed_over(reached.form, reached.typed);
    const auto checked = domain::check_answer(reached.form, asked, facts_of(reached));
    if (const auto wrong = checked.problems.empty() ? std::nullopt : wrong_section(reached, asked)) {
        return finish(work, section_page(reached, wrong->first, wrong->second));
    }
    storage::Submission submission;
    auto& answer = submission.answer;
    answer = reached.answer;
    auto problems = put_sender(work, reached, sent, submission);
    std::optional<Proof> proof;
    if (asks_proof(reached)) {
        proof = read_proof(typed_in(sent, "proof"), answer.consultation, work.now, storage::proof_keys(work.tx));
        if (!proof && answer.email.empty()) problems.push_back(invalid("answer.proof_missing", "email"));
    }
    if (!problems.empty()) return refused(problems, 422);
    const auto unconfirmed = let_in(work, reached, answer, proof);
    if (!unconfirmed) return refused({unconfirmed.problem()}, http::status_of(unconfirmed.problem().kind));
    put_state(answer, reached.consultation.rules, !typed_in(sent, "website").empty(), *unconfirmed);
    put_content(reached, checked.kept, consent_text(reached, site_.organisation), submission);

    drop_files_not_in(work, reached, checked.kept);
    storage::submit_answer(work.tx, submission);
    if (is_change(reached.answer)) {
        follow_change(work, answer.id, reached.answer.content);
    } else if (answer.entered_by) {
        work.record("enter", "answer:" + std::to_string(answer.id.value));
    }
    mail_sender(work, reached, answer, site_);
    return http::Reply::redirect(reached.link + "/receipt");
}

}  // namespace samrad::features
