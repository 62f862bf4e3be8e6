// Looking an answer over before it is sent: that part of answer_pages.hpp.
#include <algorithm>

#include "features/consultations/answer_about.hpp"
#include "features/consultations/answer_page.hpp"
#include "features/consultations/answer_pages.hpp"
#include "features/consultations/answer_words.hpp"
#include "features/consultations/paper_body.hpp"
#include "features/consultations/question_fields.hpp"
#include "features/consultations/reached_answer.hpp"
#include "features/consultations/seen_review.hpp"
#include "features/form_body.hpp"
#include "features/voice_word.hpp"

namespace samrad::features {

namespace {

using std::string;

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

// The page before it is sent, with what is wrong with it; `sent` is what came from it just now, `base` the state that
// its reader has seen with it.
PlainPage review_page(const ReachedAnswer& reached, const string& consent, const FormFields& sent,
                      const std::vector<Problem>& problems, const string& base) {
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
    texts["publish_consent"] = publish_consent_text(reached);
    texts["sends_as"] = reached.account_name;
    texts["code"] = typed_in(sent, "code");
    texts["base"] = base;
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
    const auto has = asked_about(reached);
    const auto asks = [&](const char* name) { return std::find(has.begin(), has.end(), name) != has.end(); };
    truths["names"] = asks("name");
    truths["must_name"] = !paper && (outside || !rules.allows_anonymous);
    truths["of_body"] = asks("meeting");
    truths["names_body"] = asks("organisation");
    truths["codes"] = rules.once == domain::Once::code && !is_change(answer) && !paper;
    truths["again"] = is_change(answer);
    truths["consents"] = is_change(answer) || typed_in(sent, "consent") == "yes";
    truths["asks_proof"] = asks_proof(reached);
    truths["publishes"] = asks("publish");
    truths["publish"] = texts["publish"] == "yes";
    truths["outcome"] = texts["outcome"] == "yes";
    page.fields.lists["answers"] = answered_fields(reached, reached.typed);
    page.fields.lists["left_out"] = left_out_fields(reached);
    truths["leaves_out"] = !page.fields.lists["left_out"].empty();
    truths["asks_voice"] = asks("voice");
    if (truths["asks_voice"]) page.fields.lists["voices"] = voice_fields(texts["voice"], language);
    page.status = problems.empty() ? 200 : 422;
    return page;
}

}  // namespace

http::Reply AnswerPages::refuse_sending(Work& work, const ReachedAnswer& reached, const SentForm& sent,
                                        const std::vector<Problem>& problems, int status, const string& base) const {
    const auto consent = consent_text(reached, site_.organisation);
    auto page = review_page(reached, consent, sent.fields, problems, base);
    put_paper_bodies(page.fields, work, reached);
    put_sign_in(work, reached, problems, page);
    page.status = status;
    return finish(work, std::move(page));
}

http::Reply AnswerPages::show_changed(Work& work, ReachedAnswer reached, const SentForm& sent) const {
    const auto about = read_about(sent.fields);
    const auto base = state_of_review(reached);
    auto stored = stored_otherwise(reached, about);
    reached.about = with_stored(reached, about, typed_in(sent.fields, "base"));
    auto page = review_page(reached, consent_text(reached, site_.organisation), sent.fields,
                            {conflict("answer.changed_since_seen")}, base);
    // It is agreed to what stands there now, not to what stood there.
    page.fields.truths["consents"] = false;
    page.fields.truths["otherwise"] = !stored.empty();
    page.fields.lists["stored"] = std::move(stored);
    put_paper_bodies(page.fields, work, reached);
    page.status = 409;
    return finish(work, std::move(page));
}

http::Reply AnswerPages::review(Work& work) const {
    const auto reached = reach(work, false);
    auto page = review_page(reached, consent_text(reached, site_.organisation), {}, {}, state_of_review(reached));
    put_paper_bodies(page.fields, work, reached);
    warn_of_sign_in(work, reached, page);
    return finish(work, std::move(page));
}

}  // namespace samrad::features
