#include "domain/consultation/agreement.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace samrad::domain {

namespace {

struct Stretch {
    int first = 0;
    int past = 0;
};
// The stretches of one theme by field, joined where they touch.
using Stretches = std::map<std::string, std::vector<Stretch>>;

Stretches stretches_of(const std::vector<MarkedPassage>& marks, ThemeId theme) {
    Stretches all;
    for (const auto& mark : marks) {
        if (mark.theme == theme) all[mark.passage.field].push_back({mark.passage.first, mark.passage.past});
    }
    for (auto& [field, list] : all) {
        std::sort(list.begin(), list.end(), [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
        std::vector<Stretch> joined;
        for (const auto& one : list) {
            if (!joined.empty() && one.first <= joined.back().past) {
                joined.back().past = std::max(joined.back().past, one.past);
            } else {
                joined.push_back(one);
            }
        }
        list = std::move(joined);
    }
    return all;
}

long length_of(const Stretches& all) {
    long length = 0;
    for (const auto& [field, list] : all) {
        for (const auto& one : list) length += one.past - one.first;
    }
    return length;
}

long shared_length(const Stretches& a, const Stretches& b) {
    long shared = 0;
    for (const auto& [field, list] : a) {
        const auto other = b.find(field);
        if (other == b.end()) continue;
        for (const auto& one : list) {
            for (const auto& two : other->second) {
                shared += std::max(0, std::min(one.past, two.past) - std::max(one.first, two.first));
            }
        }
    }
    return shared;
}

// What is counted before it becomes shares.
struct Sums {
    ThemeAgreement table;
    long shared = 0;
    long either = 0;

    void add(const std::vector<MarkedPassage>& first, const std::vector<MarkedPassage>& second, ThemeId theme) {
        const auto a = stretches_of(first, theme), b = stretches_of(second, theme);
        int& cell = !a.empty() ? (!b.empty() ? table.both : table.first_only)
                               : (!b.empty() ? table.second_only : table.neither);
        ++cell;
        const auto both = shared_length(a, b);
        shared += both;
        either += length_of(a) + length_of(b) - both;
    }
    ThemeAgreement result() const {
        auto all = table;
        const double count = all.both + all.first_only + all.second_only + all.neither;
        if (count == 0) return all;
        const double observed = (all.both + all.neither) / count;
        const double first = (all.both + all.first_only) / count, second = (all.both + all.second_only) / count;
        const double chance = first * second + (1 - first) * (1 - second);
        all.percent = 100 * observed;
        if (chance < 1 - 1e-12) all.kappa = (observed - chance) / (1 - chance);
        if (either > 0) all.overlap = double(shared) / double(either);
        return all;
    }
};

}  // namespace

Agreement agreement_of(const std::vector<TwiceMarked>& answers) {
    std::set<ThemeId> themes;
    for (const auto& answer : answers) {
        for (const auto* list : {&answer.first, &answer.second}) {
            for (const auto& mark : *list) themes.insert(mark.theme);
        }
    }
    Agreement found;
    Sums all;
    for (const auto theme : themes) {
        Sums sums;
        sums.table.theme = theme;
        for (const auto& answer : answers) {
            sums.add(answer.first, answer.second, theme);
            all.add(answer.first, answer.second, theme);
        }
        found.themes.push_back(sums.result());
    }
    found.all = all.result();
    return found;
}

}  // namespace samrad::domain
