#include "domain/form/answer_check.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>

#include "base/utf8.hpp"
#include "domain/account/account.hpp"

namespace samrad::domain {

namespace {

using std::string;

// "2026-11-23" as 20261123, where there is such a day.
std::optional<double> day_in(const string& text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int parts[3] = {};
    const std::pair<int, int> places[3] = {{0, 4}, {5, 2}, {8, 2}};
    for (int i = 0; i < 3; ++i) {
        const char* first = text.data() + places[i].first;
        const auto [end, error] = std::from_chars(first, first + places[i].second, parts[i]);
        if (error != std::errc() || end != first + places[i].second) return std::nullopt;
    }
    const std::chrono::year_month_day day{std::chrono::year(parts[0]), std::chrono::month(unsigned(parts[1])),
                                          std::chrono::day(unsigned(parts[2]))};
    if (!day.ok() || parts[0] < 1) return std::nullopt;
    return parts[0] * 10'000.0 + parts[1] * 100.0 + parts[2];
}

string written(double number) {
    string text = std::to_string(std::int64_t(number));
    return text;
}

bool has_option(const std::vector<Option>& options, const string& key) {
    return std::any_of(options.begin(), options.end(), [&](const Option& option) { return option.key == key; });
}

// The checks of one question at a time; what is wrong goes to `problems`, what is right to `kept`.
class Checking {
public:
    Checking(const Fields& fields, const AnswerFacts& facts, CheckedAnswer& checked)
        : fields_(fields), facts_(facts), checked_(checked) {}

    void check(const Question& question) {
        question_ = &question;
        const auto before = checked_.problems.size();
        const bool answered = read();
        if (!answered && question.required && facts_.complete && checked_.problems.size() == before) {
            wrong("answer.required", question.key);
        }
    }

private:
    // The texts of a field without spaces at the ends; what is blank is left out.
    std::vector<string> texts(const string& name) {
        std::vector<string> found;
        const auto field = fields_.find(name);
        if (field == fields_.end()) return found;
        for (const auto& text : field->second) {
            if (!is_utf8(text) || text.find('\0') != string::npos) {
                wrong("answer.not_text", name);
                return {};
            }
            auto clean = trimmed(text);
            if (!clean.empty()) found.push_back(std::move(clean));
        }
        return found;
    }

    // The one text of a field.
    std::optional<string> one(const string& name) {
        auto found = texts(name);
        if (found.size() > 1) {
            wrong("answer.one_only", name);
            return std::nullopt;
        }
        if (found.empty()) return std::nullopt;
        return std::move(found.front());
    }

    void wrong(std::string_view code, const string& field, std::vector<std::pair<string, string>> facts = {}) {
        auto problem = invalid(code, field);
        problem.facts = std::move(facts);
        checked_.problems.push_back(std::move(problem));
    }

    void keep(const string& field, std::vector<string> values) { checked_.kept[field] = std::move(values); }

    bool fits_length(const string& text, const string& field, double most, double least) {
        const auto length = double(code_points(text));
        if (length > most) wrong("answer.too_long", field, {{"most", written(most)}});
        if (length < least && facts_.complete) wrong("answer.too_short", field, {{"least", written(least)}});
        return length <= most && (length >= least || !facts_.complete);
    }

    bool read_text(const string& name, double most) {
        const auto text = one(name);
        if (!text) return false;
        if (fits_length(*text, name, question_->most.value_or(most), question_->least.value_or(0))) {
            keep(name, {*text});
        }
        return true;
    }

    // A text beside a question, such as the words of "other".
    bool read_beside(const string& name, double most) {
        const auto text = one(name);
        if (!text) return false;
        if (fits_length(*text, name, most, 0)) keep(name, {*text});
        return true;
    }

    bool read_choices(bool several) {
        const auto& name = question_->key;
        auto chosen = texts(name);
        std::sort(chosen.begin(), chosen.end());
        chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
        const bool other = std::find(chosen.begin(), chosen.end(), "other") != chosen.end();
        for (const auto& key : chosen) {
            if (has_option(question_->options, key) || (question_->other && key == "other")) continue;
            wrong("answer.not_a_choice", name);
            return true;
        }
        if (!several && chosen.size() > 1) {
            wrong("answer.one_only", name);
            return true;
        }
        const auto count = double(chosen.size());
        if (several && question_->most && count > *question_->most) {
            wrong("answer.too_many", name, {{"most", written(*question_->most)}});
        } else if (several && question_->least && count > 0 && count < *question_->least && facts_.complete) {
            wrong("answer.too_few", name, {{"least", written(*question_->least)}});
        } else if (!chosen.empty()) {
            keep(name, chosen);
        }
        if (question_->other) {
            const bool told = read_beside(name + ".other", 500);
            if (told != other && facts_.complete) wrong("answer.other_missing", told ? name : name + ".other");
        }
        return !chosen.empty();
    }

    bool read_number(bool whole) {
        const auto text = one(question_->key);
        if (!text) return false;
        const auto number = number_in(*text);
        if (!number || (whole && std::floor(*number) != *number)) {
            wrong("answer.not_a_number", question_->key);
        } else if (in_range(*number)) {
            string clean = *text;
            std::replace(clean.begin(), clean.end(), ',', '.');
            keep(question_->key, {whole ? written(*number) : clean});
        }
        return true;
    }

    bool in_range(double value) {
        const bool over = question_->most && value > *question_->most;
        const bool under = question_->least && value < *question_->least;
        if (over) wrong("answer.out_of_range", question_->key, {{"most", written(*question_->most)}});
        if (under) wrong("answer.out_of_range", question_->key, {{"least", written(*question_->least)}});
        return !over && !under;
    }

    bool read_date() {
        const auto text = one(question_->key);
        if (!text) return false;
        const auto day = day_in(*text);
        if (!day) {
            wrong("answer.not_a_date", question_->key);
        } else if (in_range(*day)) {
            keep(question_->key, {*text});
        }
        return true;
    }

    bool read_ranking() {
        std::map<string, string> ranks;  // rank to field
        bool any = false;
        const auto count = question_->options.size();
        for (const auto& option : question_->options) {
            const auto name = question_->key + "." + option.key;
            const auto rank = one(name);
            if (!rank) continue;
            any = true;
            const auto number = number_in(*rank);
            if (!number || std::floor(*number) != *number || *number < 1 || *number > double(count)) {
                wrong("answer.out_of_range", name, {{"most", std::to_string(count)}});
            } else if (!ranks.emplace(written(*number), name).second) {
                wrong("answer.rank_twice", name);
            } else {
                keep(name, {written(*number)});
            }
        }
        if (any && facts_.complete) {
            for (const auto& option : question_->options) {
                const auto name = question_->key + "." + option.key;
                if (texts(name).empty()) wrong("answer.rank_missing", name);
            }
        }
        return any;
    }

    bool read_matrix() {
        bool all = true;
        for (const auto& row : question_->rows) {
            const auto name = question_->key + "." + row.key;
            const auto column = one(name);
            if (!column) {
                if (question_->required && facts_.complete) wrong("answer.required", name);
                all = false;
            } else if (!has_option(question_->options, *column)) {
                wrong("answer.not_a_choice", name);
            } else {
                keep(name, {*column});
            }
        }
        return all;
    }

    bool read_place() {
        const auto number = one(question_->key);
        if (!number) return false;
        const auto& all = municipalities();
        const bool known = std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.number == *number; });
        if (known) {
            keep(question_->key, {*number});
        } else {
            wrong("answer.not_a_place", question_->key);
        }
        return true;
    }

    bool read_files() {
        const auto numbers = texts(question_->key);
        if (numbers.empty()) return false;
        for (const auto& number : numbers) {
            if (facts_.files.contains(question_->key + "/" + number)) continue;
            wrong("answer.not_a_file", question_->key);
            return true;
        }
        if (numbers.size() > std::size_t(question_->most.value_or(5))) {
            wrong("answer.too_many", question_->key, {{"most", written(question_->most.value_or(5))}});
        } else {
            keep(question_->key, numbers);
        }
        return true;
    }

    bool read_agreement() {
        const auto stand = one(question_->key);
        const bool known = stand && (*stand == "agree" || *stand == "disagree" || *stand == "unsure");
        if (known) keep(question_->key, {*stand});
        if (stand && !known) wrong("answer.not_a_choice", question_->key);
        const bool wording = read_beside(question_->key + ".wording", 5000);
        return stand.has_value() || (wording && !question_->required);
    }

    bool read_consent() {
        const auto word = one(question_->key);
        if (!word) return false;
        if (*word == "yes") {
            keep(question_->key, {"yes"});
        } else {
            wrong("answer.not_a_choice", question_->key);
        }
        return true;
    }

    bool read() {
        switch (question_->kind) {
            case QuestionKind::short_text: return read_text(question_->key, 500);
            case QuestionKind::long_text: return read_text(question_->key, 10'000);
            case QuestionKind::choice: return read_choices(false);
            case QuestionKind::choices: return read_choices(true);
            case QuestionKind::scale: return read_number(true);
            case QuestionKind::number: return read_number(false);
            case QuestionKind::date: return read_date();
            case QuestionKind::ranking: return read_ranking();
            case QuestionKind::matrix: return read_matrix();
            case QuestionKind::place: return read_place();
            case QuestionKind::file: return read_files();
            case QuestionKind::agreement: return read_agreement();
            case QuestionKind::consent: return read_consent();
            case QuestionKind::explanation: return true;
        }
        return true;
    }

    const Fields& fields_;
    const AnswerFacts& facts_;
    CheckedAnswer& checked_;
    const Question* question_ = nullptr;
};

}  // namespace

CheckedAnswer check_answer(const Form& form, const Fields& fields, const AnswerFacts& facts,
                           const std::vector<string>& sections) {
    CheckedAnswer checked;
    const auto shown = shown_questions(form, fields);
    std::set<string, std::less<>> known;
    Checking checking(fields, facts, checked);
    for (const auto& section : form.sections) {
        const bool wanted =
            sections.empty() || std::find(sections.begin(), sections.end(), section.key) != sections.end();
        for (const auto& question : section.questions) {
            const auto names = fields_of(question);
            known.insert(names.begin(), names.end());
            if (!wanted) continue;
            if (shown.contains(question.key)) {
                checking.check(question);
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
    const auto add = [&](const string& name) {
        if (const auto& text = text_of(fields, name); !text.empty()) texts.push_back({name, text});
    };
    for (const auto& section : form.sections) {
        for (const auto& question : section.questions) {
            switch (question.kind) {
                case QuestionKind::short_text:
                case QuestionKind::long_text: add(question.key); break;
                case QuestionKind::choice:
                case QuestionKind::choices: add(question.key + ".other"); break;
                case QuestionKind::agreement: add(question.key + ".wording"); break;
                default: break;
            }
        }
    }
    return texts;
}

}  // namespace samrad::domain
