#include "features/consultations/answer_page.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "features/consultations/question_fields.hpp"
#include "features/consultations/sent_files.hpp"
#include "features/form_json.hpp"
#include "features/texts.hpp"

namespace samrad::features {

namespace {

using std::string;

// The languages in which the form has words, where there is more than one.
FieldList language_fields(const ReachedAnswer& reached) {
    const auto has = [&](std::size_t language) {
        return std::any_of(reached.form.sections.begin(), reached.form.sections.end(), [&](const auto& section) {
            return std::any_of(section.questions.begin(), section.questions.end(),
                               [&](const auto& question) { return !question.title.texts[language].empty(); });
        });
    };
    constexpr const char* names[] = {"Bokmål", "Nynorsk", "English"};
    FieldList list;
    for (std::size_t i = 0; i < 3; ++i) {
        if (!has(i)) continue;
        Fields fields;
        fields.texts = {{"code", string(name_of(domain::FormLanguage(i)))}, {"language_name", names[i]}};
        fields.truths["chosen"] = reached.language == domain::FormLanguage(i);
        list.push_back(std::move(fields));
    }
    if (list.size() < 2) list.clear();
    return list;
}

// What the browser needs to know to show and hide the questions of the page by itself: the form's conditions, and what
// was typed on other pages.
string conditions_of(const ReachedAnswer& reached, const domain::Section& section) {
    namespace json = boost::json;
    auto elsewhere = reached.typed;
    for (const auto& question : section.questions) {
        for (const auto& name : domain::fields_of(question)) {
            if (question.kind != domain::QuestionKind::file) elsewhere.erase(name);
        }
    }
    return json::serialize(json::object{{"form", form_json(reached.form)}, {"typed", json::parse(written(elsewhere))}});
}

}  // namespace

PlainPage page_of(const ReachedAnswer& reached, const char* content, const string& title) {
    PlainPage page{content, title, {}, 200, reached.words()};
    const auto& body = reached.answer.body;
    page.fields.texts = {{"link", reached.link},
                         {"consultation", std::to_string(reached.consultation.id.value)},
                         {"consultation_title", reached.consultation.rules.title},
                         {"form_language", string(name_of(reached.language))},
                         {"body", body.name()}};
    page.fields.truths["paper"] = reached.answer.entered_by.has_value();
    return page;
}

void put_sign_in(const Work& work, const ReachedAnswer& reached, const std::vector<Problem>& problems,
                 PlainPage& page) {
    const bool asked = std::any_of(problems.begin(), problems.end(), [](const Problem& one) {
        return one.kind == Kind::unauthenticated || one.code == "unit.not_yours";
    });
    if (asked && !work.actor.signed_in()) page.fields.texts["sign_in"] = "/sign-in?to=" + reached.link;
}

void warn_of_sign_in(Work& work, const ReachedAnswer& reached, PlainPage& page) {
    if (work.actor.signed_in()) return;
    if (const auto refusal = refuse_writing(work, reached)) put_sign_in(work, reached, {*refusal}, page);
}

PlainPage section_page(const ReachedAnswer& reached, std::size_t place, const std::vector<Problem>& problems) {
    const auto asked = asked_sections(reached.form, reached.typed);
    const auto at = std::size_t(std::find(asked.begin(), asked.end(), place) - asked.begin());
    const auto& section = reached.form.sections[place];
    const auto title = section.title.in(reached.language);
    auto page = page_of(reached, "answer", title.empty() ? reached.consultation.rules.title : title);
    auto& texts = page.fields.texts;
    texts["section"] = title;
    texts["intro_html"] = section.intro.empty() ? "" : render_passage(section.intro.in(reached.language));
    texts["page"] = std::to_string(place + 1);
    texts["base"] = state_of(fields_of_section(section, reached.typed));
    texts["step"] = std::to_string(at + 1);
    texts["steps"] = std::to_string(asked.size());
    texts["steps_and_review"] = std::to_string(asked.size() + 1);
    texts["action"] = reached.link + (asks_for_files(section) ? "/files" : "");
    if (!problems.empty()) texts["problem_count"] = std::to_string(problems.size());
    page.fields.truths["later"] = at > 0;
    page.fields.truths["files"] = asks_for_files(section);
    page.fields.lists["questions"] = question_fields(reached, section, problems, reached.words());
    texts["conditions"] = conditions_of(reached, section);
    page.fields.lists["languages"] = language_fields(reached);
    page.status = problems.empty() ? 200 : 422;
    return page;
}

}  // namespace samrad::features
