#include "domain/consultation/tallies.hpp"

#include <algorithm>
#include <cmath>

#include "domain/consultation/small_counts.hpp"
#include "domain/consultation/tally_cells.hpp"

namespace samrad::domain {

namespace {

using std::string;

// The lower end of the band of a number; without both limits 0, 1, 10, 100, ...
string band_of(const Question& question, double value) {
    const double step = step_of(question);
    if (step == 0) {
        if (value < 0) return "-1";
        if (value < 1) return "0";
        return std::to_string(std::llround(std::pow(10, std::min(15.0, std::floor(std::log10(value))))));
    }
    return std::to_string(std::llround(std::floor(value / step) * step));
}

}  // namespace

std::vector<string> cells_of(const Form& form, const Fields& fields) {
    std::vector<string> cells;
    const auto add = [&](const string& name, const auto& option_of) {
        const auto field = fields.find(name);
        if (field == fields.end() || field->second.empty()) return;
        cells.push_back(cell_name(name, ""));
        for (const auto& value : field->second) cells.push_back(cell_name(name, option_of(value)));
    };
    const auto as_it_is = [](const string& value) { return value; };
    for (const auto& section : form.sections) {
        for (const auto& question : section.questions) {
            switch (question.kind) {
                case QuestionKind::choice:
                case QuestionKind::choices:
                case QuestionKind::scale:
                case QuestionKind::place:
                case QuestionKind::agreement:
                case QuestionKind::consent: add(question.key, as_it_is); break;
                case QuestionKind::number:
                    add(question.key, [&](const string& value) { return band_of(question, number_in_cell(value)); });
                    break;
                case QuestionKind::date: add(question.key, [](const string& day) { return day.substr(0, 7); }); break;
                case QuestionKind::ranking:
                case QuestionKind::matrix:
                    for (const auto& name : fields_of(question)) add(name, as_it_is);
                    break;
                default: break;
            }
        }
    }
    return cells;
}

bool worth_renewing(const Cells& shown, const Cells& now) {
    return count_in(now, "#") >= count_in(shown, "#") + least_shown;
}

std::vector<Shown> answers_by_voice(const std::vector<Cells>& voices) {
    std::vector<std::int64_t> counts;
    for (const auto& cells : voices) counts.push_back(count_in(cells, ""));
    return shown_counts(counts);
}

}  // namespace samrad::domain
