#include "domain/form/answer_check.hpp"

#include <algorithm>

#include "domain/account/account.hpp"
#include "domain/form/question_check.hpp"

namespace samrad::domain {

using std::string;

CheckedAnswer check_answer(const Form& form, const Fields& fields, const AnswerFacts& facts,
                           const std::vector<string>& sections) {
    CheckedAnswer checked;
    const auto shown = shown_questions(form, fields);
    std::set<string, std::less<>> known;
    CheckedFields checking(fields, facts, checked);
    for (const auto& section : form.sections) {
        const bool wanted =
            sections.empty() || std::find(sections.begin(), sections.end(), section.key) != sections.end();
        for (const auto& question : section.questions) {
            const auto names = fields_of(question);
            known.insert(names.begin(), names.end());
            if (!wanted) continue;
            if (shown.contains(question.key)) {
                check_question(question, checking);
                continue;
            }
            for (const auto& name : names) {
                if (!trimmed(text_of(fields, name)).empty()) {
                    checked.problems.push_back(invalid("answer.not_asked", name));
                }
            }
        }
    }
    for (const auto& [name, values] : fields) {
        if (!known.contains(name)) checked.problems.push_back(invalid("answer.unknown_field", name));
    }
    return checked;
}

std::vector<FreeText> free_texts(const Form& form, const Fields& fields) {
    std::vector<FreeText> texts;
    for (const auto& name : free_text_fields(form)) {
        if (const auto& text = text_of(fields, name); !text.empty()) texts.push_back({name, text});
    }
    return texts;
}

std::vector<string> free_text_fields(const Form& form) {
    std::vector<string> names;
    for (const auto& section : form.sections) {
        for (const auto& question : section.questions) {
            switch (question.kind) {
                case QuestionKind::short_text:
                case QuestionKind::long_text: names.push_back(question.key); break;
                case QuestionKind::choice:
                case QuestionKind::choices: names.push_back(question.key + ".other"); break;
                case QuestionKind::agreement: names.push_back(question.key + ".wording"); break;
                default: break;
            }
        }
    }
    return names;
}

}  // namespace samrad::domain
