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

bool asks_for_several(const Question& question) {
    return question.kind == QuestionKind::choices && question.most != 1.0;
}

bool asks_for_same_many(const Question& question) {
    return asks_for_several(question) && question.least && question.least == question.most;
}

}  // namespace

std::vector<TalliedQuestion> tallied_questions(const std::vector<Form>& forms) {
    std::vector<TalliedQuestion> all;
    std::map<std::string, std::size_t> places;
    for (const auto& form : forms) {
        for (const auto& section : form.sections) {
            for (const auto& question : section.questions) {
                const auto [place, first] = places.emplace(question.key, all.size());
                if (first) {
                    all.push_back({question, true, asks_for_same_many(question), asked_of(forms, question.key)});
                }
                auto& known = all[place->second];
                add_missing(known.question.options, question.options);
                add_missing(known.question.rows, question.rows);
                known.question.other = known.question.other || question.other;
                known.one_each = known.one_each && !asks_for_several(question);
                known.same_many = known.same_many || asks_for_same_many(question);
            }
        }
    }
    return all;
}

}  // namespace samrad::domain
