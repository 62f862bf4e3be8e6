#include "domain/consultation/small_counts.hpp"

#include <algorithm>
#include <numeric>

namespace samrad::domain {

std::vector<std::optional<std::int64_t>> shown_counts(const std::vector<std::int64_t>& counts, bool whole) {
    std::vector<std::optional<std::int64_t>> shown(counts.begin(), counts.end());
    const auto sum = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    if (whole && sum < least_shown) {
        std::fill(shown.begin(), shown.end(), std::nullopt);
        return shown;
    }
    bool hides = false;
    std::optional<std::int64_t> smallest;  // of those that could be shown
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] >= least_shown) {
            smallest = std::min(counts[i], smallest.value_or(counts[i]));
        } else if (counts[i] > 0) {
            shown[i].reset();
            hides = true;
        }
    }
    if (!whole || !hides) return shown;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (!smallest || counts[i] == *smallest) shown[i].reset();
    }
    return shown;
}

}  // namespace samrad::domain
