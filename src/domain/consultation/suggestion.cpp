#include "domain/consultation/suggestion.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace samrad::domain {

std::vector<ThemeSuggestion> suggest_themes(const std::vector<std::string>& stems, const std::vector<Witness>& marked,
                                            std::size_t most, double least) {
    std::map<std::string, double> having;
    for (const auto& witness : marked) {
        for (const auto& stem : witness.stems) ++having[stem];
    }
    const auto weight = [&](const std::string& stem) {
        const auto found = having.find(stem);
        return std::log(1 + double(marked.size()) / (found == having.end() ? 0.5 : found->second));
    };
    const auto length = [&](const std::vector<std::string>& list) {
        double sum = 0;
        for (const auto& stem : list) sum += weight(stem) * weight(stem);
        return std::sqrt(sum);
    };
    const std::set<std::string> own(stems.begin(), stems.end());
    const double own_length = length({own.begin(), own.end()});
    struct Likeness {
        double value;
        MarkId mark;
    };
    std::map<ThemeId, std::vector<Likeness>> by_theme;
    for (const auto& witness : marked) {
        double shared = 0;
        for (const auto& stem : witness.stems) {
            if (own.contains(stem)) shared += weight(stem) * weight(stem);
        }
        if (shared > 0)
            by_theme[witness.theme].push_back({shared / (own_length * length(witness.stems)), witness.mark});
    }
    std::vector<std::pair<double, ThemeSuggestion>> ranked;
    for (auto& [theme, list] : by_theme) {
        std::sort(list.begin(), list.end(), [](const Likeness& a, const Likeness& b) {
            return a.value != b.value ? a.value > b.value : a.mark < b.mark;
        });
        if (list.front().value < least) continue;
        double score = list.front().value;
        for (std::size_t i = 1; i < std::min<std::size_t>(list.size(), 3); ++i) score += 0.1 * list[i].value;
        ranked.push_back({score, {theme, list.front().mark, list.front().value}});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<ThemeSuggestion> best;
    for (const auto& [score, suggestion] : ranked) {
        if (best.size() == most) break;
        best.push_back(suggestion);
    }
    return best;
}

}  // namespace samrad::domain
