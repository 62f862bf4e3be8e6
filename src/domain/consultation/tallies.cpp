#include "domain/consultation/tallies.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "domain/consultation/small_counts.hpp"

namespace samrad::domain {

namespace {

using std::string;

string cell(std::string_view field, std::string_view option) { return string(field) + "=" + string(option); }

std::int64_t count_in(const Cells& cells, std::string_view name) {
    const auto found = cells.find(name);
    return found == cells.end() ? 0 : found->second;
}

double number_of(string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// How wide the bands of a number are: 1, 2 or 5 times a power of ten, so that at most ten lie between its limits. 0
// where it has not both.
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
        cells.push_back(cell(name, ""));
        for (const auto& value : field->second) cells.push_back(cell(name, option_of(value)));
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
                    add(question.key, [&](const string& value) { return band_of(question, number_of(value)); });
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

std::vector<std::optional<std::int64_t>> answers_by_voice(const std::vector<Cells>& voices) {
    std::vector<std::int64_t> counts;
    for (const auto& cells : voices) counts.push_back(count_in(cells, ""));
    return shown_counts(counts, false);
}

namespace {

class Tables {
public:
    explicit Tables(const std::vector<Cells>& voices) : voices_(voices) {}

    void add(const Form& form) {
        for (const auto& section : form.sections) {
            for (const auto& question : section.questions) {
                if (done_.insert(question.key).second) add(question);
            }
        }
    }

    std::vector<TallyTable> take() { return std::move(tables_); }

private:
    using Lines = std::vector<Option>;

    void add(const Question& question) {
        switch (question.kind) {
            case QuestionKind::choice:
            case QuestionKind::choices: add(question, question.key, chosen(question)); break;
            case QuestionKind::scale: add(question, question.key, steps(question)); break;
            case QuestionKind::agreement:
                add(question, question.key, {{"agree", {}}, {"disagree", {}}, {"unsure", {}}});
                break;
            case QuestionKind::consent: add(question, question.key, {{"yes", {}}}); break;
            case QuestionKind::place:
            case QuestionKind::date: add(question, question.key, named(question.key, false)); break;
            case QuestionKind::number: add(question, question.key, named(question.key, true)); break;
            case QuestionKind::matrix:
                for (const auto& row : question.rows) {
                    add(question, question.key + "." + row.key, question.options);
                    tables_.back().row = row.label;
                }
                break;
            case QuestionKind::ranking: add_first_places(question); break;
            default: break;
        }
    }

    static Lines chosen(const Question& question) {
        auto lines = question.options;
        if (question.other) lines.push_back({"other", {}});
        return lines;
    }

    static Lines steps(const Question& question) {
        Lines lines;
        for (double step = *question.least; step <= *question.most; ++step) {
            lines.push_back({std::to_string(std::llround(step)), {}});
        }
        lines.front().label = question.low;
        lines.back().label = question.high;
        return lines;
    }

    // The options that anybody named.
    Lines named(const string& field, bool numbers) const {
        std::set<string> keys;
        const auto start = cell(field, "");
        for (const auto& cells : voices_) {
            for (auto at = cells.upper_bound(start); at != cells.end() && at->first.starts_with(start); ++at) {
                if (at->second > 0) keys.insert(at->first.substr(start.size()));
            }
        }
        Lines lines;
        for (const auto& key : keys) lines.push_back({key, {}});
        if (numbers) {
            std::sort(lines.begin(), lines.end(),
                      [](const Option& a, const Option& b) { return number_of(a.key) < number_of(b.key); });
        }
        return lines;
    }

    void add(const Question& question, const string& field, const Lines& lines) {
        add(question, field, lines, cell(field, ""), [&](const string& key) { return cell(field, key); });
    }

    void add_first_places(const Question& question) {
        add(question, question.key, question.options, cell(question.key + "." + question.options.front().key, ""),
            [&](const string& key) { return cell(question.key + "." + key, "1"); });
    }

    template <class CellOf>
    void add(const Question& question, const string& field, const Lines& lines, const string& answered,
             CellOf cell_of) {
        const bool one_each = question.kind != QuestionKind::choices || question.most == 1.0;
        TallyTable table{field, question.kind, question.title, {}, one_each, step_of(question), {}, {}};
        for (const auto& line : lines) table.lines.push_back({line.key, line.label, {}});
        for (const auto& cells : voices_) {
            std::vector<std::int64_t> counts;
            for (const auto& line : lines) counts.push_back(count_in(cells, cell_of(line.key)));
            const auto all = count_in(cells, answered);
            // So few that whatever any of them chose is told by the choice of the others: nothing of them is shown.
            const bool few = all > 0 && all < least_shown;
            const auto shown = few ? std::vector<std::optional<std::int64_t>>(counts.size())
                                   : shown_counts(counts, table.one_each && all > 0);
            table.answered.push_back(few ? std::nullopt : std::optional(all));
            for (std::size_t i = 0; i < shown.size(); ++i) table.lines[i].counts.push_back(shown[i]);
        }
        if (is_open_ended(question.kind)) {
            std::erase_if(table.lines, [](const TallyLine& line) {
                return std::none_of(line.counts.begin(), line.counts.end(),
                                    [](auto count) { return count.value_or(0) > 0; });
            });
        }
        tables_.push_back(std::move(table));
    }

    static bool is_open_ended(QuestionKind kind) {
        return kind == QuestionKind::place || kind == QuestionKind::number || kind == QuestionKind::date;
    }

    const std::vector<Cells>& voices_;
    std::set<string> done_;
    std::vector<TallyTable> tables_;
};

}  // namespace

std::vector<TallyTable> tally_tables(const std::vector<Form>& forms, const std::vector<Cells>& voices) {
    Tables tables(voices);
    for (const auto& form : forms) tables.add(form);
    return tables.take();
}

}  // namespace samrad::domain
