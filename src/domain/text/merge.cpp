#include "domain/text/merge.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "domain/text/diff.hpp"

namespace samrad::domain {

namespace {

bool touches(Range range, const Hunk& hunk) { return hunk.from <= range.to && hunk.to >= range.from; }
bool lies_in(const Hunk& hunk, Range range) { return range.from <= hunk.from && hunk.to <= range.to; }

// What changes disagree on: the hunks that meet another, by change and place in it, the passages, and those where a
// change has nothing to say but is at odds with another that does: it leaves the words where that one has moved them.
struct Met {
    std::set<std::pair<std::size_t, std::size_t>> hunks;
    std::vector<Range> passages;
    std::vector<std::pair<Range, std::size_t>> silent;

    bool is_silent(Range range, std::size_t change) const {
        return std::any_of(silent.begin(), silent.end(), [&](const auto& one) {
            return one.second == change && range.from <= one.first.from && one.first.to <= range.to;
        });
    }
};

Gathering gathered(std::u16string_view base, const Units& units, std::span<const Change> changes, Whole whole) {
    Gathering all(base, units);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        all.add(changes[i], std::find(whole.begin(), whole.end(), i) != whole.end());
    }
    return all;
}

bool has(const Gathering& all, std::size_t change, const Hunk& hunk) {
    const auto& hunks = all.hunks(change);
    return std::find(hunks.begin(), hunks.end(), hunk) != hunks.end();
}

// Where one end of a move is decided, the others are too.
void add_other_ends(Met& met, const Gathering& all, std::size_t change, std::size_t hunk, std::size_t against) {
    for (const auto end : all.ends_of_move(change, hunk)) {
        const auto& there = all.hunks(change)[end];
        if (has(all, against, there)) continue;  // agreed
        met.hunks.emplace(change, end);
        met.passages.push_back({there.from, there.to});
        met.silent.push_back({{there.from, there.to}, against});
    }
}

Met met_in(const Gathering& all, std::size_t length) {
    Met met;
    for (const auto& meeting : all.meetings()) {
        if (all.whole(meeting.a) || all.whole(meeting.b)) {
            for (const auto change : {meeting.a, meeting.b}) {
                for (std::size_t i = 0; i < all.hunks(change).size(); ++i) met.hunks.emplace(change, i);
            }
            met.passages.push_back({0, length});
            continue;
        }
        add_other_ends(met, all, meeting.a, meeting.one, meeting.b);
        add_other_ends(met, all, meeting.b, meeting.other, meeting.a);
        const auto& one = all.hunks(meeting.a)[meeting.one];
        const auto& other = all.hunks(meeting.b)[meeting.other];
        if (one == other) continue;  // both take the same words away, and disagree on where to
        met.hunks.emplace(meeting.a, meeting.one);
        met.hunks.emplace(meeting.b, meeting.other);
        met.passages.push_back({std::min(one.from, other.from), std::max(one.to, other.to)});
    }
    return met;
}

// Whether a passage is that hunk's too. What is put in at its edge and meets nobody is not: it stays as it is, whatever
// comes of the passage.
bool is_of(Range range, const Gathering& all, std::size_t change, std::size_t at, const Met& met) {
    const auto& hunk = all.hunks(change)[at];
    if (!lies_in(hunk, range)) return false;
    const bool on_edge = hunk.from == hunk.to && (hunk.from == range.from || hunk.to == range.to);
    return !on_edge || met.hunks.contains({change, at});
}

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

// What each change makes of a passage that none of its hunks cuts; of those that change something in it.
Dispute dispute_on(std::u16string_view base, Range range, const Gathering& all, const Met& met) {
    Dispute dispute{range, {}, {}};
    for (std::size_t change = 0; change < all.size(); ++change) {
        const auto& hunks = all.hunks(change);
        std::u16string reading;
        bool is_its = met.is_silent(range, change);
        std::size_t at = range.from;
        for (std::size_t i = 0; i < hunks.size(); ++i) {
            if (!is_of(range, all, change, i, met)) continue;
            is_its = true;
            reading += base.substr(at, hunks[i].from - at);
            reading += hunks[i].insert;
            at = hunks[i].to;
        }
        if (!is_its) continue;
        reading += base.substr(at, range.to - at);
        dispute.changes.push_back(change);
        dispute.readings.push_back(std::move(reading));
    }
    return dispute;
}

Settled settled_as(std::u16string_view base, const Settlement& settlement, const Gathering& all, const Met& met) {
    const auto range = settlement.range;
    Settled settled{dispute_on(base, range, all, met), settlement.text, {}};
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

Change without(std::u16string_view base, const Gathering& all, std::size_t change, const std::vector<Range>& ranges,
               const Met& met) {
    Change left;
    std::size_t at = 0;
    for (std::size_t i = 0; i < all.hunks(change).size(); ++i) {
        const auto& hunk = all.hunks(change)[i];
        if (std::any_of(ranges.begin(), ranges.end(), [&](Range range) { return is_of(range, all, change, i, met); })) {
            continue;
        }
        left.add_kept(hunk.from - at);
        left.add_replaced(hunk.to - hunk.from, hunk.insert);
        at = hunk.to;
    }
    left.add_kept(base.size() - at);
    return left;
}

// Whether a settlement leaves a part of a passage to be settled.
bool cuts(Range settlement, Range passage) {
    const bool meets = settlement.from < passage.to && passage.from < settlement.to;
    return meets && (passage.from < settlement.from || settlement.to < passage.to);
}

}  // namespace

std::vector<Dispute> readings_of(std::u16string_view base, std::span<const Change> changes,
                                 std::span<const Range> ranges, Whole whole) {
    std::vector<Dispute> found;
    if (ranges.empty()) return found;
    const auto units = clauses_of(base);
    const auto all = gathered(base, units, changes, whole);
    const auto met = met_in(all, base.size());
    for (const auto range : ranges) found.push_back(dispute_on(base, range, all, met));
    return found;
}

Merged merge_all(std::u16string_view base, std::span<const Change> changes, std::span<const Settlement> settlements,
                 Whole whole) {
    const auto units = clauses_of(base);
    const auto all = gathered(base, units, changes, whole);
    const auto met = met_in(all, base.size());
    const auto passages = joined(met.passages, all);
    std::vector<const Settlement*> by_hand;
    for (const auto& settlement : settlements) {
        const auto& range = settlement.range;
        const bool free = std::none_of(by_hand.begin(), by_hand.end(), [&](const Settlement* before) {
            return range.from < before->range.to && before->range.from < range.to;
        });
        const bool leaves_a_part =
            std::any_of(passages.begin(), passages.end(), [&](Range passage) { return cuts(range, passage); });
        if (range.to <= base.size() && free && !leaves_a_part && !cuts_a_hunk(range, all)) {
            by_hand.push_back(&settlement);
        }
    }

    Merged merged;
    std::vector<Range> taken_out;  // of every change: what is disputed, and what is settled by hand
    for (const auto* settlement : by_hand) {
        taken_out.push_back(settlement->range);
        merged.by_hand.push_back(settled_as(base, *settlement, all, met));
    }
    for (const auto& range : passages) {
        const auto settlement = std::find_if(by_hand.begin(), by_hand.end(), [&](const Settlement* one) {
            return one->range.from <= range.from && range.to <= one->range.to;
        });
        auto dispute = dispute_on(base, range, all, met);
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
    for (std::size_t i = 0; i < changes.size(); ++i) agreed.add(without(base, all, i, taken_out, met));
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
