// What became of one answer: that page of report_pages.hpp.
#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "domain/form/answer_check.hpp"
#include "features/form_json.hpp"
#include "features/responses/report_fields.hpp"
#include "features/responses/report_pages.hpp"
#include "features/tokens.hpp"
#include "storage/consultations.hpp"
#include "storage/outcomes.hpp"

namespace samrad::features {

namespace {

using domain::Language;
using std::string;

// A text in runs, those that somebody marked apart from the others.
FieldList runs_of(const string& text, const string& field, const std::vector<storage::ThemedPassage>& passages) {
    const auto wide = to_utf16(text);
    std::vector<bool> marked(wide.size(), false);
    for (const auto& one : passages) {
        if (one.passage.field != field) continue;
        const auto past = std::min<std::size_t>(std::size_t(one.passage.past), wide.size());
        for (auto at = std::size_t(one.passage.first); at < past; ++at) marked[at] = true;
    }
    FieldList runs;
    for (std::size_t from = 0; from < wide.size();) {
        auto to = from + 1;
        while (to < wide.size() && marked[to] == marked[from]) ++to;
        Fields run;
        run.texts["run"] = to_utf8(std::u16string_view(wide).substr(from, to - from));
        run.truths["is_marked"] = marked[from];
        runs.push_back(std::move(run));
        from = to;
    }
    return runs;
}

string title_of(const domain::Form& form, const string& field, domain::FormLanguage language) {
    const auto* question = domain::find_question(form, std::string_view(field).substr(0, field.find('.')));
    return question ? string(question->title.in(language)) : string();
}

}  // namespace

http::Reply outcome_page(Work& work, const PlainPages& pages, Texts& texts) {
    const auto& token = work.request.arguments.at("link");
    if (token.size() > 100) throw missing("answer.gone");
    const auto answer = storage::follow_answer(work.tx, hash_token(token));
    if (!answer) throw missing("answer.gone");
    const auto consultation = storage::find_consultation(work.tx, answer->consultation).value();
    const bool en = answer->language == domain::FormLanguage::en;
    const auto language = en ? Language::en : Language::nb;
    const auto form = form_of(storage::find_form(work.tx, consultation.id, answer->revision).value());
    const auto fields = fields_of(answer->content);

    PlainPage page{"outcome", en ? "What became of your answer" : "Hva ble det av svaret ditt?", {}, 200, language};
    page.fields.texts = {{"consultation", std::to_string(consultation.id.value)},
                         {"consultation_title", consultation.rules.title},
                         {"receipt", answer->receipt > 0 ? std::to_string(answer->receipt) : ""}};
    if (answer->own_link) page.fields.texts["answer_link"] = "/answers/" + token + "/receipt";

    const bool published = !storage::editions_of(work.tx, consultation.id).empty();
    std::vector<storage::ThemedPassage> followed;
    if (published) {
        const auto report = told_report(work, consultation, 0, texts);
        const auto passages = storage::passages_in(work.tx, answer->id);
        for (const auto& theme : report.themes) {
            if (!theme.response && !theme.theme.open) continue;
            FieldList own;
            for (const auto& one : passages) {
                if (one.theme != theme.theme.theme) continue;
                followed.push_back(one);
                Fields passage;
                passage.texts["own_words"] = words_of(one);
                own.push_back(std::move(passage));
            }
            if (own.empty()) continue;
            auto shown = theme_fields(report, theme, language);
            shown.lists["own"] = std::move(own);
            page.fields.lists["themes"].push_back(std::move(shown));
        }
    }
    page.fields.truths["published"] = published;
    page.fields.truths["nothing"] = published && followed.empty();
    for (const auto& text : domain::free_texts(form, fields)) {
        Fields one;
        one.texts["question_title"] = title_of(form, text.field, answer->language);
        one.lists["runs"] = runs_of(text.text, text.field, followed);
        page.fields.lists["said"].push_back(std::move(one));
    }
    auto reply = pages.make(work, std::move(page));
    reply.headers.emplace_back("cache-control", "no-store");
    reply.headers.emplace_back("x-robots-tag", "noindex");
    return reply;
}

}  // namespace samrad::features
