// Small forms and populations for the tests of tallies.hpp.
#pragma once

#include <vector>

#include "domain/consultation/tallies.hpp"

namespace samrad::testing {

using namespace samrad::domain;

using Counts = std::vector<Shown>;
inline constexpr std::nullopt_t hidden = std::nullopt;

inline Question ask(const char* key, QuestionKind kind, std::vector<const char*> options = {}) {
    Question question;
    question.key = key;
    question.kind = kind;
    question.title.texts[0] = key;
    for (const auto* option : options) question.options.push_back({option, {{option, "", ""}}});
    return question;
}

inline Form form_of(std::vector<Question> questions) { return {{{"s", {}, {}, {}, std::move(questions)}}}; }

inline Cells counted(const Form& form, const std::vector<Fields>& answers) {
    Cells cells;
    for (const auto& answer : answers) {
        ++cells[""];
        for (const auto& cell : cells_of(form, answer)) ++cells[cell];
    }
    return cells;
}

inline std::vector<Fields> times(int n, const Fields& fields) { return std::vector<Fields>(std::size_t(n), fields); }

inline std::vector<Fields> operator+(std::vector<Fields> a, const std::vector<Fields>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// Asked where `show_if` holds, of one option.
inline Question hanging(const char* key, ShowIf show_if) {
    auto question = ask(key, QuestionKind::choice, {"a"});
    question.show_if = std::move(show_if);
    return question;
}

}  // namespace samrad::testing
