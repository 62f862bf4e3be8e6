// Merging by clauses.
//
// Idea: a change is a list of hunks. Each hunk touches clauses, or the gap between two clauses where it puts in whole
// clauses of its own. Hunks of two changes that touch nothing in common can be taken together: no clause then has
// words of both sides, which is what makes merging by words treacherous ("not" put in by one, "always" by the other).
// Hunks that are the same in both are one hunk. On the line where clause i is 2 i + 1 and the gap before it 2 i, what a
// hunk touches is an interval, so that finding all collisions is a sweep over sorted intervals.
//
// Example: "Dues are 120. Meet in 4." One writes "Dues are 130." (touches clause 0), another puts "Pay in cash. "
// between the two (gap 1): both are taken. A third writes "Fees are 120.": collides with the first.
// Counter-example: two that put different sentences into one gap collide, since somebody has to say which comes first;
// two new items of a list in one place do not, they come in the order of their words; nor do a sentence at the end of
// a paragraph and a paragraph behind it, of which either has its place.
//
// Since a selection is woven from the hunks of all its changes at once, sorted by place, the order in which
// changes are taken cannot matter. Cost: n log n for n hunks, plus the collisions found.
#include "domain/text/gathering.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <tuple>
#include <unordered_set>

#include "domain/text/line_kinds.hpp"
#include "domain/text/tokens.hpp"

namespace samrad::domain {

namespace {

// Whether a hunk, or what is behind it, would go on with the line before once `taking` took the line break between.
bool runs_into(const Hunk& hunk, const Hunk& taking, std::u16string_view text) {
    const auto gone = text.substr(taking.from, taking.to - taking.from);
    if (gone.find_first_not_of(u" \n") == gone.npos && hunk.from == taking.to && takes_lines(hunk, text)) return true;
    return hunk.from == taking.to && begins_line(taking.to, text) && !begins_line(taking.from, text) &&
           !taking.insert.ends_with(u'\n') && !hunk.insert.starts_with(u'\n');
}

// Whether a hunk stands behind all that `taking` takes away: as it is, or with its line breaks counted to the text
// behind it where whole lines go.
bool is_behind(const Hunk& hunk, const Hunk& taking, std::u16string_view text) {
    if (!stands_without(hunk, taking, text) || runs_into(hunk, taking, text)) return false;
    return hunk.from >= taking.to || (takes_lines(taking, text) && slides_behind(hunk, taking.to, text));
}

// Whether a line is an item or a row like the one behind which it stood, once what was between them is taken.
bool go_on_alike(const Hunk& taking, std::u16string_view text) {
    const auto line_before = text.substr(0, taking.from).substr(text.substr(0, taking.from).rfind(u'\n') + 1);
    const auto gone = text.substr(taking.from, taking.to - taking.from);
    const auto last = gone.substr(gone.rfind(u'\n') + 1);
    return (is_row(line_before) && is_row(last)) ||
           (is_list_item(line_before) && is_list_item(last) && indent_of(line_before) == indent_of(last));
}

// Whether what is put in at the gap that `taking` only reaches to is free of it.
bool is_free_behind(const Hunk& hunk, const Hunk& taking, const Touched& taken, std::u16string_view text) {
    if (taken.moves || takes_heading(taking, text)) return false;
    if (taken.to_line && !has_own_lines(hunk, text)) return false;
    if (taken.to_end && !hunk.insert.starts_with(u"\n\n") && !go_on_alike(taking, text)) return false;
    return (taken.to_space || taken.to_line || taken.to_end) && is_behind(hunk, taking, text);
}

// The same before lines that `taking` takes: lines of their own, with an empty one behind where that one goes.
bool is_free_before(const Hunk& hunk, const Hunk& taking, std::u16string_view text) {
    if (!has_own_lines(hunk, text)) return false;
    if (!text.substr(taking.from, taking.to - taking.from).ends_with(u"\n\n")) return true;
    const bool slides = slides_behind(hunk, taking.from, text);
    return (slides ? slid_behind(hunk, taking.from) : hunk).insert.ends_with(u"\n\n");
}

bool is_about_rows(const Hunk& hunk, std::u16string_view text) {
    return has_own_lines(hunk, text) || takes_lines(hunk, text) || takes_last_lines(hunk, text);
}

std::size_t own_first(const Touched& touched) { return touched.columns ? touched.own_first : touched.first; }
std::size_t own_last(const Touched& touched) { return touched.columns ? touched.own_last : touched.last; }

}  // namespace

void Gathering::add(const Change& change, bool whole) { add_hunks(hunks_of(change, text_), whole); }

void Gathering::add_hunks(std::vector<Hunk> hunks, bool whole) {
    whole_.push_back(whole);
    moves_.push_back(ends_of_moves(hunks, text_));
    touched_.push_back(touched_by_all(hunks, moves_.back(), text_, units_));
    hunks_.push_back(std::move(hunks));
}

// Whether they meet because one of them is another text in the place of all.
bool Gathering::are_whole(std::size_t a, std::size_t b) const {
    return (whole_[a] || whole_[b]) && !hunks_[a].empty() && !hunks_[b].empty() && hunks_[a] != hunks_[b];
}

// Whether a change takes words away to put them in again where the other, which takes them away too, does not.
bool Gathering::is_moved_otherwise(std::size_t change, std::size_t hunk, std::size_t other) const {
    const auto& ends = ends_of_move(change, hunk);
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::size_t end) { return !is_among(hunks_[change][end], hunks_[other]); });
}

// Whether a hunk puts in words that its change takes away just before a place of the text.
bool Gathering::brings_words_before(std::size_t change, std::size_t hunk, std::size_t place) const {
    const auto& ends = ends_of_move(change, hunk);
    return std::any_of(ends.begin(), ends.end(), [&](std::size_t end) {
        const auto& gone = hunks_[change][end];
        constexpr std::size_t near = 200;
        return gone.from < gone.to && gone.to <= place && place - gone.to <= near &&
               words_of(text_.substr(gone.to, place - gone.to)).empty();
    });
}

bool Gathering::collide(const Meeting& meeting) const {
    const auto& one = hunks_[meeting.a][meeting.one];
    const auto& other = hunks_[meeting.b][meeting.other];
    const auto mine = touched_[meeting.a][meeting.one];
    const auto theirs = touched_[meeting.b][meeting.other];
    if (mine.columns || theirs.columns) {
        // Rows that come or go have the cells of one side only.
        if (mine.columns != theirs.columns && is_about_rows(mine.columns ? other : one, text_)) return true;
        if (own_first(mine) > own_last(theirs) || own_first(theirs) > own_last(mine)) return false;
    }
    if (mine.last == theirs.first && !theirs.reframes && is_free_behind(other, one, mine, text_)) return false;
    if (theirs.last == mine.first && !mine.reframes && is_free_behind(one, other, theirs, text_)) return false;
    if (mine.from_line && mine.first == theirs.last && is_free_before(other, one, text_)) return false;
    if (theirs.from_line && theirs.first == mine.last && is_free_before(one, other, text_)) return false;
    if (one == other) {
        return is_moved_otherwise(meeting.a, meeting.one, meeting.b) ||
               is_moved_otherwise(meeting.b, meeting.other, meeting.a);
    }
    // What both say is agreed, whatever else either says beside it.
    if (is_among(one, hunks_[meeting.b]) || is_among(other, hunks_[meeting.a])) return false;
    // Nor is a sentence free of the paragraph that is made of the words before it.
    if (brings_words_before(meeting.a, meeting.one, other.from)) return true;
    if (brings_words_before(meeting.b, meeting.other, one.from)) return true;
    return !leave_each_other_alone(one, other, text_);
}

// From left to right: what begins is held against all that have not ended. `wanted` says of two changes whether their
// hunks are to be looked at, `found` is told of each meeting.
template <class Wanted, class Found>
void Gathering::sweep(Wanted wanted, Found found) const {
    struct Placed {
        Touched touched;
        std::size_t change, hunk;
    };
    std::vector<Placed> all;
    for (std::size_t change = 0; change < hunks_.size(); ++change) {
        for (std::size_t hunk = 0; hunk < hunks_[change].size(); ++hunk) {
            all.push_back({touched_[change][hunk], change, hunk});
        }
    }
    std::sort(all.begin(), all.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.touched.first, a.change, a.hunk) < std::tie(b.touched.first, b.change, b.hunk);
    });
    std::vector<Placed> open;  // those that reach as far as the sweep has come
    for (const auto& placed : all) {
        std::erase_if(open, [&](const Placed& before) { return before.touched.last < placed.touched.first; });
        for (const auto& before : open) {
            if (before.change == placed.change) continue;
            Meeting meeting{before.change, before.hunk, placed.change, placed.hunk};
            if (meeting.a > meeting.b) meeting = {placed.change, placed.hunk, before.change, before.hunk};
            if (are_whole(meeting.a, meeting.b)) continue;
            if (wanted(meeting.a, meeting.b) && collide(meeting)) found(meeting);
        }
        open.push_back(placed);
    }
    for (std::size_t one = 0; one < hunks_.size(); ++one) {
        if (!whole_[one]) continue;
        for (std::size_t other = 0; other < hunks_.size(); ++other) {
            if (other == one || (whole_[other] && other < one) || !are_whole(one, other)) continue;
            const auto [a, b] = std::minmax(one, other);
            if (wanted(a, b)) found(Meeting{a, 0, b, 0});
        }
    }
}

std::vector<Meeting> Gathering::meetings() const {
    std::vector<Meeting> found;
    sweep([](std::size_t, std::size_t) { return true; }, [&](const Meeting& meeting) { found.push_back(meeting); });
    std::sort(found.begin(), found.end(), [](const Meeting& a, const Meeting& b) {
        return std::tie(a.a, a.b, a.one, a.other) < std::tie(b.a, b.b, b.one, b.other);
    });
    return found;
}

std::vector<std::pair<std::size_t, std::size_t>> Gathering::pairs() const {
    std::unordered_set<std::uint64_t> known;
    const auto key = [](std::size_t a, std::size_t b) { return std::uint64_t(a) << 32 | b; };
    sweep([&](std::size_t a, std::size_t b) { return !known.contains(key(a, b)); },
          [&](const Meeting& meeting) { known.insert(key(meeting.a, meeting.b)); });
    std::vector<std::pair<std::size_t, std::size_t>> found;
    found.reserve(known.size());
    for (const auto pair : known) found.emplace_back(pair >> 32, pair & 0xFFFFFFFF);
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::size_t> Gathering::first_same() const {
    const auto less = [this](std::size_t a, std::size_t b) {
        const auto& [one, other] = std::tie(hunks_[a], hunks_[b]);
        return std::lexicographical_compare(
            one.begin(), one.end(), other.begin(), other.end(), [](const Hunk& x, const Hunk& y) {
                return std::tie(x.from, x.to, x.insert) < std::tie(y.from, y.to, y.insert);
            });
    };
    std::set<std::size_t, decltype(less)> known(less);
    std::vector<std::size_t> first;
    for (std::size_t i = 0; i < size(); ++i) first.push_back(hunks_[i].empty() ? i : *known.insert(i).first);
    return first;
}

std::vector<Meeting> Gathering::meetings_of(std::size_t change) const {
    std::vector<Meeting> found;
    for (std::size_t other = 0; other < hunks_.size(); ++other) {
        if (other == change) continue;
        if (are_whole(change, other)) {
            found.push_back({change, 0, other, 0});
            continue;
        }
        for (std::size_t i = 0; i < hunks_[change].size(); ++i) {
            const auto mine = touched_[change][i];
            for (std::size_t j = 0; j < hunks_[other].size(); ++j) {
                const auto theirs = touched_[other][j];
                if (theirs.first > mine.last || theirs.last < mine.first) continue;
                const Meeting meeting{change, i, other, j};
                if (collide(meeting)) found.push_back(meeting);
            }
        }
    }
    return found;
}

}  // namespace samrad::domain
