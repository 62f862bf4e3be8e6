// What others said, of answer_pages.hpp: answers whose author consents to it, once a moderator has let them in.
#include "domain/form/answer_check.hpp"
#include "features/consultations/answer_pages.hpp"
#include "features/consultations/answer_words.hpp"
#include "features/consultations/question_fields.hpp"
#include "features/consultations/reached_answer.hpp"
#include "features/dates.hpp"
#include "features/form_json.hpp"
#include "features/query.hpp"
#include "features/reach_consultation.hpp"
#include "features/voice_word.hpp"
#include "storage/answers.hpp"
#include "storage/consultations.hpp"
#include "storage/people.hpp"

namespace samrad::features {

namespace {

using std::string;

constexpr int on_a_page = 20;

constexpr domain::Voice all_voices[] = {domain::Voice::members, domain::Voice::units,         domain::Voice::youth_wing,
                                        domain::Voice::unions,  domain::Voice::organisations, domain::Voice::everybody};

string name_on(const storage::Answer& answer, const std::map<AccountId, domain::Person>& people) {
    if (answer.body.of_body()) return answer.body.name();
    if (!answer.author_name.empty()) return answer.author_name;
    const auto person = answer.account ? people.find(*answer.account) : people.end();
    return person == people.end() ? string() : person->second.name;
}

}  // namespace

http::Reply AnswerPages::published(Work& work) const {
    const auto [consultation, scope] =
        reach_consultation(work, work.id<ConsultationId>("consultation"), domain::Act::read);
    if (!consultation.rules.publishes_answers) throw missing();
    const auto voice = parameter(work, "voice");
    if (!voice.empty() && !from_name<domain::Voice>(voice)) throw invalid("input.not_a_choice", "voice");
    const auto after = page_cursor(work.request);
    const auto answers = storage::published_answers(work.tx, consultation.id, voice, AnswerId{after}, on_a_page);
    std::set<AccountId> accounts;
    for (const auto& answer : answers) {
        if (answer.account) accounts.insert(*answer.account);
    }
    const auto people = storage::find_people(work.tx, accounts);
    const auto language = page_language(work);
    const bool en = language == domain::Language::en;
    PlainPage page{"published_answers", en ? "Answers" : "Svar", {}, 200, {}};
    page.fields.texts = {{"consultation", std::to_string(consultation.id.value)},
                         {"consultation_title", consultation.rules.title},
                         {"voice", voice}};
    std::map<int, domain::Form> forms;
    for (const auto& answer : answers) {
        auto found = forms.find(answer.revision);
        if (found == forms.end()) {
            const auto definition = storage::find_form(work.tx, consultation.id, answer.revision).value();
            found = forms.emplace(answer.revision, form_of(definition)).first;
        }
        ReachedAnswer reached;
        reached.answer = answer;
        reached.form = found->second;
        reached.language = en ? domain::FormLanguage::en : domain::FormLanguage::nb;
        Fields one;
        one.texts = {{"number", std::to_string(answer.receipt.value_or(0))},
                     {"who", name_on(answer, people)},
                     {"voice_word", voice_word(answer.voice, language)},
                     {"on", answer.submitted ? date_for_people(to_iso(*answer.submitted), name_of(language)) : ""}};
        // What was left out is no news to others.
        for (auto& fields : answered_fields(reached, fields_of(answer.content))) {
            if (fields.texts.at("answer").empty()) continue;
            one.lists[fields.truths.at("written") ? "said" : "ticked"].push_back(std::move(fields));
        }
        one.truths["ticks"] = one.lists.contains("ticked");
        page.fields.lists["published"].push_back(std::move(one));
    }
    for (const auto one : all_voices) {
        Fields fields;
        fields.texts = {{"key", string(name_of(one))}, {"label", voice_word(one, language)}};
        fields.truths["chosen"] = voice == name_of(one);
        page.fields.lists["voices"].push_back(std::move(fields));
    }
    page.fields.truths["none"] = answers.empty();
    if (int(answers.size()) == on_a_page) page.fields.texts["next"] = std::to_string(answers.back().id.value);
    return finish(work, std::move(page));
}

}  // namespace samrad::features
