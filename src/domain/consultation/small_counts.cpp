#include "domain/consultation/small_counts.hpp"

#include <algorithm>

namespace samrad::domain {

namespace {

using std::int64_t;

bool is_few(int64_t count) { return count > 0 && count < least_shown; }

// Hides what is small, and one more.
void hide_small(std::vector<Shown>& row, const std::vector<bool>& small) {
    bool hides = false, hides_many = false;
    std::optional<int64_t> smallest;  // of those that could be shown
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto count = *row[i];
        if (small[i]) {
            row[i].reset();
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

ShownRow shown_row(const std::vector<int64_t>& lines, int64_t answered, int64_t whole, Choosing choosing) {
    const auto nothing = [&] { return ShownRow{std::vector<Shown>(lines.size()), std::nullopt}; };
    if (is_few(whole)) return nothing();
    std::vector<Shown> row(lines.begin(), lines.end());
    const auto unanswered = whole - answered;
    if (unanswered > 0) row.push_back(unanswered);
    std::vector<bool> small;
    for (const auto& count : row) small.push_back(is_few(*count) || is_few(whole - *count));
    if (unanswered > 0 && choosing != Choosing::one) {
        small.back() = small.back() ||
                       std::any_of(lines.begin(), lines.end(), [&](int64_t count) { return is_few(answered - count); });
    }
    hide_small(row, small);
    const bool hides = std::find(row.begin(), row.end(), std::nullopt) != row.end();
    if (choosing == Choosing::limited && hides) return nothing();
    ShownRow shown{{row.begin(), row.begin() + std::ptrdiff_t(lines.size())}, 0};
    if (unanswered > 0) shown.unanswered = row.back();
    return shown;
}

}  // namespace samrad::domain
