#include "domain/consultation/tally_conditions.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "domain/consultation/tally_cells.hpp"
#include "domain/form/fields.hpp"

namespace samrad::domain {

namespace {

using Conditions = std::vector<Condition>;

// What a question hangs on in one form: each of `all`, and one at least of every list in `any`.
struct Hanging {
    Conditions all;
    std::vector<Conditions> any;
    friend bool operator==(const Hanging&, const Hanging&) = default;
};

std::optional<Hanging> hanging_of(const Form& form, const std::string& key) {
    for (const auto& section : form.sections) {
        for (const auto& question : section.questions) {
            if (question.key != key) continue;
            Hanging hanging;
            for (const auto* show_if : {&section.show_if, &question.show_if}) {
                const auto& conditions = show_if->conditions;
                if (show_if->any && conditions.size() > 1) {
                    hanging.any.push_back(conditions);
                } else {
                    hanging.all.insert(hanging.all.end(), conditions.begin(), conditions.end());
                }
            }
            return hanging;
        }
    }
    return std::nullopt;
}

bool holds(const Conditions& conditions, const Condition& one) {
    return std::find(conditions.begin(), conditions.end(), one) != conditions.end();
}

// Whether a condition holds wherever another does, since that one's question is not asked otherwise.
bool follows(const Form& form, const Condition& one, const Condition& from) {
    const auto hanging = hanging_of(form, from.question);
    if (!hanging) return false;
    return holds(hanging->all, one) || std::any_of(hanging->all.begin(), hanging->all.end(),
                                                   [&](const Condition& next) { return follows(form, one, next); });
}

// Without what follows from the rest.
Hanging reduced(const Form& form, Hanging hanging) {
    Conditions left;
    for (const auto& one : hanging.all) {
        const auto told = [&](const Condition& other) { return follows(form, one, other); };
        const bool told_by_all = std::any_of(hanging.all.begin(), hanging.all.end(), told);
        const bool told_by_any = std::any_of(hanging.any.begin(), hanging.any.end(), [&](const Conditions& any) {
            return std::all_of(any.begin(), any.end(), told);
        });
        if (!told_by_all && !told_by_any && !holds(left, one)) left.push_back(one);
    }
    hanging.all = std::move(left);
    return hanging;
}

// Whether a number is where a band begins.
bool begins_band(const Question& question, double number) {
    const double step = step_of(question);
    if (step > 0) return std::fmod(number, step) == 0;
    for (double edge = 1; edge < number; edge *= 10) {
        if (edge * 10 > number) return false;
    }
    return number == 0 || number >= 1;
}

// Whether those for whom the conditions hold are lines of the table of the question that they are all on. One condition
// at least; `any`: for whom one of them holds.
bool are_lines(const Question& question, const Conditions& conditions) {
    const auto& first = conditions.front();
    const bool alone = conditions.size() == 1;
    const bool by_name = first.test == Test::is || first.test == Test::is_not;
    switch (question.kind) {
        case QuestionKind::choice:
        case QuestionKind::scale:
        case QuestionKind::place:
        case QuestionKind::consent: return true;
        case QuestionKind::choices:
            return question.most == 1.0 ||
                   (alone && (first.test == Test::answered || (by_name && first.values.size() == 1)));
        case QuestionKind::agreement:  // which may be answered by a wording alone
            return std::all_of(conditions.begin(), conditions.end(),
                               [](const Condition& one) { return one.test == Test::is; });
        case QuestionKind::matrix: return question.rows.size() == 1;
        case QuestionKind::number:
            return alone && (first.test == Test::answered ||
                             (first.test == Test::at_least && begins_band(question, first.number)));
        default: return alone && first.test == Test::answered;
    }
}

// The one other question that all of it is about, with what is asked of it; nothing where there is more.
std::optional<AskedOf> on_one_table(const Form& form, const Hanging& hanging) {
    if (hanging.any.size() + (hanging.all.empty() ? 0 : 1) > 1) return std::nullopt;
    const bool any = !hanging.any.empty();
    const auto& conditions = any ? hanging.any.front() : hanging.all;
    if (conditions.empty()) return AskedOf{};
    const auto& key = conditions.front().question;
    const auto question = find_question(form, key);
    const bool one = question && are_lines(*question, conditions) &&
                     std::all_of(conditions.begin(), conditions.end(),
                                 [&](const Condition& condition) { return condition.question == key; });
    if (!one) return std::nullopt;
    return AskedOf{key, any, conditions};
}

}  // namespace

bool AskedOf::holds_for(const std::string& line) const {
    const auto holds_there = [&](const Condition& condition) {
        const auto& values = condition.values;
        const bool among = std::find(values.begin(), values.end(), line) != values.end();
        switch (condition.test) {
            case Test::answered: return true;
            case Test::is: return among;
            case Test::is_not: return !among;
            case Test::at_least:
            case Test::at_most: {
                const auto number = number_in(line);
                if (!number) return false;
                return condition.test == Test::at_least ? *number >= condition.number : *number <= condition.number;
            }
        }
        return false;
    };
    return any ? std::any_of(conditions.begin(), conditions.end(), holds_there)
               : std::all_of(conditions.begin(), conditions.end(), holds_there);
}

std::optional<AskedOf> asked_of(const std::vector<Form>& forms, const std::string& key) {
    std::optional<Hanging> known;
    std::optional<AskedOf> asked = AskedOf{};
    for (const auto& form : forms) {
        auto hanging = hanging_of(form, key);
        if (!hanging) continue;
        auto left = reduced(form, *std::move(hanging));
        asked = on_one_table(form, left);
        // Asked of others in another revision: the sum is of two different things.
        if (!asked || (known && !(*known == left))) return std::nullopt;
        known = std::move(left);
    }
    return asked;
}

}  // namespace samrad::domain
