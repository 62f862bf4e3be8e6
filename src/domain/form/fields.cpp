#include "domain/form/fields.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "domain/account/account.hpp"

namespace samrad::domain {

std::optional<double> number_in(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

namespace {

// Works out what is shown, each question once. check_form has seen that this ends.
class Showing {
public:
    Showing(const Form& form, const Fields& fields) : fields_(fields) {
        for (const auto& section : form.sections) {
            for (const auto& question : section.questions) places_[question.key] = {&question, &section};
        }
    }

    bool shows(const std::string& key) {
        if (const auto known = known_.find(key); known != known_.end()) return known->second;
        const auto place = places_.find(key);
        if (place == places_.end()) return false;
        const bool shown = holds(place->second.section->show_if) && holds(place->second.question->show_if);
        return known_[key] = shown;
    }

    bool holds(const ShowIf& show_if) {
        if (show_if.conditions.empty()) return true;
        const auto test = [&](const Condition& condition) { return holds(condition); };
        const auto& all = show_if.conditions;
        return show_if.any ? std::any_of(all.begin(), all.end(), test) : std::all_of(all.begin(), all.end(), test);
    }

private:
    struct Place {
        const Question* question;
        const Section* section;
    };

    bool holds(const Condition& condition) {
        const bool is_asked = shows(condition.question);
        const auto place = places_.find(condition.question);
        if (place == places_.end()) return false;
        // As check_answer keeps them: without spaces at the ends, and nothing of what is blank.
        std::vector<std::string> values;
        if (is_asked) {
            for (const auto& name : fields_of(*place->second.question)) {
                const auto field = fields_.find(name);
                if (field == fields_.end()) continue;
                for (const auto& value : field->second) {
                    if (auto clean = trimmed(value); !clean.empty()) values.push_back(std::move(clean));
                }
            }
        }
        const bool answered = !values.empty();
        const auto among = [&](const std::string& value) {
            return std::find(condition.values.begin(), condition.values.end(), value) != condition.values.end();
        };
        switch (condition.test) {
            case Test::answered: return answered;
            case Test::is: return std::any_of(values.begin(), values.end(), among);
            case Test::is_not: return answered && std::none_of(values.begin(), values.end(), among);
            case Test::at_least:
            case Test::at_most: {
                const auto number = values.empty() ? std::nullopt : number_in(values.front());
                if (!number) return false;
                return condition.test == Test::at_least ? *number >= condition.number : *number <= condition.number;
            }
        }
        return false;
    }

    const Fields& fields_;
    std::map<std::string, Place> places_;
    std::map<std::string, bool> known_;
};

}  // namespace

const std::string& text_of(const Fields& fields, std::string_view name) {
    static const std::string none;
    const auto found = fields.find(name);
    return found == fields.end() || found->second.empty() ? none : found->second.front();
}

std::set<std::string, std::less<>> shown_questions(const Form& form, const Fields& fields) {
    Showing showing(form, fields);
    std::set<std::string, std::less<>> shown;
    for (const auto& section : form.sections) {
        for (const auto& question : section.questions) {
            if (showing.shows(question.key)) shown.insert(question.key);
        }
    }
    return shown;
}

bool is_shown(const Section& section, const std::set<std::string, std::less<>>& shown) {
    return std::any_of(section.questions.begin(), section.questions.end(),
                       [&](const Question& question) { return shown.contains(question.key); });
}

bool hangs_on_its_page(const Question& question, const Section& section) {
    const auto& conditions = question.show_if.conditions;
    return std::any_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        return std::any_of(section.questions.begin(), section.questions.end(),
                           [&](const Question& other) { return other.key == condition.question; });
    });
}

bool is_unseen(const Fields& fields, std::string_view key) {
    const auto found = fields.find(unseen_field);
    return found != fields.end() && std::find(found->second.begin(), found->second.end(), key) != found->second.end();
}

std::set<std::string, std::less<>> passed_over(const Form& form, const Fields& fields) {
    const auto shown = shown_questions(form, fields);
    std::set<std::string, std::less<>> passed;
    for (const auto& section : form.sections) {
        const bool page = is_shown(section, shown);
        for (const auto& question : section.questions) {
            const bool seen = shown.contains(question.key) ||
                              (page && hangs_on_its_page(question, section) && !is_unseen(fields, question.key));
            if (!seen) passed.insert(question.key);
        }
    }
    return passed;
}

Fields without_passed_over(const Form& form, Fields fields) {
    for (const auto& key : passed_over(form, fields)) {
        for (const auto& name : fields_of(*find_question(form, key))) fields.erase(name);
    }
    fields.erase(unseen_field);
    return fields;
}

void note_unseen(Fields& fields, const Section& section, const std::vector<std::string>& keys) {
    auto& unseen = fields[unseen_field];
    for (const auto& question : section.questions) {
        std::erase(unseen, question.key);
        if (std::find(keys.begin(), keys.end(), question.key) != keys.end()) unseen.push_back(question.key);
    }
    if (unseen.empty()) fields.erase(unseen_field);
}

std::vector<Option> options_in_order(const Question& question, std::uint64_t seed) {
    auto options = question.options;
    if (!question.shuffled) return options;
    // Fisher and Yates with SplitMix64 (Steele, Lea, Flood 2014), which every platform computes alike.
    const auto next = [&seed] {
        std::uint64_t z = (seed += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    };
    for (std::size_t i = options.size(); i > 1; --i) std::swap(options[i - 1], options[next() % i]);
    return options;
}

std::vector<std::string> fields_of(const Question& question) {
    switch (question.kind) {
        case QuestionKind::explanation: return {};
        case QuestionKind::ranking:
        case QuestionKind::matrix: {
            std::vector<std::string> names;
            const auto& parts = question.kind == QuestionKind::ranking ? question.options : question.rows;
            for (const auto& part : parts) names.push_back(question.key + "." + part.key);
            return names;
        }
        case QuestionKind::choice:
        case QuestionKind::choices:
            if (question.other) return {question.key, question.key + ".other"};
            return {question.key};
        case QuestionKind::agreement: return {question.key, question.key + ".wording"};
        default: return {question.key};
    }
}

}  // namespace samrad::domain
