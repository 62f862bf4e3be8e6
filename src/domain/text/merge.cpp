#include "domain/text/merge.hpp"

#include <algorithm>

#include "domain/text/diff.hpp"

namespace samrad::domain {

namespace {

bool touches(Range range, const Hunk& hunk) { return hunk.from <= range.to && hunk.to >= range.from; }
bool lies_in(const Hunk& hunk, Range range) { return range.from <= hunk.from && hunk.to <= range.to; }

// Passages with every hunk that touches them, those that touch each other joined, in order. The hunks come sorted, so
// one walk from left to right is enough: a passage only grows to the right by hunks that begin in it, and to the left
// by hunks that reach into it, which the walk has joined already.
std::vector<Range> joined(std::vector<Range> passages, const Gathering& all) {
    std::vector<Range> stretches = std::move(passages);
    const auto by_place = [](Range a, Range b) { return a.from < b.from || (a.from == b.from && a.to < b.to); };
    for (bool grew = true; grew;) {
        std::sort(stretches.begin(), stretches.end(), by_place);
        std::vector<Range> merged;
        for (const auto range : stretches) {
            if (!merged.empty() && range.from <= merged.back().to) {
                merged.back().to = std::max(merged.back().to, range.to);
            } else {
                merged.push_back(range);
            }
        }
        stretches = std::move(merged);
        grew = false;
        for (std::size_t change = 0; change < all.size(); ++change) {
            for (const auto& hunk : all.hunks(change)) {
                auto at = std::lower_bound(stretches.begin(), stretches.end(), hunk.from,
                                           [](Range range, std::size_t from) { return range.to < from; });
                if (at == stretches.end() || !touches(*at, hunk) || lies_in(hunk, *at)) continue;
                *at = {std::min(at->from, hunk.from), std::max(at->to, hunk.to)};
                grew = true;
            }
        }
    }
    return stretches;
}

// What one change makes of a passage that none of its hunks cuts.
std::u16string reading(std::u16string_view base, Range range, const std::vector<Hunk>& hunks) {
    std::u16string text;
    std::size_t at = range.from;
    for (const auto& hunk : hunks) {
        if (!lies_in(hunk, range)) continue;
        text += base.substr(at, hunk.from - at);
        text += hunk.insert;
        at = hunk.to;
    }
    text += base.substr(at, range.to - at);
    return text;
}

Dispute dispute_on(std::u16string_view base, Range range, const Gathering& all) {
    Dispute dispute{range, {}, {}};
    for (std::size_t change = 0; change < all.size(); ++change) {
        const auto& hunks = all.hunks(change);
        if (std::none_of(hunks.begin(), hunks.end(), [&](const Hunk& hunk) { return lies_in(hunk, range); })) continue;
        dispute.changes.push_back(change);
        dispute.readings.push_back(reading(base, range, hunks));
    }
    return dispute;
}

Settled settled_as(std::u16string_view base, const Settlement& settlement, const Gathering& all) {
    const auto range = settlement.range;
    Settled settled{dispute_on(base, range, all), settlement.text, {}};
    const auto words = base.substr(range.from, range.to - range.from);
    for (std::size_t i = 0; i < settled.over.changes.size(); ++i) {
        settled.extents.push_back(extent_by_hand(words, settled.over.readings, i, settlement.text));
    }
    return settled;
}

bool cuts_a_hunk(Range range, const Gathering& all) {
    for (std::size_t change = 0; change < all.size(); ++change) {
        for (const auto& hunk : all.hunks(change)) {
            if (hunk.from < range.to && hunk.to > range.from && !lies_in(hunk, range)) return true;
        }
    }
    return false;
}

Change without(std::u16string_view base, const std::vector<Hunk>& hunks, const std::vector<Range>& ranges) {
    Change change;
    std::size_t at = 0;
    for (const auto& hunk : hunks) {
        if (std::any_of(ranges.begin(), ranges.end(), [&](Range range) { return lies_in(hunk, range); })) continue;
        change.add_kept(hunk.from - at);
        change.add_replaced(hunk.to - hunk.from, hunk.insert);
        at = hunk.to;
    }
    change.add_kept(base.size() - at);
    return change;
}

}  // namespace

std::vector<Dispute> readings_of(std::u16string_view base, std::span<const Change> changes,
                                 std::span<const Range> ranges) {
    std::vector<Dispute> found;
    if (ranges.empty()) return found;
    const auto units = clauses_of(base);
    Gathering all(base, units);
    for (const auto& change : changes) all.add(change);
    for (const auto range : ranges) found.push_back(dispute_on(base, range, all));
    return found;
}

Merged merge_all(std::u16string_view base, std::span<const Change> changes, std::span<const Settlement> settlements) {
    const auto units = clauses_of(base);
    Gathering all(base, units);
    for (const auto& change : changes) all.add(change);
    std::vector<Range> passages;
    for (const auto& meeting : all.meetings()) {
        const auto& one = all.hunks(meeting.a)[meeting.one];
        const auto& other = all.hunks(meeting.b)[meeting.other];
        passages.push_back({std::min(one.from, other.from), std::max(one.to, other.to)});
    }
    std::vector<const Settlement*> by_hand;
    for (const auto& settlement : settlements) {
        const auto& range = settlement.range;
        const bool free = std::none_of(by_hand.begin(), by_hand.end(), [&](const Settlement* before) {
            return range.from < before->range.to && before->range.from < range.to;
        });
        if (range.to <= base.size() && free && !cuts_a_hunk(range, all)) by_hand.push_back(&settlement);
    }

    Merged merged;
    std::vector<Range> taken_out;  // of every change: what is disputed, and what is settled by hand
    for (const auto* settlement : by_hand) {
        taken_out.push_back(settlement->range);
        merged.by_hand.push_back(settled_as(base, *settlement, all));
    }
    for (const auto& range : joined(std::move(passages), all)) {
        const auto settlement = std::find_if(by_hand.begin(), by_hand.end(), [&](const Settlement* one) {
            return one->range.from <= range.from && range.to <= one->range.to;
        });
        auto dispute = dispute_on(base, range, all);
        if (settlement == by_hand.end()) {
            taken_out.push_back(range);
            merged.open.push_back(std::move(dispute));
        } else {
            merged.settled.push_back(std::move(dispute));
        }
    }
    // What is left of each change, and each settlement as a change of its own, meet no more.
    Gathering agreed(base, units);
    std::vector<std::size_t> indexes;
    for (std::size_t i = 0; i < changes.size(); ++i) agreed.add(without(base, all.hunks(i), taken_out));
    for (const auto* settlement : by_hand) {
        agreed.add(Change::replace(base.size(), settlement->range.from, settlement->range.to, settlement->text));
    }
    for (std::size_t i = 0; i < agreed.size(); ++i) indexes.push_back(i);
    merged.woven = agreed.weave(indexes);
    for (auto& piece : merged.woven) {
        std::vector<std::size_t> names;
        bool hand = false;
        for (const auto index : piece.changes) {
            if (index < changes.size()) {
                names.push_back(index);
                continue;
            }
            hand = true;
            const auto& settled = merged.by_hand[index - changes.size()];
            for (std::size_t i = 0; i < settled.extents.size(); ++i) {
                if (settled.extents[i] != Extent::none) names.push_back(settled.over.changes[i]);
            }
        }
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        piece.changes = std::move(names);
        piece.by_hand = hand;
    }
    return merged;
}

std::vector<Fate> fates_of(const Merged& merged, std::size_t count) {
    std::vector<Fate> fates(count);
    std::vector<bool> stands(count);  // something of it is in the text
    for (const auto& piece : merged.woven) {
        for (const auto change : piece.changes) stands[change] = true;
    }
    for (const auto& settled : merged.by_hand) {
        const auto& changes = settled.over.changes;
        const auto chosen = std::find(settled.extents.begin(), settled.extents.end(), Extent::whole);
        for (std::size_t i = 0; i < changes.size(); ++i) {
            auto& fate = fates[changes[i]];
            if (settled.extents[i] != Extent::whole) fate.extent = stands[changes[i]] ? Extent::part : Extent::none;
            if (settled.extents[i] != Extent::none || fate.lost_to || chosen == settled.extents.end()) continue;
            fate.lost_to = changes[std::size_t(chosen - settled.extents.begin())];
        }
    }
    return fates;
}

Merged merge(std::u16string_view base, std::u16string_view ours, std::u16string_view theirs) {
    const Change sides[] = {step_between(base, ours).change, step_between(base, theirs).change};
    return merge_all(base, sides, {});
}

}  // namespace samrad::domain
