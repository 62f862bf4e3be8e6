#include "domain/form/form.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace samrad::domain {

namespace {

bool is_key(std::string_view key) {
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    if (key.empty() || key.size() > 40 || !small(key[0])) return false;
    return std::all_of(key.begin(), key.end(), [&](char c) { return small(c) || (c >= '0' && c <= '9') || c == '_'; });
}

bool asks_nothing(QuestionKind kind) { return kind == QuestionKind::explanation; }

std::optional<Problem> check_options(const std::vector<Option>& options, std::size_t least, const std::string& place) {
    if (options.size() < least) return invalid("form.options_missing", place);
    if (options.size() > most_options) return invalid("form.too_large", place);
    std::set<std::string> keys;
    for (const auto& option : options) {
        if (!is_key(option.key)) return invalid("form.key_invalid", place);
        if (!keys.insert(option.key).second) return invalid("form.key_twice", place);
        if (option.label.empty()) return invalid("form.title_missing", place);
    }
    return std::nullopt;
}

bool limits_hold(const Question& question) {
    const auto whole = [](const std::optional<double>& value) { return !value || std::floor(*value) == *value; };
    if (question.least && question.most && *question.least > *question.most) return false;
    switch (question.kind) {
        case QuestionKind::scale: {
            if (!question.least || !question.most || !whole(question.least) || !whole(question.most)) return false;
            const double steps = *question.most - *question.least + 1;
            return steps >= 2 && steps <= 11 && std::abs(*question.least) <= 100;
        }
        case QuestionKind::short_text:
        case QuestionKind::long_text:
            return whole(question.least) && whole(question.most) && question.least.value_or(0) >= 0 &&
                   question.most.value_or(1) >= 1 && question.most.value_or(1) <= 20'000;
        case QuestionKind::choices:
            return whole(question.least) && whole(question.most) && question.least.value_or(0) >= 0 &&
                   question.most.value_or(1) >= 1 &&
                   question.least.value_or(0) <= double(question.options.size() + (question.other ? 1 : 0));
        default: return true;
    }
}

std::optional<Problem> check_question(const Question& question, const std::string& place) {
    if (!is_key(question.key)) return invalid("form.key_invalid", place + ".key");
    if (question.title.empty() && question.help.empty()) return invalid("form.title_missing", place + ".title");
    if (question.title.empty() && !asks_nothing(question.kind)) return invalid("form.title_missing", place + ".title");
    const bool chosen = question.kind == QuestionKind::choice || question.kind == QuestionKind::choices ||
                        question.kind == QuestionKind::ranking || question.kind == QuestionKind::matrix;
    const std::size_t needed = !chosen ? 0 : question.other ? 1 : 2;
    if (auto problem = check_options(question.options, needed, place + ".options")) return problem;
    const std::size_t rows = question.kind == QuestionKind::matrix ? 1 : 0;
    if (auto problem = check_options(question.rows, rows, place + ".rows")) return problem;
    if (!limits_hold(question)) return invalid("form.limits_invalid", place + ".most");
    return std::nullopt;
}

// What something hangs on: a question on those of its conditions and on its section, a section on those of its
// conditions. Sections are named "#key".
using Hangs = std::map<std::string, std::vector<std::string>>;

std::optional<Problem> check_conditions(const Form& form, const ShowIf& show_if, const std::string& place) {
    if (show_if.conditions.size() > 20) return invalid("form.too_large", place);
    for (const auto& condition : show_if.conditions) {
        const auto* question = find_question(form, condition.question);
        if (!question || asks_nothing(question->kind)) return invalid("form.condition_unknown", place);
        const bool compares = condition.test == Test::is || condition.test == Test::is_not;
        if (compares && condition.values.empty()) return invalid("form.condition_unknown", place);
        if (!compares || question->options.empty() || question->kind == QuestionKind::matrix) continue;
        for (const auto& value : condition.values) {
            const bool known = std::any_of(question->options.begin(), question->options.end(),
                                           [&](const Option& option) { return option.key == value; });
            if (!known && !(question->other && value == "other")) return invalid("form.condition_unknown", place);
        }
    }
    return std::nullopt;
}

// Whether following the arrows from a name comes back to it. `done` keeps what was found to be free.
bool goes_round(const Hangs& hangs, const std::string& name, std::set<std::string>& open, std::set<std::string>& done) {
    if (done.contains(name)) return false;
    if (!open.insert(name).second) return true;
    if (const auto found = hangs.find(name); found != hangs.end()) {
        for (const auto& next : found->second) {
            if (goes_round(hangs, next, open, done)) return true;
        }
    }
    open.erase(name);
    done.insert(name);
    return false;
}

}  // namespace

const std::string& Wording::in(FormLanguage language) const {
    const auto& wanted = texts[std::size_t(language)];
    if (!wanted.empty()) return wanted;
    const auto first = std::find_if(texts.begin(), texts.end(), [](const auto& text) { return !text.empty(); });
    return first == texts.end() ? texts[0] : *first;
}

bool Wording::empty() const {
    return std::all_of(texts.begin(), texts.end(), [](const auto& text) { return text.empty(); });
}

const Question* find_question(const Form& form, std::string_view key) {
    for (const auto& section : form.sections) {
        for (const auto& question : section.questions) {
            if (question.key == key) return &question;
        }
    }
    return nullptr;
}

std::optional<Problem> check_form(const Form& form) {
    if (form.sections.empty()) return invalid("form.empty", "sections");
    if (form.sections.size() > most_sections) return invalid("form.too_large", "sections");
    std::set<std::string> keys, section_keys;
    Hangs hangs;
    const auto add = [&](const std::string& name, const ShowIf& show_if) {
        for (const auto& condition : show_if.conditions) hangs[name].push_back(condition.question);
    };
    for (std::size_t s = 0; s < form.sections.size(); ++s) {
        const auto& section = form.sections[s];
        const std::string place = "sections[" + std::to_string(s) + "]";
        if (!is_key(section.key)) return invalid("form.key_invalid", place + ".key");
        if (!section_keys.insert(section.key).second) return invalid("form.key_twice", place + ".key");
        if (section.questions.empty()) return invalid("form.empty", place + ".questions");
        if (auto problem = check_conditions(form, section.show_if, place + ".show_if")) return problem;
        add("#" + section.key, section.show_if);
        for (std::size_t q = 0; q < section.questions.size(); ++q) {
            const auto& question = section.questions[q];
            const std::string at = place + ".questions[" + std::to_string(q) + "]";
            if (auto problem = check_question(question, at)) return problem;
            if (!keys.insert(question.key).second) return invalid("form.key_twice", at + ".key");
            if (keys.size() > most_questions) return invalid("form.too_large", "sections");
            if (auto problem = check_conditions(form, question.show_if, at + ".show_if")) return problem;
            hangs[question.key].push_back("#" + section.key);
            add(question.key, question.show_if);
        }
    }
    std::set<std::string> open, done;
    for (const auto& [name, others] : hangs) {
        if (goes_round(hangs, name, open, done)) return invalid("form.condition_circle", "sections");
    }
    return std::nullopt;
}

std::optional<Problem> check_revision(const Form& before, const Form& after) {
    const auto keys = [](const std::vector<Option>& options) {
        std::vector<std::string> list;
        for (const auto& option : options) list.push_back(option.key);
        return list;
    };
    for (std::size_t s = 0; s < after.sections.size(); ++s) {
        for (std::size_t q = 0; q < after.sections[s].questions.size(); ++q) {
            const auto& now = after.sections[s].questions[q];
            const auto* then = find_question(before, now.key);
            if (!then) continue;
            bool same = then->kind == now.kind && then->block == now.block;
            if (now.kind == QuestionKind::scale) same = same && then->least == now.least && then->most == now.most;
            // Ranks are told against the same things; a choice may be added to or taken from a list.
            if (now.kind == QuestionKind::ranking) same = same && keys(then->options) == keys(now.options);
            if (now.kind == QuestionKind::matrix) same = same && keys(then->options) == keys(now.options);
            if (!same) {
                return invalid("form.meaning_changed",
                               "sections[" + std::to_string(s) + "].questions[" + std::to_string(q) + "]");
            }
        }
    }
    return std::nullopt;
}

}  // namespace samrad::domain
