// The greedy algorithm of Myers ("An O(ND) difference algorithm and its variations", 1986), in bounded rounds.
//
// One round looks for the furthest point that some path with d edits reaches, for d = 0, 1, 2, ... It ends at the end
// of both sequences or, when d comes to the bound, at the point that got furthest; the next round starts there. A round
// of bound D costs D * D / 2 steps and gets at least D elements on, so the whole is linear for a fixed D, and exact
// wherever two texts differ in less than D places. Around it, what begins and ends alike is taken off first.
//
// By unique elements first is Bram Cohen's patience diff: the elements that occur once in both are put in order by the
// longest rising subsequence, and the gaps between them are compared by Myers.
#include "domain/text/sequence.hpp"

#include <algorithm>

namespace samrad::domain {

namespace {

using Elements = std::span<const std::uint32_t>;

constexpr std::ptrdiff_t round_bound = 128;

void add(std::vector<Match>& out, Match match) {
    if (match.count == 0) return;
    if (!out.empty()) {
        Match& last = out.back();
        if (last.from_a + last.count == match.from_a && last.from_b + last.count == match.from_b) {
            last.count += match.count;
            return;
        }
    }
    out.push_back(match);
}

// One round over a and b, whose first elements differ. Appends its matches, shifted by the offsets, and says how far it
// came.
class Round {
public:
    Round(Elements a, Elements b) : a_(a), b_(b), n_(std::ssize(a)), m_(std::ssize(b)) {}

    std::pair<std::size_t, std::size_t> run(std::vector<Match>& out, std::size_t offset_a, std::size_t offset_b) {
        std::ptrdiff_t end_d = 0, end_k = 0;
        search(end_d, end_k);
        return trace_back(out, offset_a, offset_b, end_d, end_k);
    }

private:
    // furthest_[d] holds for each diagonal k = x - y in [-d, d] the furthest x that d edits reach, or -1.
    std::ptrdiff_t at(std::ptrdiff_t d, std::ptrdiff_t k) const {
        return k < -d || k > d ? -1 : furthest_[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
    }
    // Where a path with d edits enters diagonal k, before it runs along equal elements; -1 when it cannot.
    std::ptrdiff_t entry(std::ptrdiff_t d, std::ptrdiff_t k) const {
        if (d == 0) return 0;
        const std::ptrdiff_t down = at(d - 1, k + 1);  // an element of b inserted
        const std::ptrdiff_t left = at(d - 1, k - 1);  // an element of a deleted
        const std::ptrdiff_t by_deletion = left < 0 || left + 1 > n_ ? -1 : left + 1;
        const std::ptrdiff_t by_insertion = down < 0 || down - k > m_ ? -1 : down;
        return std::max(by_deletion, by_insertion);
    }

    void search(std::ptrdiff_t& end_d, std::ptrdiff_t& end_k) {
        for (std::ptrdiff_t d = 0;; ++d) {
            furthest_.emplace_back(static_cast<std::size_t>(2 * d + 1), -1);
            std::ptrdiff_t best = -1;
            for (std::ptrdiff_t k = -d; k <= d; k += 2) {
                std::ptrdiff_t x = entry(d, k);
                if (x < 0) continue;
                while (x < n_ && x - k < m_ && a_[x] == b_[x - k]) ++x;
                furthest_.back()[static_cast<std::size_t>(k + d)] = x;
                if (2 * x - k > best) {
                    best = 2 * x - k;
                    end_d = d;
                    end_k = k;
                }
            }
            if (best == n_ + m_ || d == round_bound) return;
        }
    }

    std::pair<std::size_t, std::size_t> trace_back(std::vector<Match>& out, std::size_t offset_a, std::size_t offset_b,
                                                   std::ptrdiff_t d, std::ptrdiff_t k) {
        const std::ptrdiff_t x_end = at(d, k);
        const std::ptrdiff_t y_end = x_end - k;
        std::vector<Match> found;
        for (;; --d) {
            const std::ptrdiff_t x = at(d, k);
            const std::ptrdiff_t from = entry(d, k);
            if (x > from) {
                found.push_back({offset_a + static_cast<std::size_t>(from),
                                 offset_b + static_cast<std::size_t>(from - k), static_cast<std::size_t>(x - from)});
            }
            if (d == 0) break;
            const std::ptrdiff_t left = at(d - 1, k - 1);
            k += left >= 0 && left + 1 == from && left + 1 <= n_ ? -1 : 1;
        }
        for (auto match = found.rbegin(); match != found.rend(); ++match) add(out, *match);
        return {static_cast<std::size_t>(x_end), static_cast<std::size_t>(y_end)};
    }

    Elements a_, b_;
    std::ptrdiff_t n_, m_;
    std::vector<std::vector<std::ptrdiff_t>> furthest_;
};

void compare_part(Elements a, Elements b, std::size_t offset_a, std::size_t offset_b, std::vector<Match>& out) {
    const auto equal_to = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    add(out, {offset_a, offset_b, equal_to});
    a = a.subspan(equal_to);
    b = b.subspan(equal_to);
    std::size_t at_end = 0;
    while (at_end < a.size() && at_end < b.size() && a[a.size() - 1 - at_end] == b[b.size() - 1 - at_end]) ++at_end;
    const Match last{offset_a + equal_to + a.size() - at_end, offset_b + equal_to + b.size() - at_end, at_end};
    a = a.first(a.size() - at_end);
    b = b.first(b.size() - at_end);
    std::size_t x = 0, y = 0;
    while (x < a.size() && y < b.size()) {
        const auto [dx, dy] =
            Round(a.subspan(x), b.subspan(y)).run(out, offset_a + equal_to + x, offset_b + equal_to + y);
        x += dx;
        y += dy;
    }
    add(out, last);
}

// The elements that occur once in a and once in b, as (index in a, index in b), by the first.
std::vector<std::pair<std::size_t, std::size_t>> unique_pairs(Elements a, Elements b) {
    std::uint32_t most = 0;
    for (const auto e : a) most = std::max(most, e);
    for (const auto e : b) most = std::max(most, e);
    struct Seen {
        std::uint32_t in_a = 0, in_b = 0;
        std::size_t where_b = 0;
    };
    std::vector<Seen> seen(a.empty() && b.empty() ? 0 : std::size_t{most} + 1);
    for (const auto e : a) ++seen[e].in_a;
    for (std::size_t i = 0; i < b.size(); ++i) {
        ++seen[b[i]].in_b;
        seen[b[i]].where_b = i;
    }
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (seen[a[i]].in_a == 1 && seen[a[i]].in_b == 1) pairs.emplace_back(i, seen[a[i]].where_b);
    }
    return pairs;
}

}  // namespace

std::vector<std::size_t> longest_rising(std::span<const std::size_t> values) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> tails;  // the position that ends the best run of each length
    std::vector<std::size_t> before(values.size(), none);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto at = std::ranges::lower_bound(tails, values[i], {}, [&](std::size_t t) { return values[t]; });
        if (at != tails.begin()) before[i] = *(at - 1);
        if (at == tails.end()) {
            tails.push_back(i);
        } else {
            *at = i;
        }
    }
    std::vector<std::size_t> run;
    for (std::size_t i = tails.empty() ? none : tails.back(); i != none; i = before[i]) run.push_back(i);
    std::ranges::reverse(run);
    return run;
}

std::vector<Match> common_parts(Elements a, Elements b) {
    std::vector<Match> out;
    compare_part(a, b, 0, 0, out);
    return out;
}

std::vector<Match> common_parts_by_unique(Elements a, Elements b) {
    const auto pairs = unique_pairs(a, b);
    std::vector<std::size_t> in_b;
    in_b.reserve(pairs.size());
    for (const auto& pair : pairs) in_b.push_back(pair.second);
    std::vector<Match> out;
    std::size_t x = 0, y = 0;
    for (const std::size_t i : longest_rising(in_b)) {
        const auto [next_x, next_y] = pairs[i];
        compare_part(a.subspan(x, next_x - x), b.subspan(y, next_y - y), x, y, out);
        add(out, {next_x, next_y, 1});
        x = next_x + 1;
        y = next_y + 1;
    }
    compare_part(a.subspan(x), b.subspan(y), x, y, out);
    return out;
}

}  // namespace samrad::domain
