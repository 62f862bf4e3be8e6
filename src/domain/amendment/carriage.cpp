// Carrying an amendment over a new version.
//
// Idea: the version's step and the amendment are two changes of one text, so the question is the one that two
// amendments pose each other: do they meet? Where not, the amendment is what is left of both once the step is done.
// Where they meet, a person decides, unless nothing is left to decide: the step does all that the amendment wants, or
// deletes all that it speaks of.
// A correction of typing errors may touch the clause of every amendment and must ruin none: that part is in
// over_correction.cpp.
#include "domain/amendment/carriage.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace samrad::domain {

namespace {

std::u16string_view trimmed(std::u16string_view text) {
    const auto first = text.find_first_not_of(u" \n\t");
    return first == text.npos ? text.substr(0, 0) : text.substr(first, text.find_last_not_of(u" \n\t") - first + 1);
}

// In what a change takes away, and puts in nowhere else.
bool lies_in_deletion(const Hunk& hunk, const Gathering& all, std::size_t change) {
    const auto& hunks = all.hunks(change);
    for (std::size_t i = 0; i < hunks.size(); ++i) {
        const auto& gone = hunks[i];
        const bool holds = gone.insert.empty() && gone.from <= hunk.from && hunk.to <= gone.to && gone.from < gone.to;
        if (holds) return all.ends_of_move(change, i).empty();
    }
    return false;
}

// A change of a part of a text as one of the text, which is longer (or shorter) by so much before and behind what it
// changes.
Change within(const Change& change, std::ptrdiff_t before, std::ptrdiff_t behind) {
    Change moved;
    std::size_t inserted = 0;
    const auto& sections = change.sections();
    if (sections.empty() || !sections.front().kept) moved.add_kept(std::size_t(before));
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const auto& section = sections[i];
        if (section.kept) {
            const auto more = (i == 0 ? before : 0) + (i + 1 == sections.size() ? behind : 0);
            moved.add_kept(std::size_t(std::ptrdiff_t(section.length) + more));
        } else {
            moved.add_replaced(section.length, change.inserted().substr(inserted, section.inserted));
            inserted += section.inserted;
        }
    }
    if (!sections.empty() && !sections.back().kept) moved.add_kept(std::size_t(behind));
    return moved;
}

}  // namespace

Carrier::Carrier(std::u16string_view before, const Change& step, bool correction)
    : before_(before),
      step_(step),
      correction_(correction),
      units_(clauses_of(before)),
      both_(before, units_),
      beside_(before, units_) {
    both_.add(step_);
    for (const auto& hunk : both_.hunks(the_step)) {
        const auto so_far = grown_.empty() ? 0 : grown_.back();
        grown_.push_back(so_far + std::ptrdiff_t(hunk.insert.size()) - std::ptrdiff_t(hunk.to - hunk.from));
    }
    if (!correction_) return;
    after_ = *step_.apply(before_);
    find_mended();
}

// A version may change a thousand places, and an amendment mostly one: only what lies about it is woven with it, and
// what the step does before and behind that moves it as a whole.
Change Carrier::rest_beside_step() {
    const auto& step = both_.hunks(the_step);
    const auto& wanted = both_.hunks(the_amendment);
    const auto begin =
        std::partition_point(step.begin(), step.end(), [&](const Hunk& hunk) { return hunk.to < wanted.front().from; });
    const auto end =
        std::partition_point(begin, step.end(), [&](const Hunk& hunk) { return hunk.from <= wanted.back().to; });
    beside_.keep_first(0);
    beside_.add_hunks({begin, end});
    beside_.add_hunks(wanted);
    const std::size_t all[] = {the_step, the_amendment};
    const auto rest = rest_of(beside_.weave(all), the_step);
    const auto grown_by = [&](auto past) {
        return past == step.begin() ? 0 : grown_[std::size_t(past - step.begin()) - 1];
    };
    const auto before = grown_by(begin);
    const auto behind = grown_by(step.end()) - grown_by(end);
    return within(rest, before, behind);
}

Rebased Carrier::carry(const Change& amendment) {
    const Change nothing = Change::keep(step_.new_length());
    both_.keep_first(1);
    both_.add(amendment);
    if (correction_) return over_correction();
    if (!both_.meetings_of(the_amendment).empty()) {
        const auto& wanted = both_.hunks(the_amendment);
        const bool gone = std::all_of(wanted.begin(), wanted.end(),
                                      [&](const Hunk& hunk) { return lies_in_deletion(hunk, both_, the_step); });
        return {gone ? Carriage::moot : Carriage::needs_sponsor, nothing};
    }
    if (both_.hunks(the_amendment).empty()) return {Carriage::moot, nothing};
    const auto rest = rest_beside_step();
    if (rest.empty()) return {Carriage::moot, nothing};
    return {Carriage::clean, rest};
}

bool says_already(const Change& amendment, std::u16string_view before, std::u16string_view now) {
    const auto made = amendment.apply(before);
    if (!made) return false;
    const auto wanted = clauses_of(*made);
    const auto clauses = clauses_of(now);
    std::unordered_set<std::u16string_view> said;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
        said.insert(trimmed(now.substr(clauses.starts[i], clauses.starts[i + 1] - clauses.starts[i])));
    }
    const auto is_said = [&](std::size_t i) {
        const auto clause =
            trimmed(std::u16string_view(*made).substr(wanted.starts[i], wanted.starts[i + 1] - wanted.starts[i]));
        return clause.empty() || said.contains(clause);
    };
    for (const auto& range : changed_ranges(amendment)) {
        const std::u16string_view put = std::u16string_view(*made).substr(range.from_b, range.to_b - range.from_b);
        if (trimmed(put).empty()) continue;
        // With the whole of its sentence: a clause of one word may stand anywhere.
        auto first = wanted.at(range.from_b), last = wanted.at(range.to_b - 1);
        const auto goes_on = [&](std::size_t i) {  // in the clause behind
            const auto from = wanted.starts[i];
            const auto clause = std::u16string_view(*made).substr(from, wanted.starts[i + 1] - from);
            const auto end = trimmed(clause);
            return clause.find(u'\n') == clause.npos && !end.empty() &&
                   std::u16string_view(u".!?").find(end.back()) == end.npos;
        };
        while (first > 0 && goes_on(first - 1)) --first;
        while (last + 1 < wanted.size() && goes_on(last)) ++last;
        for (auto i = first; i <= last; ++i) {
            if (!is_said(i)) return false;
        }
    }
    return true;
}

}  // namespace samrad::domain
