#include "domain/amendment/amendment.hpp"

#include <algorithm>

#include "domain/text/gathering.hpp"

namespace samrad::domain {

namespace {

bool same_but_for_space(std::u16string_view a, std::u16string_view b) {
    const auto blank = [](char16_t c) { return c == u' ' || c == u'\n' || c == u'\t'; };
    std::size_t i = 0;
    std::size_t j = 0;
    for (;;) {
        while (i < a.size() && blank(a[i])) ++i;
        while (j < b.size() && blank(b[j])) ++j;
        if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
        if (a[i++] != b[j++]) return false;
    }
}

}  // namespace

int supporters_missing(const Amendment& amendment) {
    return amendment.sponsor_unit ? 0 : std::max(0, amendment.supporters_needed - amendment.supports);
}

std::optional<Problem> refuse_taking_up(const Amendment& amendment) {
    const int missing = supporters_missing(amendment);
    if (missing == 0) return std::nullopt;
    auto problem = conflict("amendment.needs_supporters");
    problem.facts.emplace_back("missing", std::to_string(missing));
    return problem;
}

std::optional<Problem> refuse_amending(const Amendment& amended) {
    if (amended.amends) return conflict("amendment.amends_one");
    if (amended.kind != AmendmentKind::text) return conflict("amendment.amended_not_text");
    if (!is_pending(amended)) return conflict("amendment.amended_gone");
    if (amended.carried != Carriage::clean) return conflict("amendment.needs_sponsor");
    return std::nullopt;
}

std::optional<Problem> refuse_submission(const Amendment& amendment, const std::optional<Time>& until, Time at) {
    if (amendment.state != AmendmentState::draft) return conflict("amendment.not_draft");
    if (until && at > *until) return conflict("amendment.deadline_passed");
    return std::nullopt;
}

std::optional<Problem> refuse_change(const Change& change, std::u16string_view text) {
    if (change.empty()) return invalid("amendment.empty", "changes");
    if (change.inserted().size() > most_amended) return invalid("amendment.too_large", "changes");
    const auto hunks = hunks_of(change, text);
    // A line break more can part a paragraph in two, so what counts is the whole of each hunk.
    const bool space_only = std::all_of(hunks.begin(), hunks.end(), [&](const Hunk& hunk) {
        return hunk.insert.find(u'\n') == std::u16string::npos &&
               same_but_for_space(text.substr(hunk.from, hunk.to - hunk.from), hunk.insert);
    });
    if (space_only) return invalid("amendment.space_only", "changes");
    return std::nullopt;
}

ChangeSort sort_of(const Change& change, std::u16string_view text) {
    bool inserts = false;
    bool deletes = false;
    bool replaces = false;
    for (const auto& hunk : hunks_of(change, text)) {
        if (hunk.from == hunk.to) {
            inserts = true;
        } else if (hunk.insert.empty()) {
            deletes = true;
        } else {
            replaces = true;
        }
    }
    if (int(inserts) + int(deletes) + int(replaces) > 1) return ChangeSort::several;
    if (inserts) return ChangeSort::insertion;
    return deletes ? ChangeSort::deletion : ChangeSort::replacement;
}

}  // namespace samrad::domain
