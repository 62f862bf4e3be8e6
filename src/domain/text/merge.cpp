#include "domain/text/merge.hpp"

#include <algorithm>

#include "domain/text/diff.hpp"
#include "domain/text/gathering.hpp"

namespace samrad::domain {

namespace {

// The passages with all hunks that touch them, those that touch each other joined.
std::vector<Range> joined_passages(std::vector<Range> passages, const Gathering& sides) {
    const auto touches = [](Range range, const Hunk& hunk) { return hunk.from <= range.to && hunk.to >= range.from; };
    for (bool grew = true; grew;) {
        grew = false;
        for (auto& range : passages) {
            for (std::size_t side = 0; side < sides.size(); ++side) {
                for (const auto& hunk : sides.hunks(side)) {
                    if (!touches(range, hunk) || (hunk.from >= range.from && hunk.to <= range.to)) continue;
                    range = {std::min(range.from, hunk.from), std::max(range.to, hunk.to)};
                    grew = true;
                }
            }
        }
    }
    std::sort(passages.begin(), passages.end(), [](Range a, Range b) { return a.from < b.from; });
    std::vector<Range> joined;
    for (const auto& range : passages) {
        if (!joined.empty() && range.from <= joined.back().to) {
            joined.back().to = std::max(joined.back().to, range.to);
        } else {
            joined.push_back(range);
        }
    }
    return joined;
}

// What a side makes of [from, to) of the base: hunks that lie in it done, those at its edges too.
std::u16string passage(std::u16string_view base, Range range, const std::vector<Hunk>& hunks) {
    std::u16string text;
    std::size_t at = range.from;
    for (const auto& hunk : hunks) {
        if (hunk.to < range.from || hunk.from > range.to) continue;
        text += base.substr(at, hunk.from - at);
        text += hunk.insert;
        at = hunk.to;
    }
    text += base.substr(at, range.to - at);
    return text;
}

}  // namespace

Merge merge(std::u16string_view base, std::u16string_view ours, std::u16string_view theirs) {
    const auto units = clauses_of(base);
    Gathering sides(base, units);
    sides.add(step_between(base, ours).change);
    sides.add(step_between(base, theirs).change);

    // Each meeting's passage, with every hunk of either side that begins or ends in it; passages that touch are one.
    std::vector<Range> passages;
    for (const auto& meeting : sides.meetings()) {
        const auto& one = sides.hunks(0)[meeting.one];
        const auto& other = sides.hunks(1)[meeting.other];
        passages.push_back({std::min(one.from, other.from), std::max(one.to, other.to)});
    }
    const auto joined = joined_passages(std::move(passages), sides);

    Merge merged;
    const auto in_dispute = [&](const Hunk& hunk) {
        return std::any_of(joined.begin(), joined.end(),
                           [&](Range range) { return hunk.from <= range.to && hunk.to >= range.from; });
    };
    Gathering agreed(base, units);
    std::vector<std::size_t> all;
    for (std::size_t side = 0; side < 2; ++side) {
        Change change;
        std::size_t at = 0;
        for (const auto& hunk : sides.hunks(side)) {
            if (in_dispute(hunk)) continue;
            change.add_kept(hunk.from - at);
            change.add_replaced(hunk.to - hunk.from, hunk.insert);
            at = hunk.to;
        }
        change.add_kept(base.size() - at);
        agreed.add(change);
        all.push_back(side);
    }
    for (const auto& piece : agreed.weave(all)) {
        if (piece.changes.empty()) merged.text += base.substr(piece.before.from, piece.before.to - piece.before.from);
        merged.text += piece.text;
    }
    for (const auto& range : joined) {
        merged.collisions.push_back(
            {range, passage(base, range, sides.hunks(0)), passage(base, range, sides.hunks(1))});
    }
    return merged;
}

}  // namespace samrad::domain
