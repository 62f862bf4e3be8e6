// A form: what a consultation asks, as one description that the server and the browser both follow.
// docs/reference/form.schema.json says the same for JSON.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/names.hpp"
#include "base/problem.hpp"

namespace samrad::domain {

// The languages in which a form can be read.
enum class FormLanguage { nb, nn, en };

// A text in up to three languages; "" where it was not translated.
struct Wording {
    std::array<std::string, 3> texts;  // in the order of FormLanguage
    bool operator==(const Wording&) const = default;

    // The text in that language; where there is none, in the first that there is: nb, nn, en.
    const std::string& in(FormLanguage language) const;
    bool empty() const;
};

enum class QuestionKind {
    short_text,
    long_text,
    choice,
    choices,
    scale,
    number,
    date,
    ranking,
    matrix,
    place,
    file,
    agreement,
    explanation,
    consent,
};

// A choice, a row of a matrix, something to rank.
struct Option {
    std::string key;
    Wording label;
    bool operator==(const Option&) const = default;
};

enum class Test { is, is_not, answered, at_least, at_most };

struct Condition {
    std::string question;
    Test test = Test::answered;
    std::vector<std::string> values;  // of is and is_not: any of these
    double number = 0;                // of at_least and at_most
    bool operator==(const Condition&) const = default;
};

// Whether something is asked: all of the conditions, or any of them. No conditions: always.
struct ShowIf {
    bool any = false;
    std::vector<Condition> conditions;
    bool operator==(const ShowIf&) const = default;
};

struct Question {
    std::string key;
    QuestionKind kind = QuestionKind::short_text;
    Wording title;
    Wording help;  // of explanation and consent: the text itself, Markdown
    bool required = false;
    std::vector<Option> options;  // choice, choices, ranking; the columns of a matrix
    std::vector<Option> rows;     // matrix
    bool other = false;           // choice, choices: one may write something else
    bool shuffled = false;        // the options come in another order for each answer
    // Texts: length in code points. choices: how many. scale, number: the values. date: days as 20261123.
    std::optional<double> least;
    std::optional<double> most;
    Wording low, high;  // scale: what its ends mean
    std::string block;  // agreement: the paragraph of the document ("b17")
    ShowIf show_if;
    bool operator==(const Question&) const = default;
};

struct Section {
    std::string key;
    Wording title;
    Wording intro;  // Markdown
    ShowIf show_if;
    std::vector<Question> questions;
    bool operator==(const Section&) const = default;
};

struct Form {
    std::vector<Section> sections;
    bool operator==(const Form&) const = default;
};

inline constexpr std::size_t most_sections = 30;
inline constexpr std::size_t most_questions = 200;
inline constexpr std::size_t most_options = 400;  // of one question

// The question of that key, or nothing.
const Question* find_question(const Form& form, std::string_view key);

// Whether a form can be asked. Keys are a letter and up to 39 letters, digits or underscores, all small ASCII, and no
// two sections or questions share one. Every problem names the place ("sections[0].questions[2].options"):
//   form.empty               no section, or one without questions
//   form.too_large           more than most_sections, most_questions, most_options
//   form.key_invalid, form.key_twice
//   form.title_missing       a question or option without words in any language
//   form.options_missing     a kind that needs at least two options (a matrix: rows) has fewer
//   form.limits_invalid      least over most; a scale that is not two to eleven whole steps; a length out of 1 to
//   20,000 form.condition_unknown   a condition on a question that there is not, or on an option that it has not
//   form.condition_circle    conditions that hang on themselves, by way of questions and the sections they are in
std::optional<Problem> check_form(const Form& form);

// Whether answers to `before` still mean what they say under `after`: a question that keeps its key keeps its kind, its
// options' keys are not taken away while they are part of a scale or ranking, and a scale keeps its ends. Wordings may
// be mended; each answer names the revision in which it was asked. Code form.meaning_changed, field: the question's
// place.
std::optional<Problem> check_revision(const Form& before, const Form& after);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::FormLanguage> =
    std::array<std::string_view, 3>{"nb", "nn", "en"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::QuestionKind> = std::array<std::string_view, 14>{
    "short_text", "long_text", "choice", "choices", "scale",     "number",      "date",
    "ranking",    "matrix",    "place",  "file",    "agreement", "explanation", "consent"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::Test> =
    std::array<std::string_view, 5>{"is", "is_not", "answered", "at_least", "at_most"};
