// The tables of tallies.hpp: what is shown of the cells.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "domain/consultation/tallies.hpp"
#include "domain/consultation/tally_cells.hpp"
#include "domain/consultation/tally_questions.hpp"

namespace samrad::domain {

namespace {

using std::string;
using Lines = std::vector<Option>;

Lines steps(const Question& question) {
    Lines lines;
    for (double step = *question.least; step <= *question.most; ++step) {
        lines.push_back({std::to_string(std::llround(step)), {}});
    }
    lines.front().label = question.low;
    lines.back().label = question.high;
    return lines;
}

Lines chosen(const Question& question) {
    auto lines = question.options;
    if (question.other) lines.push_back({"other", {}});
    return lines;
}

class Tables {
public:
    Tables(const std::vector<TalliedQuestion>& questions, const std::vector<Cells>& voices,
           const std::vector<Cells>& published)
        : voices_(voices), published_(published) {
        for (const auto& one : questions) questions_[one.question.key] = &one;
    }

    // The tables of a question, the published answers in them. They are made when first asked for.
    std::vector<TallyTable> of(const string& key) {
        const auto& [asked, tables, of_published] = made(key);
        auto all = tables;
        for (std::size_t i = 0; i < all.size(); ++i) {
            add(all[i].asked, of_published[i].asked);
            add(all[i].unanswered, of_published[i].unanswered);
            for (std::size_t j = 0; j < all[i].lines.size(); ++j) {
                add(all[i].lines[j].counts, of_published[i].lines[j].counts);
            }
        }
        return all;
    }

private:
    struct Made {
        std::vector<Shown> asked;  // by voice: how many were asked, as far as it is told
        std::vector<TallyTable> tables;
        std::vector<TallyTable> of_published;  // the same of them, nothing hidden
    };

    static void add(std::vector<Shown>& counts, const std::vector<Shown>& more) {
        for (std::size_t i = 0; i < more.size(); ++i) {
            if (counts[i]) *counts[i] += more[i].value_or(0);
        }
    }

    const Made& made(const string& key) {
        const auto found = made_.find(key);
        if (found != made_.end()) return found->second;
        const auto& question = *questions_.at(key);
        Made made{asked(question), {}, {}};
        add_tables(question, made);
        return made_.emplace(key, std::move(made)).first->second;
    }

    // How many were asked. What a question hangs on hangs on nothing that hangs on it, in any revision, since it is
    // asked of the same in all that ask it: so this ends.
    std::vector<Shown> asked(const TalliedQuestion& question) {
        if (!question.asked) return std::vector<Shown>(voices_.size());
        if (question.asked->question.empty()) {
            const auto all = answers_by_voice(voices_);
            return question.in_all() ? all : some_of(all, question.question.key);
        }
        const auto& on = *questions_.at(question.asked->question);
        const auto& [asked_that, tables, of_published] = made(on.question.key);
        if (tables.empty()) return some_of(asked_that, question.question.key);
        std::vector<Shown> asked(voices_.size());
        for (std::size_t voice = 0; voice < voices_.size() && tables.size() == 1; ++voice) {
            const auto sum = sum_of_meant(on, *question.asked, tables.front(), voice);
            if (sum && (*sum == 0 || *sum >= least_shown)) asked[voice] = sum;
        }
        return asked;
    }

    // How many of the whole were asked, where neither they nor the others are few, and where all answers say it.
    std::vector<Shown> some_of(std::vector<Shown> whole, const string& key) const {
        for (std::size_t voice = 0; voice < whole.size(); ++voice) {
            const auto& cells = voices_[voice];
            const auto asked = count_in(cells, asked_cell(key));
            if (!whole[voice]) continue;
            const bool all_say = count_in(cells, told_asked) == count_in(cells, "");
            whole[voice] = all_say ? shown_row({asked}, asked, *whole[voice]).lines.front() : std::nullopt;
        }
        return whole;
    }

    // How many chose one of the lines that are meant; nothing where the shown counts do not tell.
    static Shown sum_of_meant(const TalliedQuestion& on, const AskedOf& asked, const TallyTable& table,
                              std::size_t voice) {
        const auto& first = asked.conditions.front();
        const bool alone = asked.conditions.size() == 1;
        Shown answered;
        if (table.asked[voice] && table.unanswered[voice]) answered = *table.asked[voice] - *table.unanswered[voice];
        if (alone && first.test == Test::answered) return answered;
        // Of several lines who chose two is counted twice; one line alone, or all but one, are told.
        const bool all_but = on.choosing != Choosing::one && first.test == Test::is_not;
        if (on.choosing != Choosing::one && !(alone && first.values.size() == 1)) return std::nullopt;
        std::int64_t sum = 0;
        for (const auto& line : table.lines) {
            if (asked.holds_for(line.key) == all_but) continue;
            if (!line.counts[voice]) return std::nullopt;
            sum += *line.counts[voice];
        }
        if (!all_but) return sum;
        if (!answered) return std::nullopt;
        return *answered - sum;
    }

    void add_tables(const TalliedQuestion& tallied, Made& made) const {
        const auto& question = tallied.question;
        const auto& key = question.key;
        const auto add = [&](const string& field, const Lines& lines) {
            add_table(tallied, made, field, lines, cell_name(field, ""),
                      [&](const string& line) { return cell_name(field, line); });
        };
        switch (question.kind) {
            case QuestionKind::choice:
            case QuestionKind::choices: add(key, chosen(question)); break;
            case QuestionKind::scale: add(key, steps(question)); break;
            case QuestionKind::agreement: add(key, {{"agree", {}}, {"disagree", {}}, {"unsure", {}}}); break;
            case QuestionKind::consent: add(key, {{"yes", {}}}); break;
            case QuestionKind::place:
            case QuestionKind::date: add(key, named(key, false)); break;
            case QuestionKind::number: add(key, named(key, true)); break;
            case QuestionKind::matrix:
                for (const auto& row : question.rows) {
                    add(key + "." + row.key, question.options);
                    made.tables.back().row = row.label;
                }
                break;
            case QuestionKind::ranking:
                add_table(tallied, made, key, question.options, cell_name(key + "." + question.options.front().key, ""),
                          [&](const string& line) { return cell_name(key + "." + line, "1"); });
                break;
            default: break;
        }
    }

    // The options that anybody named.
    Lines named(const string& field, bool numbers) const {
        std::set<string> keys;
        const auto start = cell_name(field, "");
        const auto add_those = [&](const Cells& cells) {
            for (auto at = cells.upper_bound(start); at != cells.end() && at->first.starts_with(start); ++at) {
                if (at->second > 0) keys.insert(at->first.substr(start.size()));
            }
        };
        for (const auto& cells : voices_) add_those(cells);
        for (const auto& cells : published_) add_those(cells);
        Lines lines;
        for (const auto& key : keys) lines.push_back({key, {}});
        if (numbers) {
            std::sort(lines.begin(), lines.end(),
                      [](const Option& a, const Option& b) { return number_in_cell(a.key) < number_in_cell(b.key); });
        }
        return lines;
    }

    template <class CellOf>
    void add_table(const TalliedQuestion& tallied, Made& made, const string& field, const Lines& lines,
                   const string& answered, CellOf cell_of) const {
        const auto& question = tallied.question;
        TallyTable table{field, question.kind, question.title, {}, step_of(question), made.asked, {}, {}};
        for (const auto& line : lines) table.lines.push_back({line.key, line.label, {}});
        for (std::size_t voice = 0; voice < voices_.size(); ++voice) {
            ShownRow shown{std::vector<Shown>(lines.size()), std::nullopt};
            if (const auto asked = made.asked[voice]) {
                std::vector<std::int64_t> counts;
                for (const auto& line : lines) counts.push_back(count_in(voices_[voice], cell_of(line.key)));
                shown = shown_row(counts, count_in(voices_[voice], answered), *asked, tallied.choosing);
            }
            for (std::size_t i = 0; i < lines.size(); ++i) table.lines[i].counts.push_back(shown.lines[i]);
            table.unanswered.push_back(shown.unanswered);
        }
        auto of_published = table;
        of_published.asked.clear();
        of_published.unanswered.clear();
        for (auto& line : of_published.lines) line.counts.clear();
        for (const auto& cells : published_) {
            const auto asked = count_in(cells, asked_cell(question.key));
            of_published.asked.push_back(asked);
            of_published.unanswered.push_back(asked - count_in(cells, answered));
            for (auto& line : of_published.lines) line.counts.push_back(count_in(cells, cell_of(line.key)));
        }
        made.tables.push_back(std::move(table));
        made.of_published.push_back(std::move(of_published));
    }

    const std::vector<Cells>& voices_;
    const std::vector<Cells>& published_;
    std::map<string, const TalliedQuestion*> questions_;
    std::map<string, Made> made_;
};

bool is_open_ended(QuestionKind kind) {
    return kind == QuestionKind::place || kind == QuestionKind::number || kind == QuestionKind::date;
}

}  // namespace

std::vector<TallyTable> tally_tables(const std::vector<Form>& forms, const std::vector<Cells>& voices,
                                     const std::vector<Cells>& published) {
    const auto questions = tallied_questions(forms);
    Tables tables(questions, voices, published);
    std::vector<TallyTable> all;
    for (const auto& one : questions) {
        for (auto table : tables.of(one.question.key)) {
            if (is_open_ended(table.kind)) {
                std::erase_if(table.lines, [](const TallyLine& line) {
                    return std::none_of(line.counts.begin(), line.counts.end(),
                                        [](auto count) { return count.value_or(0) > 0; });
                });
            }
            all.push_back(std::move(table));
        }
    }
    return all;
}

}  // namespace samrad::domain
