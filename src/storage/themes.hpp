// The themes of consultations.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/consultation/theme.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

std::optional<domain::Theme> find_theme(Transaction& tx, ThemeId theme);
// The same, and it neither changes nor goes until the commit; others may hold it at once.
std::optional<domain::Theme> hold_theme(Transaction& tx, ThemeId theme);
// The same for who changes it: alone, once those who hold it are done.
std::optional<domain::Theme> lock_theme(Transaction& tx, ThemeId theme);
// The living ones of a consultation, in no order that says anything.
std::vector<domain::Theme> themes_of(Transaction& tx, ConsultationId consultation);
// Those of a consultation that are gone and whose marks another one has (which may be gone by now as well).
std::vector<domain::Theme> merged_themes(Transaction& tx, ConsultationId consultation);
// Last among those with the same parent.
ThemeId add_theme(Transaction& tx, ConsultationId consultation, std::optional<ThemeId> parent, const std::string& title,
                  AccountId author);
void rename_theme(Transaction& tx, ThemeId theme, const std::string& title);
// Under `parent`, in front of `before`, or last where that is nothing or stands elsewhere.
void move_theme(Transaction& tx, const domain::Theme& theme, std::optional<ThemeId> parent,
                std::optional<ThemeId> before);
// Its marks and the themes below it go to `into`; a passage that the same reader has marked there already stays once.
void merge_theme(Transaction& tx, ThemeId theme, ThemeId into);
void remove_theme(Transaction& tx, ThemeId theme);
// Whether it has marks or living themes below it.
bool is_used(Transaction& tx, ThemeId theme);

// How many answers and families each theme has, as `viewer` may see it (marks.hpp).
struct ThemeCount {
    int answers = 0;
    int families = 0;
    int marks = 0;
};
std::map<ThemeId, ThemeCount> count_themes(Transaction& tx, ConsultationId consultation, AccountId viewer);

}  // namespace samrad::storage
