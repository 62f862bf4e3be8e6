#include "domain/form/question_check.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>

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

bool has_option(const std::vector<Option>& options, const string& key) {
    return std::any_of(options.begin(), options.end(), [&](const Option& option) { return option.key == key; });
}

bool read_text(const Question& question, CheckedFields& fields, double most) {
    return fields.keep_text(question.key, question.most.value_or(most), question.least.value_or(0));
}

bool in_range(const Question& question, CheckedFields& fields, double value) {
    const bool over = question.most && value > *question.most;
    const bool under = question.least && value < *question.least;
    if (over) fields.wrong("answer.out_of_range", question.key, {{"most", written(*question.most)}});
    if (under) fields.wrong("answer.out_of_range", question.key, {{"least", written(*question.least)}});
    return !over && !under;
}

bool read_choices(const Question& question, CheckedFields& fields, bool several) {
    const auto& name = question.key;
    auto chosen = fields.texts(name);
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    const bool other = std::find(chosen.begin(), chosen.end(), "other") != chosen.end();
    for (const auto& key : chosen) {
        if (has_option(question.options, key) || (question.other && key == "other")) continue;
        fields.wrong("answer.not_a_choice", name);
        return true;
    }
    if (!several && chosen.size() > 1) {
        fields.wrong("answer.one_only", name);
        return true;
    }
    const auto count = double(chosen.size());
    if (several && question.most && count > *question.most) {
        fields.wrong("answer.too_many", name, {{"most", written(*question.most)}});
    } else if (several && question.least && count > 0 && count < *question.least && fields.facts().complete) {
        fields.wrong("answer.too_few", name, {{"least", written(*question.least)}});
    } else if (!chosen.empty()) {
        fields.keep(name, chosen);
    }
    if (question.other) {
        const bool told = fields.keep_text(name + ".other", 500, 0);
        if (told != other && fields.facts().complete)
            fields.wrong("answer.other_missing", told ? name : name + ".other");
    }
    return !chosen.empty();
}

bool read_number(const Question& question, CheckedFields& fields, bool whole) {
    const auto text = fields.one(question.key);
    if (!text) return false;
    const auto number = number_in(*text);
    if (!number || (whole && std::floor(*number) != *number)) {
        fields.wrong("answer.not_a_number", question.key);
    } else if (in_range(question, fields, *number)) {
        string clean = *text;
        std::replace(clean.begin(), clean.end(), ',', '.');
        fields.keep(question.key, {whole ? written(*number) : clean});
    }
    return true;
}

bool read_date(const Question& question, CheckedFields& fields) {
    const auto text = fields.one(question.key);
    if (!text) return false;
    const auto day = day_in(*text);
    if (!day) {
        fields.wrong("answer.not_a_date", question.key);
    } else if (in_range(question, fields, *day)) {
        fields.keep(question.key, {*text});
    }
    return true;
}

bool read_ranking(const Question& question, CheckedFields& fields) {
    std::map<string, string> ranks;  // rank to field
    bool any = false;
    const auto count = question.options.size();
    for (const auto& option : question.options) {
        const auto name = question.key + "." + option.key;
        const auto rank = fields.one(name);
        if (!rank) continue;
        any = true;
        const auto number = number_in(*rank);
        if (!number || std::floor(*number) != *number || *number < 1 || *number > double(count)) {
            fields.wrong("answer.out_of_range", name, {{"most", std::to_string(count)}});
        } else if (!ranks.emplace(written(*number), name).second) {
            fields.wrong("answer.rank_twice", name);
        } else {
            fields.keep(name, {written(*number)});
        }
    }
    if (any && fields.facts().complete) {
        for (const auto& option : question.options) {
            const auto name = question.key + "." + option.key;
            if (fields.texts(name).empty()) fields.wrong("answer.rank_missing", name);
        }
    }
    return any;
}

bool read_matrix(const Question& question, CheckedFields& fields) {
    bool all = true;
    for (const auto& row : question.rows) {
        const auto name = question.key + "." + row.key;
        const auto column = fields.one(name);
        if (!column) {
            if (question.required && fields.facts().complete) fields.wrong("answer.required", name);
            all = false;
        } else if (!has_option(question.options, *column)) {
            fields.wrong("answer.not_a_choice", name);
        } else {
            fields.keep(name, {*column});
        }
    }
    return all;
}

bool read_place(const Question& question, CheckedFields& fields) {
    const auto number = fields.one(question.key);
    if (!number) return false;
    const auto& all = municipalities();
    const bool known = std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.number == *number; });
    if (known) {
        fields.keep(question.key, {*number});
    } else {
        fields.wrong("answer.not_a_place", question.key);
    }
    return true;
}

bool read_files(const Question& question, CheckedFields& fields) {
    const auto numbers = fields.texts(question.key);
    if (numbers.empty()) return false;
    for (const auto& number : numbers) {
        if (fields.facts().files.contains(question.key + "/" + number)) continue;
        fields.wrong("answer.not_a_file", question.key);
        return true;
    }
    if (numbers.size() > std::size_t(question.most.value_or(5))) {
        fields.wrong("answer.too_many", question.key, {{"most", written(question.most.value_or(5))}});
    } else {
        fields.keep(question.key, numbers);
    }
    return true;
}

bool read_agreement(const Question& question, CheckedFields& fields) {
    const auto stand = fields.one(question.key);
    const bool known = stand && (*stand == "agree" || *stand == "disagree" || *stand == "unsure");
    if (known) fields.keep(question.key, {*stand});
    if (stand && !known) fields.wrong("answer.not_a_choice", question.key);
    const bool wording = fields.keep_text(question.key + ".wording", 5000, 0);
    return stand.has_value() || (wording && !question.required);
}

bool read_consent(const Question& question, CheckedFields& fields) {
    const auto word = fields.one(question.key);
    if (!word) return false;
    if (*word == "yes") {
        fields.keep(question.key, {"yes"});
    } else {
        fields.wrong("answer.not_a_choice", question.key);
    }
    return true;
}

// Whether there is an answer, be it right or wrong.
bool read(const Question& question, CheckedFields& fields) {
    switch (question.kind) {
        case QuestionKind::short_text: return read_text(question, fields, 500);
        case QuestionKind::long_text: return read_text(question, fields, 10'000);
        case QuestionKind::choice: return read_choices(question, fields, false);
        case QuestionKind::choices: return read_choices(question, fields, true);
        case QuestionKind::scale: return read_number(question, fields, true);
        case QuestionKind::number: return read_number(question, fields, false);
        case QuestionKind::date: return read_date(question, fields);
        case QuestionKind::ranking: return read_ranking(question, fields);
        case QuestionKind::matrix: return read_matrix(question, fields);
        case QuestionKind::place: return read_place(question, fields);
        case QuestionKind::file: return read_files(question, fields);
        case QuestionKind::agreement: return read_agreement(question, fields);
        case QuestionKind::consent: return read_consent(question, fields);
        case QuestionKind::explanation: return true;
    }
    return true;
}

}  // namespace

void check_question(const Question& question, CheckedFields& fields) {
    const auto before = fields.problems();
    const bool answered = read(question, fields);
    if (!answered && question.required && fields.facts().complete && fields.problems() == before) {
        fields.wrong("answer.required", question.key);
    }
}

}  // namespace samrad::domain
