#include "domain/consultation/tally_cells.hpp"

#include <algorithm>
#include <cmath>

namespace samrad::domain {

using std::string;

string cell_name(std::string_view field, std::string_view option) { return string(field) + "=" + string(option); }

string asked_cell(std::string_view question) { return string(question) + "?"; }

bool is_tallied(QuestionKind kind) {
    return kind != QuestionKind::short_text && kind != QuestionKind::long_text && kind != QuestionKind::file &&
           kind != QuestionKind::explanation;
}

std::int64_t count_in(const Cells& cells, std::string_view name) {
    const auto found = cells.find(name);
    return found == cells.end() ? 0 : found->second;
}

double number_in_cell(const string& text) { return number_in(text).value_or(0); }

double step_of(const Question& question) {
    if (question.kind != QuestionKind::number || !question.least || !question.most) return 0;
    if (*question.most <= *question.least) return 0;
    const double rough = (*question.most - *question.least) / 10;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double times : {1.0, 2.0, 5.0}) {
        if (times * power >= rough) return std::max(times * power, 1.0);
    }
    return std::max(10 * power, 1.0);
}

}  // namespace samrad::domain
