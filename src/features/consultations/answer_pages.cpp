#include "features/consultations/answer_pages.hpp"

#include <algorithm>

#include "domain/form/answer_check.hpp"
#include "features/consultations/answer_words.hpp"
#include "features/consultations/question_fields.hpp"
#include "features/consultations/reached_answer.hpp"
#include "features/dates.hpp"
#include "features/form_body.hpp"
#include "features/form_json.hpp"
#include "features/mail_texts.hpp"
#include "features/query.hpp"
#include "features/reach.hpp"
#include "features/reach_consultation.hpp"
#include "features/texts.hpp"
#include "features/tokens.hpp"
#include "http/client_address.hpp"
#include "storage/consultations.hpp"
#include "storage/outbox.hpp"

namespace samrad::features {

namespace {

using domain::AnswerState;
using std::string;

// The one text of a field of a form, without spaces at the ends.
string typed_in(const FormFields& sent, std::string_view name) {
    const auto found = sent.find(name);
    return found == sent.end() ? string() : domain::trimmed(found->second.front());
}

PlainPage page_of(const ReachedAnswer& reached, const char* content, const string& title) {
    PlainPage page{content, title, {}, 200};
    page.fields.texts = {{"link", reached.link},
                         {"consultation", std::to_string(reached.consultation.id.value)},
                         {"consultation_title", reached.consultation.rules.title}};
    return page;
}

// A section as a page, with what is wrong with it.
PlainPage section_page(Work& work, const ReachedAnswer& reached, std::size_t place,
                       const std::vector<Problem>& problems) {
    const auto language = page_language(work);
    const auto asked = asked_sections(reached.form, reached.typed);
    const auto at = std::size_t(std::find(asked.begin(), asked.end(), place) - asked.begin());
    const auto& section = reached.form.sections[place];
    const auto title = section.title.in(reached.language);
    auto page = page_of(reached, "answer", title.empty() ? reached.consultation.rules.title : title);
    auto& texts = page.fields.texts;
    texts["section"] = title;
    texts["intro_html"] = section.intro.empty() ? "" : render_passage(section.intro.in(reached.language));
    texts["page"] = std::to_string(place + 1);
    texts["step"] = std::to_string(at + 1);
    texts["steps"] = std::to_string(asked.size());
    if (!problems.empty()) texts["problem_count"] = std::to_string(problems.size());
    page.fields.truths["later"] = at > 0;
    page.fields.lists["questions"] = question_fields(reached, section, problems, language);
    page.status = problems.empty() ? 200 : 422;
    return page;
}

// Takes the fields of a section out of what was typed and puts in what came.
void put_in(domain::Fields& typed, const domain::Section& section, const FormFields& sent) {
    for (const auto& question : section.questions) {
        for (const auto& name : domain::fields_of(question)) {
            typed.erase(name);
            const auto found = sent.find("q." + name);
            if (found == sent.end()) continue;
            auto values = found->second;
            std::erase_if(values, [](const string& value) { return value.empty(); });
            if (!values.empty()) typed[name] = std::move(values);
        }
    }
}

// The page before it is sent, with what is wrong with it; `sent` is what was typed there.
PlainPage review_page(Work& work, const ReachedAnswer& reached, const string& consent, const FormFields& sent,
                      const std::vector<Problem>& problems) {
    const auto language = page_language(work);
    auto page =
        page_of(reached, "answer_review", language == domain::Language::en ? "Check and send" : "Se over og send");
    auto& texts = page.fields.texts;
    texts["consent"] = consent;
    texts["name"] = sent.empty() ? reached.answer.author_name : typed_in(sent, "name");
    texts["email"] = sent.empty() ? reached.answer.email : typed_in(sent, "email");
    texts["code"] = typed_in(sent, "code");
    for (const auto& problem : problems) {
        const auto sentence = sentence_of(problem, language);
        const bool own = problem.field == "name" || problem.field == "email" || problem.field == "code" ||
                         problem.field == "consent";
        texts[own ? "wrong_" + problem.field : "problem"] = sentence;
    }
    page.fields.truths["names"] = !reached.answer.account;
    page.fields.truths["must_name"] = !reached.consultation.rules.allows_anonymous;
    page.fields.truths["codes"] = reached.consultation.rules.once == domain::Once::code && !reached.answer.submitted;
    page.fields.truths["again"] = reached.answer.submitted.has_value();
    page.fields.lists["answers"] = answered_fields(reached, reached.typed);
    page.status = problems.empty() ? 200 : 422;
    return page;
}

MailText receipt_mail(domain::Language language, const Site& site, const string& link) {
    if (language == domain::Language::nb) {
        return {
            "Kvittering for svaret ditt – " + site.organisation,
            "Hei!\n\nVi har tatt imot svaret ditt. Her kan du se det, endre det så lenge høringen er åpen, og trekke "
            "det tilbake:\n\n" +
                site.public_address + link +
                "/receipt\n\nDen som har lenken, har svaret: ikke gi den "
                "videre.\n\nVennlig hilsen\n" +
                site.organisation + "\n"};
    }
    return {
        "Receipt for your answer – " + site.organisation,
        "Hello,\n\nWe have received your answer. Here you can see it, change it while the consultation is open, and "
        "withdraw it:\n\n" +
            site.public_address + link +
            "/receipt\n\nWhoever has the link has the answer: do not "
            "pass it on.\n\nKind regards,\n" +
            site.organisation + "\n"};
}

}  // namespace

http::Reply AnswerPages::finish(Work& work, PlainPage page) const {
    auto reply = pages_.make(work, std::move(page));
    reply.headers.emplace_back("cache-control", "no-store");
    reply.headers.emplace_back("x-robots-tag", "noindex");
    return reply;
}

http::Reply AnswerPages::invitation(Work& work) const {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::read);
    const auto& rules = consultation.rules;
    const auto language = name_of(page_language(work));
    PlainPage page{"consultation", rules.title, {}, 200};
    page.fields.texts = {{"id", std::to_string(consultation.id.value)},
                         {"process", std::to_string(consultation.process.value)},
                         {"document", rules.document ? std::to_string(rules.document->value) : ""},
                         {"version", std::to_string(rules.version)},
                         {"introduction_html", render_passage(rules.introduction)},
                         {"purpose", rules.purpose},
                         {"opens", date_for_people(to_iso(rules.opens), language)},
                         {"closes", date_for_people(to_iso(rules.closes), language)},
                         {"erases", date_for_people(to_iso(rules.erases), language)},
                         {"name", work.actor.name}};
    page.fields.truths["open"] = domain::is_open(consultation, work.now);
    page.fields.truths["draft"] = !consultation.published;
    page.fields.truths["over"] = consultation.published && work.now >= rules.closes;
    page.fields.truths["anonymous"] = rules.allows_anonymous;
    return finish(work, std::move(page));
}

http::Reply AnswerPages::begin(Work& work) const {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::read);
    require(domain::refuse_answer(consultation, work.now));
    work.limits.take("begin_answer:" + work.asker(), 20, 20);
    const auto sent = read_form_body(work.request.body);
    const auto token = new_token();
    const bool by_name = work.actor.signed_in() && typed_in(sent, "as") != "nobody";
    storage::Answer answer;
    answer.consultation = consultation.id;
    answer.revision = consultation.revision;
    answer.once = consultation.rules.once == domain::Once::person;
    if (by_name) {
        answer.account = work.actor.account;
        answer.voice = storage::voice_of(work.tx, work.actor.account);
        if (answer.once) {
            if (const auto begun = storage::answer_of_account(work.tx, consultation.id, work.actor.account)) {
                storage::replace_token(work.tx, *begun, hash_token(token));
                return http::Reply::redirect("/answers/" + token);
            }
        }
    }
    storage::begin_answer(work.tx, answer, hash_token(token));
    return http::Reply::redirect("/answers/" + token);
}

http::Reply AnswerPages::section(Work& work) const {
    const auto reached = reach_answer(work, false);
    const auto asked = asked_sections(reached.form, reached.typed);
    const int page = number_in(work, "page", int(reached.form.sections.size()));
    const auto place = page == 0 ? asked.front() : std::size_t(page - 1);
    if (std::find(asked.begin(), asked.end(), place) == asked.end()) {
        return http::Reply::redirect(reached.link + "?page=" + std::to_string(asked.front() + 1));
    }
    return finish(work, section_page(work, reached, place, {}));
}

http::Reply AnswerPages::store(Work& work) const {
    auto reached = reach_answer(work, true);
    reach_process(work, reached.consultation.process, domain::Act::read);  // whom it is no longer for writes no more
    const auto sent = read_form_body(work.request.body);
    const auto number = typed_in(sent, "page");
    std::size_t place = 0;
    for (std::size_t i = 0; i < reached.form.sections.size(); ++i) {
        if (std::to_string(i + 1) == number) place = i;
    }
    const auto& section = reached.form.sections[place];
    put_in(reached.typed, section, sent);
    if (const auto problem = domain::refuse_answer(reached.consultation, work.now)) {
        auto page = section_page(work, reached, place, {});
        page.fields.texts["problem"] = sentence_of(*problem, page_language(work));
        page.status = 409;
        return finish(work, std::move(page));
    }
    storage::save_typed(work.tx, reached.answer.id, written(reached.typed));
    const auto asked = asked_sections(reached.form, reached.typed);
    const auto at = std::find(asked.begin(), asked.end(), place);
    if (typed_in(sent, "act") == "back" && at != asked.begin() && at != asked.end()) {
        return http::Reply::redirect(reached.link + "?page=" + std::to_string(*(at - 1) + 1));
    }
    const auto checked = domain::check_answer(reached.form, reached.typed, {}, {section.key});
    if (!checked.problems.empty()) return finish(work, section_page(work, reached, place, checked.problems));
    const auto next = std::upper_bound(asked.begin(), asked.end(), place);
    if (next == asked.end()) return http::Reply::redirect(reached.link + "/review");
    return http::Reply::redirect(reached.link + "?page=" + std::to_string(*next + 1));
}

http::Reply AnswerPages::review(Work& work) const {
    const auto reached = reach_answer(work, false);
    const auto consent = consent_text(reached.consultation, site_.organisation, page_language(work));
    return finish(work, review_page(work, reached, consent, {}, {}));
}

http::Reply AnswerPages::submit(Work& work) const {
    auto reached = reach_answer(work, true);
    reach_process(work, reached.consultation.process, domain::Act::read);
    const auto sent = read_form_body(work.request.body);
    const auto language = page_language(work);
    const auto consent = consent_text(reached.consultation, site_.organisation, language);
    const auto& rules = reached.consultation.rules;
    const auto refused = [&](std::vector<Problem> problems, int status) {
        auto page = review_page(work, reached, consent, sent, problems);
        page.status = status;
        return finish(work, std::move(page));
    };
    if (const auto problem = domain::refuse_answer(reached.consultation, work.now)) return refused({*problem}, 409);
    const auto checked = domain::check_answer(reached.form, reached.typed, {});
    if (!checked.problems.empty()) {
        // Back to the first page where something is wrong.
        for (std::size_t i = 0; i < reached.form.sections.size(); ++i) {
            auto here = domain::check_answer(reached.form, reached.typed, {}, {reached.form.sections[i].key});
            std::erase_if(here.problems, [](const Problem& one) { return one.code == "answer.unknown_field"; });
            if (!here.problems.empty()) return finish(work, section_page(work, reached, i, here.problems));
        }
    }
    storage::Submission submission;
    auto& answer = submission.answer;
    answer = reached.answer;
    std::vector<Problem> problems;
    if (!answer.account) answer.author_name = typed_in(sent, "name");
    if (!answer.author_name.empty()) {
        if (auto problem = domain::check_name(answer.author_name)) {
            problem->field = "name";
            problems.push_back(*problem);
        }
    } else if (!rules.allows_anonymous && !answer.account) {
        problems.push_back(invalid("answer.name_required", "name"));
    }
    answer.email = typed_in(sent, "email");
    if (!answer.email.empty()) {
        if (auto problem = domain::check_email(answer.email)) {
            problem->field = "email";
            problems.push_back(*problem);
        }
    }
    if (typed_in(sent, "consent") != "yes") problems.push_back(invalid("answer.consent_required", "consent"));
    const bool first = !answer.submitted.has_value();
    if (rules.once == domain::Once::code && first) {
        submission.code_hash = hash_token(typed_in(sent, "code"));
        if (!storage::has_code(work.tx, answer.consultation, submission.code_hash)) {
            problems.push_back(invalid("answer.code_unknown", "code"));
        }
    }
    if (!problems.empty()) return refused(std::move(problems), 422);
    if (first) {
        const auto address = http::network_of(work.request.remote_address);
        if (!storage::count_address(work.tx, answer.consultation, address, rules.per_address)) {
            return refused({{Kind::limited, "answer.address_limit", "", {}, 0}}, 429);
        }
    }
    // People do not see the trap; what falls into it is looked at, not thrown away.
    const bool trapped = !typed_in(sent, "website").empty();
    const bool waits = trapped || rules.holds_answers;
    if (first || waits) answer.state = waits ? AnswerState::held : AnswerState::submitted;
    if (waits) answer.held_for = trapped ? "trap" : "moderation";
    answer.content = written(checked.kept);
    submission.consent_text = consent;
    for (const auto& text : domain::free_texts(reached.form, checked.kept)) submission.search_text += text.text + "\n";
    storage::submit_answer(work.tx, submission);
    if (!answer.email.empty() && answer.email != reached.answer.email) {
        // Nobody makes us write to one stranger after the other.
        work.limits.take("answer_mail:" + std::to_string(answer.id.value), 0.02, 3);
        work.limits.take("answer_mail:" + work.asker(), 1, 10);
        const auto mail = receipt_mail(language, site_, reached.link);
        storage::add_mail(work.tx, answer.email, mail.subject, mail.body);
    }
    return http::Reply::redirect(reached.link + "/receipt");
}

http::Reply AnswerPages::receipt(Work& work) const {
    const auto reached = reach_answer(work, false);
    if (!reached.answer.submitted) return http::Reply::redirect(reached.link);
    const auto language = page_language(work);
    auto page = page_of(reached, "answer_receipt", language == domain::Language::en ? "Receipt" : "Kvittering");
    page.fields.texts["receipt"] = std::to_string(reached.answer.receipt.value_or(0));
    page.fields.texts["address"] = site_.public_address + reached.link + "/receipt";
    page.fields.texts["closes"] = date_for_people(to_iso(reached.consultation.rules.closes), name_of(language));
    page.fields.texts["at"] = date_for_people(to_iso(*reached.answer.submitted), name_of(language));
    page.fields.truths["open"] = domain::is_open(reached.consultation, work.now);
    page.fields.truths["held"] = reached.answer.state == AnswerState::held;
    page.fields.truths["changed"] = reached.answer.typed != reached.answer.content;
    page.fields.lists["answers"] = answered_fields(reached, fields_of(reached.answer.content));
    return finish(work, std::move(page));
}

http::Reply AnswerPages::withdraw(Work& work) const {
    const auto reached = reach_answer(work, true);
    read_form_body(work.request.body);
    storage::withdraw_answer(work.tx, reached.answer.id);
    return http::Reply::redirect("/consultations/" + std::to_string(reached.consultation.id.value));
}

}  // namespace samrad::features
