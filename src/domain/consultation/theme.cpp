#include "domain/consultation/theme.hpp"

#include <algorithm>
#include <tuple>

namespace samrad::domain {

namespace {

const Theme* find(const std::vector<Theme>& all, ThemeId id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Theme& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

// Whether `below` is `above` or stands somewhere under it.
bool stands_under(const std::vector<Theme>& all, ThemeId below, ThemeId above) {
    const Theme* at = find(all, below);
    for (std::size_t steps = 0; at && steps <= all.size(); ++steps) {
        if (at->id == above) return true;
        at = at->parent ? find(all, *at->parent) : nullptr;
    }
    return false;
}

// 1 at the top.
int level_of(const std::vector<Theme>& all, const std::optional<ThemeId>& id) {
    int level = 0;
    auto at = id;
    while (at && level <= most_levels) {
        ++level;
        const auto theme = find(all, *at);
        at = theme ? theme->parent : std::nullopt;
    }
    return level;
}

// How many levels a theme and those below it take.
int height_of(const std::vector<Theme>& all, ThemeId id, int least = 1) {
    int height = 1;
    if (least > most_levels) return height;
    for (const auto& one : all) {
        if (one.parent == id) height = std::max(height, 1 + height_of(all, one.id, least + 1));
    }
    return height;
}

void append_below(const std::vector<Theme>& sorted, const std::optional<ThemeId>& parent, std::vector<Theme>& out) {
    for (const auto& one : sorted) {
        if (one.parent != parent || out.size() >= sorted.size()) continue;
        out.push_back(one);
        append_below(sorted, one.id, out);
    }
}

}  // namespace

std::optional<Problem> check_place(const std::vector<Theme>& all, std::optional<ThemeId> theme,
                                   std::optional<ThemeId> parent) {
    if (parent && !find(all, *parent)) return invalid("theme.parent_unknown", "parent");
    if (theme && parent && stands_under(all, *parent, *theme)) return invalid("theme.circle", "parent");
    const int height = theme ? height_of(all, *theme) : 1;
    if (level_of(all, parent) + height > most_levels) return invalid("theme.too_deep", "parent");
    return std::nullopt;
}

std::optional<Problem> check_merging(const std::vector<Theme>& all, ThemeId theme, ThemeId into) {
    if (!find(all, into)) return invalid("theme.into_unknown", "into");
    if (stands_under(all, into, theme)) return invalid("theme.circle", "into");
    return std::nullopt;
}

std::vector<Theme> in_tree_order(std::vector<Theme> all) {
    std::erase_if(all, [](const Theme& one) { return one.removed; });
    std::sort(all.begin(), all.end(),
              [](const Theme& a, const Theme& b) { return std::tie(a.ordinal, a.id) < std::tie(b.ordinal, b.id); });
    std::vector<Theme> out;
    append_below(all, std::nullopt, out);
    return out;
}

}  // namespace samrad::domain
