#include "domain/consultation/tally_questions.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace samrad::domain {

namespace {

void add_missing(std::vector<Option>& lines, const std::vector<Option>& more) {
    for (const auto& line : more) {
        const bool there =
            std::any_of(lines.begin(), lines.end(), [&](const auto& one) { return one.key == line.key; });
        if (!there) lines.push_back(line);
    }
}

std::size_t options_of(const Question& question) { return question.options.size() + (question.other ? 1 : 0); }

Choosing choosing_of(const Question& question) {
    if (question.kind != QuestionKind::choices || question.most == 1.0) return Choosing::one;
    const bool limited =
        question.least.value_or(0) >= 2 || (question.most && *question.most < double(options_of(question)));
    return limited ? Choosing::limited : Choosing::several;
}

bool holds_all(const std::vector<bool>& a, const std::vector<bool>& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (b[i] && !a[i]) return false;
    }
    return true;
}

bool overlap(const std::vector<bool>& a, const std::vector<bool>& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i] && b[i]) return !holds_all(a, b) && !holds_all(b, a);
    }
    return false;
}

bool tells_two_things(const TalliedQuestion& one, const std::vector<TalliedQuestion>& all) {
    if (!one.asked) return false;
    return std::any_of(all.begin(), all.end(), [&](const TalliedQuestion& other) {
        if (one.asked->question.empty()) return overlap(one.revisions, other.revisions);
        return other.question.key == one.asked->question && other.revisions != one.revisions;
    });
}

}  // namespace

bool TalliedQuestion::in_all() const { return std::find(revisions.begin(), revisions.end(), false) == revisions.end(); }

std::vector<TalliedQuestion> tallied_questions(const std::vector<Form>& forms) {
    std::vector<TalliedQuestion> all;
    std::map<std::string, std::size_t> places;
    for (std::size_t revision = 0; revision < forms.size(); ++revision) {
        for (const auto& section : forms[revision].sections) {
            for (const auto& question : section.questions) {
                const auto [place, first] = places.emplace(question.key, all.size());
                if (first) {
                    all.push_back({question, choosing_of(question), asked_of(forms, question.key),
                                   std::vector<bool>(forms.size(), false)});
                }
                auto& known = all[place->second];
                known.revisions[revision] = true;
                add_missing(known.question.options, question.options);
                add_missing(known.question.rows, question.rows);
                known.question.other = known.question.other || question.other;
                known.choosing = std::max(known.choosing, choosing_of(question));
                if (known.choosing == Choosing::several && options_of(known.question) > options_of(question)) {
                    known.choosing = Choosing::limited;  // nobody who answered that revision could choose them all
                }
            }
        }
    }
    const auto before = all;
    for (auto& one : all) {
        if (tells_two_things(one, before)) one.asked.reset();
    }
    return all;
}

}  // namespace samrad::domain
