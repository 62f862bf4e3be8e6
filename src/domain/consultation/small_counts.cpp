#include "domain/consultation/small_counts.hpp"

#include <algorithm>

namespace samrad::domain {

namespace {

using std::int64_t;

bool is_few(int64_t count) { return count > 0 && count < least_shown; }

// Hides what is small, and one more.
void hide_small(std::vector<Shown>& row, int64_t whole) {
    bool hides = false, hides_many = false;
    std::optional<int64_t> smallest;  // of those that could be shown
    for (auto& shown : row) {
        const auto count = *shown;
        if (is_few(count) || is_few(whole - count)) {
            shown.reset();
            hides = true;
            hides_many = hides_many || count >= least_shown;
        } else if (count > 0) {
            smallest = std::min(count, smallest.value_or(count));
        }
    }
    if (!hides) return;
    for (auto& shown : row) {
        if (smallest ? shown == smallest : !hides_many) shown.reset();
    }
}

}  // namespace

std::vector<Shown> shown_counts(const std::vector<int64_t>& counts) {
    std::vector<Shown> shown(counts.begin(), counts.end());
    for (auto& count : shown) {
        if (is_few(*count)) count.reset();
    }
    return shown;
}

ShownRow shown_row(const std::vector<int64_t>& lines, int64_t answered, int64_t whole, bool same_many) {
    const auto nothing = [&] { return ShownRow{std::vector<Shown>(lines.size()), std::nullopt}; };
    if (is_few(whole)) return nothing();
    std::vector<Shown> row(lines.begin(), lines.end());
    const auto unanswered = whole - answered;
    if (unanswered > 0) row.push_back(unanswered);
    hide_small(row, whole);
    const bool hides = std::find(row.begin(), row.end(), std::nullopt) != row.end();
    if (same_many && hides) return nothing();
    ShownRow shown{{row.begin(), row.begin() + std::ptrdiff_t(lines.size())}, 0};
    if (unanswered > 0) shown.unanswered = row.back();
    return shown;
}

}  // namespace samrad::domain
