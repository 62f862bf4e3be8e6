#include "domain/consultation/response.hpp"

#include <algorithm>
#include <cstdlib>

#include "domain/consultation/small_counts.hpp"

namespace samrad::domain {

namespace {

// How deep a theme stands; 1 at the top.
int level_in(const std::map<ThemeId, const Theme*>& all, const Theme& theme) {
    int level = 1;
    for (auto at = theme.parent; at && level < most_levels; ++level) {
        const auto found = all.find(*at);
        if (found == all.end()) break;
        at = found->second->parent;
    }
    return level;
}

}  // namespace

std::optional<Problem> check_response(const Response& response, const ConsultationRules& rules) {
    for (const auto& [text, field] :
         {std::pair{&response.heard, "heard"}, {&response.decided, "decided"}, {&response.why, "why"}}) {
        if (text->size() > most_response_text) return invalid("input.too_long", field);
    }
    if (response.blocks.size() > most_changed_blocks) return invalid("input.too_long", "blocks");
    if (response.quotes.size() > most_quotes) return invalid("input.too_long", "quotes");
    if (response.version == 0) {
        if (!response.blocks.empty()) return invalid("input.missing", "version");
        return std::nullopt;
    }
    if (!rules.document) return invalid("response.no_document", "version");
    if (response.version <= rules.version) return invalid("response.version_too_old", "version");
    return std::nullopt;
}

bool is_complete(const Response& response) {
    return !response.heard.empty() && !response.decided.empty() &&
           (response.status == ResponseStatus::followed || !response.why.empty());
}

ShownByVoice told_counts(const CountsByVoice& counts, const std::optional<ShownByVoice>& before) {
    ShownByVoice shown;
    const auto told = shown_counts({counts.begin(), counts.end()});
    for (std::size_t i = 0; i < voice_count; ++i) {
        shown[i] = told[i];
        if (!before || !(*before)[i] || !shown[i]) continue;
        if (std::abs(*(*before)[i] - *shown[i]) < least_shown) shown[i] = (*before)[i];
    }
    return shown;
}

Result<std::vector<ReportTheme>> plan_report(const std::vector<Theme>& themes,
                                             const std::map<ThemeId, Response>& responses,
                                             const std::map<ThemeId, CountsByVoice>& counts,
                                             const std::set<ThemeId>& open, const std::vector<ReportTheme>& before) {
    std::map<ThemeId, const Theme*> all;
    for (const auto& theme : themes) {
        if (!theme.removed) all[theme.id] = &theme;
    }
    for (const auto id : open) {
        if (!all.contains(id)) return invalid("report.not_a_theme", "open");
    }
    const auto answered = [&](ThemeId id) {
        const auto found = responses.find(id);
        return found != responses.end() && is_complete(found->second) && !open.contains(id);
    };
    std::set<ThemeId> in;
    for (const auto& [id, theme] : all) {
        if (!answered(id) && !open.contains(id)) {
            if (!counts.contains(id)) continue;
            auto problem = conflict("report.unanswered");
            problem.facts.emplace_back("theme", std::to_string(id.value));
            return problem;
        }
        auto at = std::optional(id);
        for (int steps = 0; at && all.contains(*at) && steps < most_levels; ++steps) {
            in.insert(*at);
            at = all.at(*at)->parent;
        }
    }
    if (in.empty()) return conflict("report.empty");
    std::vector<ReportTheme> report;
    for (const auto& theme : in_tree_order(themes)) {
        if (!in.contains(theme.id)) continue;
        ReportTheme one;
        one.theme = theme.id;
        one.level = level_in(all, theme);
        one.title = theme.title;
        one.open = open.contains(theme.id);
        if (answered(theme.id)) one.revision = responses.at(theme.id).revision;
        const auto found = counts.find(theme.id);
        const auto was =
            std::find_if(before.begin(), before.end(), [&](const auto& old) { return old.theme == theme.id; });
        one.counts = told_counts(found == counts.end() ? CountsByVoice{} : found->second,
                                 was == before.end() ? std::nullopt : std::optional(was->counts));
        report.push_back(std::move(one));
    }
    return report;
}

bool says_the_same(const std::vector<ReportTheme>& before, const std::vector<ReportTheme>& after) {
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                      [](const ReportTheme& a, const ReportTheme& b) {
                          return a.theme == b.theme && a.level == b.level && a.title == b.title &&
                                 a.revision == b.revision && a.open == b.open && a.counts == b.counts;
                      });
}

}  // namespace samrad::domain
