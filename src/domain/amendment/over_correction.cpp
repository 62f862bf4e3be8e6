// Carrying an amendment over a correction of typing errors: that part of carriage.hpp.
//
// Idea: what the amendment takes away it takes away as it was corrected; its own words stand for the very words that
// were corrected. What both say is said once. Where both put something in at one place, the amendment's words stand for
// the correction's if they have those too ("ferge" with "ferge." and "ferge til alle.": the latter); else nobody but
// its sponsor knows which comes first.
#include <algorithm>

#include "domain/amendment/carriage.hpp"
#include "domain/text/tokens.hpp"

namespace samrad::domain {

namespace {

bool is_blank(char16_t c) { return c == u' ' || c == u'\n' || c == u'\t'; }

}  // namespace

// Word by word: neighbours that the step changes as one are corrected each for itself where as many words come as go.
void Carrier::find_mended() {
    for (const auto& range : changed_ranges(step_)) {
        const auto gone = before_.substr(range.from_a, range.to_a - range.from_a);
        const auto put = std::u16string_view(after_).substr(range.from_b, range.to_b - range.from_b);
        const auto old_words = tokens_of(gone), new_words = tokens_of(put);
        if (old_words.size() != new_words.size()) {
            mended_.push_back(range);
            continue;
        }
        for (std::size_t i = 0; i < old_words.size(); ++i) {
            const auto& a = old_words[i];
            const auto& b = new_words[i];
            if (gone.substr(a.from, a.to - a.from) == put.substr(b.from, b.to - b.from)) continue;
            mended_.push_back({range.from_a + a.from, range.from_a + a.to, range.from_b + b.from, range.from_b + b.to});
        }
    }
}

Carrier::Edge Carrier::edge(std::size_t at) const {
    const auto behind = [&](const ChangedRange& one) { return one.to_a < at || (one.to_a == at && one.from_a < at); };
    const auto next = std::partition_point(mended_.begin(), mended_.end(), behind);
    const auto here = next == mended_.begin() ? at : at - std::prev(next)->to_a + std::prev(next)->to_b;
    if (next == mended_.end() || next->from_a > at) return {here, here, false};
    const bool inside = next->from_a < at;
    if (!inside && next->to_a > at) return {here, here, false};
    return {next->from_b, next->to_b, inside};
}

// A hunk of the amendment that puts words in which it takes away elsewhere: those as they were corrected.
Hunk Carrier::corrected(std::size_t hunk) const {
    auto made = both_.hunks(the_amendment)[hunk];
    for (const auto end : both_.ends_of_move(the_amendment, hunk)) {
        const auto& other = both_.hunks(the_amendment)[end];
        auto from = other.from, to = other.to;
        while (from < to && is_blank(before_[from])) ++from;
        while (from < to && is_blank(before_[to - 1])) --to;
        const auto place = from == to ? made.insert.npos : made.insert.find(before_.substr(from, to - from));
        if (place == made.insert.npos) continue;
        const auto begin = edge(from).from;
        made.insert.replace(place, to - from, after_.substr(begin, edge(to).to - begin));
    }
    return made;
}

Rebased Carrier::over_correction() const {
    const auto& wanted = both_.hunks(the_amendment);
    const auto& step = both_.hunks(the_step);
    Change carried;
    std::size_t at = 0;
    const auto add = [&](std::size_t from, std::size_t to, const std::u16string& insert) {
        from = std::max(at, from);
        to = std::max(from, to);
        carried.add_kept(from - at);
        carried.add_replaced(to - from, insert);
        at = to;
    };
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (is_among(wanted[i], step)) continue;
        const auto hunk = corrected(i);
        const auto first = edge(hunk.from);
        const auto put = std::u16string_view(after_).substr(first.from, first.to - first.from);
        if (hunk.from == hunk.to) {
            if (!first.inside && (hunk.insert.starts_with(put) || hunk.insert.ends_with(put))) {
                add(first.from, first.to, hunk.insert);
            } else {
                return {Carriage::needs_sponsor, Change::keep(step_.new_length())};
            }
            continue;
        }
        const auto last = edge(hunk.to);
        // Half of what is mended as one is neither the amendment's nor the correction's.
        if (first.inside || last.inside) return {Carriage::needs_sponsor, Change::keep(step_.new_length())};
        const auto put_behind = std::u16string_view(after_).substr(last.from, last.to - last.from);
        // What is put in at the edge of what goes belongs to what is beside it, but for the end of a last word.
        const bool with_end =
            (hunk.insert.empty() ? !is_blank(before_[hunk.to - 1]) : hunk.insert.ends_with(put_behind));
        const bool with_begin = (!hunk.insert.empty() && hunk.insert.starts_with(put));
        add(with_begin ? first.from : first.to, with_end ? last.to : last.from, hunk.insert);
    }
    carried.add_kept(step_.new_length() - at);
    if (carried.empty()) return {Carriage::moot, Change::keep(step_.new_length())};
    return {Carriage::clean, carried};
}

}  // namespace samrad::domain
