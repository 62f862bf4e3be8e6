// Who brought each changed stretch of a merged version: that part of merge_room.hpp.
#include <algorithm>
#include <tuple>

#include "domain/amendment/amending.hpp"
#include "domain/text/change_json.hpp"
#include "features/amendments/merge_room.hpp"

namespace samrad::features {

namespace {

// The amendment that `by` amends and whose words it stands for; null where it amends none that is before the committee.
const domain::Amendment* amended_in(const Room& room, const domain::Amendment& by) {
    const auto found = std::find_if(room.pending.begin(), room.pending.end(),
                                    [&](const domain::Amendment& one) { return by.amends == one.id; });
    return found == room.pending.end() ? nullptr : &*found;
}

// The parts of a piece that an amendment to `amended` brought, each with whether it is its own.
std::vector<domain::Part> parts_of_piece(const Room& room, const domain::Gathering::Woven& piece,
                                         const domain::Amendment& amended, const domain::Amendment& by) {
    const auto& text = room.text->source;
    const auto first = require(domain::change_from_json(amended.now_change, text.size()));
    const auto both = require(domain::change_from_json(by.now_change, text.size()));
    const auto shares = domain::shares_of(first, domain::amending_step(first, both, text));
    if (piece.text.empty()) return domain::parts_of(piece.before, shares, false);
    auto at = std::ptrdiff_t(0);  // how far the text before has grown
    for (const auto& hunk : domain::hunks_of(both, text)) {
        if (hunk.from <= piece.before.from && piece.before.to <= hunk.to && hunk.insert == piece.text) {
            const auto from = std::size_t(std::ptrdiff_t(hunk.from) + at);
            auto parts = domain::parts_of({from, from + piece.text.size()}, shares, true);
            for (auto& part : parts) {
                part.from -= from;
                part.to -= from;
            }
            return parts;
        }
        at += std::ptrdiff_t(hunk.insert.size()) - std::ptrdiff_t(hunk.to - hunk.from);
    }
    return {{0, piece.text.size(), true}};
}

// A changed piece of the woven text, which begins at `at` in the new one, in as many stretches as it has authors.
void trace_piece(const Room& room, const domain::Gathering::Woven& piece, std::size_t at,
                 std::vector<storage::TracedStretch>& stretches) {
    storage::TracedStretch whole{piece.before.from, piece.before.to, at, at + piece.text.size(), {}};
    std::vector<AmendmentId> others;  // who stands for the amended words
    const domain::Amendment* amended = nullptr;
    const domain::Amendment* by = nullptr;
    for (const auto change : piece.changes) {
        const auto& one = room.pending[room.taken[change]];
        whole.amendments.push_back(one.id);
        const auto* found = piece.by_hand ? nullptr : amended_in(room, one);
        if (found == nullptr) others.push_back(one.id);
        if (found != nullptr && by == nullptr) std::tie(amended, by) = std::pair(found, &one);
    }
    if (by == nullptr) {
        stretches.push_back(std::move(whole));
        return;
    }
    others.push_back(amended->id);
    const bool gone = piece.text.empty();
    for (const auto& part : parts_of_piece(room, piece, *amended, *by)) {
        auto stretch = whole;
        if (gone) {
            std::tie(stretch.old_from, stretch.old_to) = std::pair(part.from, part.to);
        } else {
            std::tie(stretch.new_from, stretch.new_to) = std::pair(at + part.from, at + part.to);
        }
        if (!part.second) stretch.amendments = others;
        stretches.push_back(std::move(stretch));
    }
}

}  // namespace

std::vector<storage::TracedStretch> trace_of(const Room& room) {
    std::vector<storage::TracedStretch> stretches;
    std::size_t at = 0;
    for (const auto& piece : room.merged.woven) {
        const auto length = piece.kept() ? piece.before.to - piece.before.from : piece.text.size();
        if (!piece.kept()) {
            trace_piece(room, piece, at, stretches);
        }
        at += length;
    }
    return stretches;
}

}  // namespace samrad::features
