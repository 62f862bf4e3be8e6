// The tables of tallies.hpp: what is shown of the cells.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "domain/consultation/small_counts.hpp"
#include "domain/consultation/tallies.hpp"
#include "domain/consultation/tally_cells.hpp"
#include "domain/consultation/tally_conditions.hpp"

namespace samrad::domain {

namespace {

using std::string;
using Lines = std::vector<Option>;

// A question as all revisions asked it: worded as in the newest, with every option that anybody can have chosen.
struct Asked {
    Question question;
    bool one_each = true;               // in every revision
    std::vector<Condition> conditions;  // its own and its section's, of every revision
    bool tells_of_two = false;          // see tally_conditions.hpp
};

void add_missing(Lines& lines, const Lines& more) {
    for (const auto& line : more) {
        const bool there =
            std::any_of(lines.begin(), lines.end(), [&](const auto& one) { return one.key == line.key; });
        if (!there) lines.push_back(line);
    }
}

// In the order of the newest form; what only an older one asked stands at the end.
std::vector<Asked> joined(const std::vector<Form>& forms) {
    std::vector<Asked> all;
    std::map<string, std::size_t> places;
    for (const auto& form : forms) {
        for (const auto& section : form.sections) {
            for (const auto& question : section.questions) {
                const auto [place, first] = places.emplace(question.key, all.size());
                if (first) all.push_back({question, true, {}, tells_of_two(forms, question.key)});
                auto& asked = all[place->second];
                add_missing(asked.question.options, question.options);
                add_missing(asked.question.rows, question.rows);
                asked.question.other = asked.question.other || question.other;
                if (question.kind == QuestionKind::choices && question.most != 1.0) asked.one_each = false;
                for (const auto* show_if : {&section.show_if, &question.show_if}) {
                    const auto& conditions = show_if->conditions;
                    asked.conditions.insert(asked.conditions.end(), conditions.begin(), conditions.end());
                }
            }
        }
    }
    return all;
}

Lines steps(const Question& question) {
    Lines lines;
    for (double step = *question.least; step <= *question.most; ++step) {
        lines.push_back({std::to_string(std::llround(step)), {}});
    }
    lines.front().label = question.low;
    lines.back().label = question.high;
    return lines;
}

bool is_open_ended(QuestionKind kind) {
    return kind == QuestionKind::place || kind == QuestionKind::number || kind == QuestionKind::date;
}

class Tables {
public:
    explicit Tables(const std::vector<Cells>& voices) : voices_(voices) {}

    void add(const Asked& asked) {
        const auto& question = asked.question;
        const auto first = tables_.size();
        switch (question.kind) {
            case QuestionKind::choice:
            case QuestionKind::choices: add(asked, question.key, chosen(question)); break;
            case QuestionKind::scale: add(asked, question.key, steps(question)); break;
            case QuestionKind::agreement:
                add(asked, question.key, {{"agree", {}}, {"disagree", {}}, {"unsure", {}}});
                break;
            case QuestionKind::consent: add(asked, question.key, {{"yes", {}}}); break;
            case QuestionKind::place:
            case QuestionKind::date: add(asked, question.key, named(question.key, false)); break;
            case QuestionKind::number: add(asked, question.key, named(question.key, true)); break;
            case QuestionKind::matrix:
                for (const auto& row : question.rows) {
                    add(asked, question.key + "." + row.key, question.options);
                    tables_.back().row = row.label;
                }
                break;
            case QuestionKind::ranking: add_first_places(asked); break;
            default: break;
        }
        places_[question.key] = {first, tables_.size()};
    }

    // How many were asked a question tells how many chose what it hangs on. Where that is hidden, nothing is shown of
    // the question either, nor of what hangs on it in turn.
    void hide_what_hangs_on_hidden(const std::vector<Asked>& all) {
        for (std::size_t voice = 0; voice < voices_.size(); ++voice) {
            std::set<string> hidden;
            for (bool more = true; more;) {
                more = false;
                for (const auto& [question, one_each, conditions, of_two] : all) {
                    const bool tells =
                        !hidden.contains(question.key) &&
                        (of_two || std::any_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
                             return hidden.contains(condition.question) || names_hidden(condition, voice);
                         }));
                    if (!tells) continue;
                    hide(question.key, voice);
                    more = hidden.insert(question.key).second;
                }
            }
        }
    }

    std::vector<TallyTable> take() {
        for (auto& table : tables_) {
            if (!is_open_ended(table.kind)) continue;
            std::erase_if(table.lines, [](const TallyLine& line) {
                return std::none_of(line.counts.begin(), line.counts.end(),
                                    [](auto count) { return count.value_or(0) > 0; });
            });
        }
        return std::move(tables_);
    }

private:
    static Lines chosen(const Question& question) {
        auto lines = question.options;
        if (question.other) lines.push_back({"other", {}});
        return lines;
    }

    // The options that anybody named.
    Lines named(const string& field, bool numbers) const {
        std::set<string> keys;
        const auto start = cell_name(field, "");
        for (const auto& cells : voices_) {
            for (auto at = cells.upper_bound(start); at != cells.end() && at->first.starts_with(start); ++at) {
                if (at->second > 0) keys.insert(at->first.substr(start.size()));
            }
        }
        Lines lines;
        for (const auto& key : keys) lines.push_back({key, {}});
        if (numbers) {
            std::sort(lines.begin(), lines.end(),
                      [](const Option& a, const Option& b) { return number_in_cell(a.key) < number_in_cell(b.key); });
        }
        return lines;
    }

    void add(const Asked& asked, const string& field, const Lines& lines) {
        add(asked, field, lines, cell_name(field, ""), [&](const string& key) { return cell_name(field, key); });
    }

    void add_first_places(const Asked& asked) {
        const auto& question = asked.question;
        add(asked, question.key, question.options, cell_name(question.key + "." + question.options.front().key, ""),
            [&](const string& key) { return cell_name(question.key + "." + key, "1"); });
    }

    template <class CellOf>
    void add(const Asked& asked, const string& field, const Lines& lines, const string& answered, CellOf cell_of) {
        const auto& question = asked.question;
        TallyTable table{field, question.kind, question.title, {}, asked.one_each, step_of(question), {}, {}};
        for (const auto& line : lines) table.lines.push_back({line.key, line.label, {}});
        for (const auto& cells : voices_) {
            std::vector<std::int64_t> counts;
            for (const auto& line : lines) counts.push_back(count_in(cells, cell_of(line.key)));
            const auto all = count_in(cells, answered);
            // So few that whatever any of them chose is told by the choice of the others: nothing of them is shown.
            const bool few = all > 0 && all < least_shown;
            // Shares of a whole also where one may choose several: everybody chose one at least, and perhaps a number
            // that is known.
            const auto shown =
                few ? std::vector<std::optional<std::int64_t>>(counts.size()) : shown_counts(counts, all > 0);
            table.answered.push_back(few ? std::nullopt : std::optional(all));
            for (std::size_t i = 0; i < shown.size(); ++i) table.lines[i].counts.push_back(shown[i]);
        }
        tables_.push_back(std::move(table));
    }

    // Whether a count on which the condition is, is hidden.
    bool names_hidden(const Condition& condition, std::size_t voice) const {
        const auto place = places_.find(condition.question);
        if (place == places_.end()) return false;
        for (std::size_t i = place->second.first; i < place->second.past; ++i) {
            const auto& table = tables_[i];
            if (!table.answered[voice]) return true;
            if (condition.test == Test::answered) continue;
            // Bands, months and first places are not what a condition names: any of them may be meant.
            const bool by_name = (condition.test == Test::is || condition.test == Test::is_not) &&
                                 table.kind != QuestionKind::number && table.kind != QuestionKind::date &&
                                 table.kind != QuestionKind::ranking;
            for (const auto& line : table.lines) {
                const auto& values = condition.values;
                const bool meant = !by_name || std::find(values.begin(), values.end(), line.key) != values.end();
                if (meant && !line.counts[voice]) return true;
            }
        }
        return false;
    }

    void hide(const string& question, std::size_t voice) {
        const auto& place = places_.at(question);
        for (std::size_t i = place.first; i < place.past; ++i) {
            tables_[i].answered[voice].reset();
            for (auto& line : tables_[i].lines) line.counts[voice].reset();
        }
    }

    struct Place {
        std::size_t first = 0, past = 0;  // of tables_
    };
    const std::vector<Cells>& voices_;
    std::map<string, Place> places_;  // by question
    std::vector<TallyTable> tables_;
};

}  // namespace

std::vector<TallyTable> tally_tables(const std::vector<Form>& forms, const std::vector<Cells>& voices) {
    const auto all = joined(forms);
    Tables tables(voices);
    for (const auto& asked : all) tables.add(asked);
    tables.hide_what_hangs_on_hidden(all);
    return tables.take();
}

}  // namespace samrad::domain
