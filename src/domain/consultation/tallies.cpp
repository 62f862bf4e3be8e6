#include "domain/consultation/tallies.hpp"

#include <algorithm>
#include <cmath>

#include "domain/consultation/small_counts.hpp"
#include "domain/consultation/tally_cells.hpp"
#include "domain/form/fields.hpp"

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

std::vector<string> cells_of(const Form& form, const Fields& fields, bool published) {
    std::vector<string> cells{string(told_asked)};
    for (const auto& key : shown_questions(form, fields)) {
        if (is_tallied(find_question(form, key)->kind)) cells.push_back(asked_cell(key));
    }
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
    if (published) {
        const auto own = cells;
        cells.push_back("+");
        for (const auto& cell : own) cells.push_back("+" + cell);
    }
    return cells;
}

Cells take_published(Cells& cells) {
    Cells published;
    if (count_in(cells, told_asked) != count_in(cells, "")) {
        cells = {{"", 1}};
        return published;
    }
    for (auto at = cells.lower_bound("+"); at != cells.end() && at->first.starts_with('+'); at = cells.erase(at)) {
        published[at->first.substr(1)] = at->second;
    }
    for (const auto& [cell, count] : published) cells[cell] -= count;
    return published;
}

bool worth_renewing(const Cells& shown, const Cells& now) {
    const auto changes = [](const Cells& cells) { return count_in(cells, "#") - count_in(cells, "+#"); };
    return changes(now) >= changes(shown) + least_shown;
}

std::vector<Shown> answers_by_voice(const std::vector<Cells>& voices, const std::vector<Cells>& published) {
    std::vector<std::int64_t> counts;
    for (const auto& cells : voices) counts.push_back(count_in(cells, ""));
    auto shown = shown_counts(counts);
    for (std::size_t i = 0; i < published.size(); ++i) {
        if (shown[i]) *shown[i] += count_in(published[i], "");
    }
    return shown;
}

}  // namespace samrad::domain
