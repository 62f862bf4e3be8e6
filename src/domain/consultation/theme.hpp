// Themes: the tree under which a committee puts passages of the answers, and marks, which put them there.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/problem.hpp"
#include "base/time.hpp"

namespace samrad::domain {

struct Theme {
    ThemeId id;
    ConsultationId consultation;
    std::optional<ThemeId> parent;
    std::string title;
    int ordinal = 0;  // among those with the same parent
    bool removed = false;
    std::optional<ThemeId> merged_into;
};

inline constexpr std::size_t most_themes = 500;
inline constexpr int most_levels = 4;

// Whether `theme` (none: a new one) may stand under `parent` (none: at the top), in a tree whose living themes are
// `all`: theme.parent_unknown, theme.circle (under itself or one below it), theme.too_deep; field "parent".
std::optional<Problem> check_place(const std::vector<Theme>& all, std::optional<ThemeId> theme,
                                   std::optional<ThemeId> parent);
// Whether a theme's marks and the themes below it may go to `into`: theme.into_unknown, theme.circle; field "into".
std::optional<Problem> check_merging(const std::vector<Theme>& all, ThemeId theme, ThemeId into);
// The living themes as they are read: each before those below it, by ordinal.
std::vector<Theme> in_tree_order(std::vector<Theme> all);

// By hand, a suggestion that was confirmed, or carried to an answer of the same family.
enum class MarkSource { hand, suggestion, family };

// A stretch of a text of an answer, in UTF-16 units.
struct Passage {
    std::string field;
    int first = 0;
    int past = 0;
    auto operator<=>(const Passage&) const = default;
};

struct Mark {
    MarkId id;
    AnswerId answer;
    Passage passage;
    ThemeId theme;
    AccountId reader;
    std::string reader_name;
    MarkSource source = MarkSource::hand;
    std::optional<MarkId> because_of;
    Time at;
};

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::MarkSource> =
    std::array<std::string_view, 3>{"hand", "suggestion", "family"};
