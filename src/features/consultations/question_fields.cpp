#include "features/consultations/question_fields.hpp"

#include <algorithm>

#include "features/consultations/answer_words.hpp"
#include "features/consultations/asked_paragraphs.hpp"
#include "features/texts.hpp"

namespace samrad::features {

namespace {

using domain::FormLanguage;
using domain::Question;
using domain::QuestionKind;
using std::string;

string sentence_for(const string& field, const std::vector<Problem>& problems, domain::Language language) {
    const auto found =
        std::find_if(problems.begin(), problems.end(), [&](const Problem& problem) { return problem.field == field; });
    return found == problems.end() ? string() : sentence_of(*found, language);
}

bool was_chosen(const domain::Fields& typed, const string& field, const string& key) {
    const auto found = typed.find(field);
    return found != typed.end() && std::find(found->second.begin(), found->second.end(), key) != found->second.end();
}

// What the templates call the kinds: how each is drawn.
const char* control_of(QuestionKind kind) {
    switch (kind) {
        case QuestionKind::short_text: return "is_line";
        case QuestionKind::long_text: return "is_text";
        case QuestionKind::choice:
        case QuestionKind::scale:
        case QuestionKind::agreement: return "is_choice";
        case QuestionKind::choices: return "is_choices";
        case QuestionKind::number: return "is_number";
        case QuestionKind::date: return "is_date";
        case QuestionKind::ranking: return "is_ranking";
        case QuestionKind::matrix: return "is_matrix";
        case QuestionKind::place: return "is_place";
        case QuestionKind::consent: return "is_consent";
        case QuestionKind::file: return "is_file";
        case QuestionKind::explanation: return "is_explanation";
    }
    return "is_explanation";
}

struct Choice {
    string key;
    string label;
};

// What can be chosen, in the order of this answer; `words` are those of the page's language.
std::vector<Choice> choices_of(const Question& question, std::uint64_t seed, FormLanguage language) {
    const bool en = language == FormLanguage::en;
    std::vector<Choice> choices;
    if (question.kind == QuestionKind::scale) {
        for (int step = int(*question.least); step <= int(*question.most); ++step) {
            string label = std::to_string(step);
            const bool first = step == int(*question.least), last = step == int(*question.most);
            if (first && !question.low.empty()) label += " – " + question.low.in(language);
            if (last && !question.high.empty()) label += " – " + question.high.in(language);
            choices.push_back({std::to_string(step), std::move(label)});
        }
        return choices;
    }
    if (question.kind == QuestionKind::agreement) {
        return {{"agree", en ? "Agree" : "Enig"},
                {"disagree", en ? "Disagree" : "Uenig"},
                {"unsure", en ? "Unsure" : "Usikker"}};
    }
    for (const auto& option : domain::options_in_order(question, seed)) {
        choices.push_back({option.key, option.label.in(language)});
    }
    if (question.other) choices.push_back({"other", en ? "Other" : "Annet"});
    return choices;
}

FieldList choice_fields(const std::vector<Choice>& choices, const domain::Fields& typed, const string& field) {
    FieldList list;
    for (const auto& [key, label] : choices) {
        Fields fields;
        fields.texts = {{"key", key}, {"label", label}, {"field", field}};
        fields.truths["chosen"] = was_chosen(typed, field, key);
        list.push_back(std::move(fields));
    }
    return list;
}

FieldList place_fields(const domain::Fields& typed, const string& field) {
    FieldList list;
    for (const auto& place : domain::municipalities()) {
        Fields fields;
        fields.texts = {{"key", string(place.number)}, {"label", string(place.name)}};
        fields.truths["chosen"] = was_chosen(typed, field, string(place.number));
        list.push_back(std::move(fields));
    }
    std::sort(list.begin(), list.end(),
              [](const Fields& a, const Fields& b) { return a.texts.at("label") < b.texts.at("label"); });
    return list;
}

// The rows of a ranking or a matrix: a field each.
FieldList part_fields(const Question& question, const ReachedAnswer& reached, const std::vector<Problem>& problems,
                      domain::Language language) {
    FieldList list;
    const bool ranks = question.kind == QuestionKind::ranking;
    const auto parts =
        ranks ? domain::options_in_order(question, std::uint64_t(reached.answer.id.value)) : question.rows;
    std::vector<Choice> columns;
    if (ranks) {
        for (std::size_t i = 1; i <= parts.size(); ++i) columns.push_back({std::to_string(i), std::to_string(i)});
    } else {
        columns = choices_of(question, 0, reached.language);
    }
    for (const auto& part : parts) {
        const auto field = question.key + "." + part.key;
        Fields fields;
        fields.texts = {{"field", field},
                        {"label", part.label.in(reached.language)},
                        {"part_wrong", sentence_for(field, problems, language)}};
        fields.lists["columns"] = choice_fields(columns, reached.typed, field);
        list.push_back(std::move(fields));
    }
    return list;
}

// The files that were sent for a question and not taken away again.
FieldList file_fields(const ReachedAnswer& reached, const domain::Fields& fields, const string& key) {
    FieldList list;
    const auto numbers = fields.find(key);
    if (numbers == fields.end()) return list;
    for (const auto& file : reached.files) {
        const auto number = std::to_string(file.id);
        if (file.question != key || !was_chosen(fields, key, number)) continue;
        Fields one;
        one.texts = {{"file", number},
                     {"file_name", file.name},
                     {"file_size", std::to_string((file.size + 1023) / 1024)},
                     {"field", key}};
        list.push_back(std::move(one));
    }
    return list;
}

// Limits as the browser tells them while one types.
void put_limits(Fields& fields, const Question& question) {
    const auto whole = [](double limit) { return std::to_string(std::int64_t(limit)); };
    const bool text = question.kind == QuestionKind::short_text || question.kind == QuestionKind::long_text;
    const double longest = question.kind == QuestionKind::short_text ? 500 : 10'000;
    if (text) fields.texts["longest"] = whole(question.most.value_or(longest));
}

Fields one_question(const ReachedAnswer& reached, const Question& question, const std::vector<Problem>& problems,
                    domain::Language language) {
    const auto seed = std::uint64_t(reached.answer.id.value);
    Fields fields;
    const auto control = control_of(question.kind);
    const bool told = question.kind == QuestionKind::explanation || question.kind == QuestionKind::consent;
    fields.texts = {{"field", question.key},
                    {"question_title", question.title.in(reached.language)},
                    {"help_html", question.help.empty() ? "" : render_passage(question.help.in(reached.language))},
                    {"value", domain::text_of(reached.typed, question.key)},
                    {"wrong", sentence_for(question.key, problems, language)}};
    put_paragraph(fields, reached, question);
    fields.truths[control] = true;
    fields.truths["required"] = question.required;
    fields.truths["told"] = told;
    if (std::string_view(control) == "is_choice" || std::string_view(control) == "is_choices") {
        fields.lists["choices"] =
            choice_fields(choices_of(question, seed, reached.language), reached.typed, question.key);
    }
    const auto beside = question.kind == QuestionKind::agreement ? question.key + ".wording"
                        : question.other                         ? question.key + ".other"
                                                                 : string();
    if (!beside.empty()) {
        fields.texts["beside"] = beside;
        fields.texts["beside_value"] = domain::text_of(reached.typed, beside);
        fields.texts["beside_wrong"] = sentence_for(beside, problems, language);
        fields.truths["is_wording"] = question.kind == QuestionKind::agreement;
    }
    if (question.kind == QuestionKind::ranking || question.kind == QuestionKind::matrix) {
        fields.lists["parts"] = part_fields(question, reached, problems, language);
    }
    if (question.kind == QuestionKind::file) {
        fields.lists["sent_files"] = file_fields(reached, reached.typed, question.key);
        fields.texts["most_files"] =
            std::to_string(std::min(int(domain::most_files), int(question.most.value_or(double(domain::most_files)))));
    }
    put_limits(fields, question);
    if (question.kind == QuestionKind::place) fields.lists["places"] = place_fields(reached.typed, question.key);
    return fields;
}

string answer_in_words(const ReachedAnswer& reached, const Question& question, const domain::Fields& fields) {
    const auto language = reached.language;
    const auto label = [&](const std::vector<Choice>& choices, const string& key) {
        const auto found =
            std::find_if(choices.begin(), choices.end(), [&](const Choice& one) { return one.key == key; });
        return found == choices.end() ? key : found->label;
    };
    const auto choices =
        question.kind == QuestionKind::ranking ? std::vector<Choice>() : choices_of(question, 0, language);
    string text;
    const auto add = [&](const string& part) {
        if (!part.empty()) text += (text.empty() ? "" : "\n") + part;
    };
    if (question.kind == QuestionKind::ranking || question.kind == QuestionKind::matrix) {
        const auto& parts = question.kind == QuestionKind::ranking ? question.options : question.rows;
        for (const auto& part : parts) {
            const auto& value = domain::text_of(fields, question.key + "." + part.key);
            if (!value.empty()) add(part.label.in(language) + ": " + label(choices, value));
        }
        return text;
    }
    if (question.kind == QuestionKind::place) {
        for (const auto& place : domain::municipalities()) {
            if (place.number == domain::text_of(fields, question.key)) add(string(place.name));
        }
        return text;
    }
    if (question.kind == QuestionKind::file) {
        for (const auto& file : file_fields(reached, fields, question.key)) add(file.texts.at("file_name"));
        return text;
    }
    if (question.kind == QuestionKind::consent) {
        return domain::text_of(fields, question.key).empty() ? "" : language == FormLanguage::en ? "Yes" : "Ja";
    }
    for (const auto& name : domain::fields_of(question)) {
        const auto found = fields.find(name);
        if (found == fields.end()) continue;
        for (const auto& value : found->second) add(name == question.key ? label(choices, value) : value);
    }
    return text;
}

}  // namespace

FieldList question_fields(const ReachedAnswer& reached, const domain::Section& section,
                          const std::vector<Problem>& problems, domain::Language language) {
    const auto shown = domain::shown_questions(reached.form, reached.typed);
    FieldList list;
    for (const auto& question : section.questions) {
        const bool asked = shown.contains(question.key);
        if (!asked && !domain::hangs_on_its_page(question, section)) continue;
        list.push_back(one_question(reached, question, problems, language));
        list.back().truths["perhaps"] = domain::hangs_on_its_page(question, section);
    }
    return list;
}

FieldList answered_fields(const ReachedAnswer& reached, const domain::Fields& fields) {
    FieldList list;
    const auto shown = domain::shown_questions(reached.form, fields);
    for (const auto& section : reached.form.sections) {
        for (const auto& question : section.questions) {
            if (!shown.contains(question.key) || question.kind == QuestionKind::explanation) continue;
            Fields one;
            one.texts = {{"title", question.title.in(reached.language)},
                         {"answer", answer_in_words(reached, question, fields)}};
            put_paragraph(one, reached, question);
            one.truths["written"] = question.kind == QuestionKind::short_text ||
                                    question.kind == QuestionKind::long_text ||
                                    question.kind == QuestionKind::agreement;
            list.push_back(std::move(one));
        }
    }
    return list;
}

FieldList left_out_fields(const ReachedAnswer& reached) {
    FieldList list;
    const auto passed = domain::passed_over(reached.form, reached.typed);
    for (const auto& section : reached.form.sections) {
        for (const auto& question : section.questions) {
            if (!passed.contains(question.key)) continue;
            const auto words = answer_in_words(reached, question, reached.typed);
            if (words.empty()) continue;
            Fields one;
            one.texts = {{"left_title", question.title.in(reached.language)}, {"left_answer", words}};
            list.push_back(std::move(one));
        }
    }
    return list;
}

}  // namespace samrad::features
