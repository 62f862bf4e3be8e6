#include "domain/amendment/amendment.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "domain/text/gathering.hpp"

namespace samrad::domain {

namespace {

bool is_blank(char16_t c) { return c == u' ' || c == u'\n' || c == u'\t'; }

std::u16string_view without_space(std::u16string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

bool same_but_for_space(std::u16string_view a, std::u16string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    for (;;) {
        while (i < a.size() && is_blank(a[i])) ++i;
        while (j < b.size() && is_blank(b[j])) ++j;
        if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
        if (a[i++] != b[j++]) return false;
    }
}

}  // namespace

LastWording last_wording(const Amendment& amendment) {
    if (amendment.wording == 1) return {amendment.version, amendment.change};
    return {amendment.worded_version, amendment.worded_change};
}

std::optional<int> taken_version(const Amendment& amendment) {
    const bool taken = amendment.state == AmendmentState::adopted && amendment.kind == AmendmentKind::text;
    return taken ? amendment.decided_version : std::nullopt;
}

int supporters_missing(const Amendment& amendment) {
    const int counted = amendment.supporters_from == SupportersFrom::members ? amendment.member_supports
                        : amendment.supporters_from == SupportersFrom::units ? amendment.unit_supports
                                                                             : amendment.supports;
    return amendment.sponsor_unit ? 0 : std::max(0, amendment.supporters_needed - counted);
}

int supporter_units_missing(const Amendment& amendment) {
    return amendment.sponsor_unit ? 0 : std::max(0, amendment.supporter_units_needed - amendment.supporting_units);
}

std::optional<Problem> refuse_taking_up(const Amendment& amendment) {
    const int people = supporters_missing(amendment);
    const int units = supporter_units_missing(amendment);
    if (people == 0 && units == 0) return std::nullopt;
    auto problem = conflict(people > 0 ? "amendment.needs_supporters" : "amendment.needs_units");
    problem.facts.emplace_back("missing", std::to_string(people > 0 ? people : units));
    return problem;
}

std::optional<Problem> refuse_amending(const Amendment& amended) {
    if (amended.amends) return conflict("amendment.amends_one");
    if (amended.kind != AmendmentKind::text) return conflict("amendment.amended_not_text");
    if (!is_pending(amended)) return conflict("amendment.amended_gone");
    if (amended.carried != Carriage::clean) return conflict("amendment.needs_sponsor");
    return std::nullopt;
}

std::optional<Problem> refuse_submission(const Amendment& amendment, const AmendmentRules& rules, int pending,
                                         Time at) {
    if (amendment.state != AmendmentState::draft) return conflict("amendment.not_draft");
    if (rules.until && at > *rules.until) return conflict("amendment.deadline_passed");
    if (amendment.sponsor_unit || rules.each == 0 || pending < rules.each) return std::nullopt;
    auto problem = conflict("amendment.limit_reached");
    problem.facts.emplace_back("most", std::to_string(rules.each));
    return problem;
}

std::optional<Problem> refuse_answer(const Amendment& amendment) {
    if (!is_pending(amendment)) return conflict("amendment.decided");
    if (last_wording(amendment).version == amendment.now_version) return conflict("amendment.own_version");
    return std::nullopt;
}

std::optional<Problem> refuse_joining(const Amendment& amendment, const Amendment& other) {
    if (!is_pending(amendment)) return conflict("amendment.decided");
    if (amendment.id == other.id) return conflict("amendment.join_itself");
    if (!is_pending(other) || other.amends != amendment.amends) return conflict("amendment.join_gone");
    return std::nullopt;
}

std::optional<Problem> refuse_change(const Change& change, std::u16string_view text) {
    // What is taken away and put in again at its place says nothing either.
    if (change.empty() || *change.apply(text) == text) return invalid("amendment.empty", "changes");
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

namespace {

// The words that go are the words that come, in other places.
bool is_move(const std::vector<Hunk>& hunks, std::u16string_view text) {
    std::vector<std::u16string_view> gone;
    std::vector<std::u16string_view> come;
    for (const auto& hunk : hunks) {
        const auto taken = without_space(text.substr(hunk.from, hunk.to - hunk.from));
        const auto put = without_space(hunk.insert);
        if (!taken.empty() && !put.empty()) return false;
        if (!taken.empty()) gone.push_back(taken);
        if (!put.empty()) come.push_back(put);
    }
    std::sort(gone.begin(), gone.end());
    std::sort(come.begin(), come.end());
    return !gone.empty() && gone == come;
}

}  // namespace

std::string words_taken_by(const Change& change, std::u16string_view text) {
    std::u16string words;
    for (const auto& hunk : hunks_of(change, text)) {
        words += text.substr(hunk.from, hunk.to - hunk.from);
        words += u' ';
    }
    constexpr std::size_t most = 5'000;  // of three bytes each at the most
    if (words.size() > most) words.resize(most);
    if (!words.empty() && (words.back() & 0xFC00) == 0xD800) words.pop_back();
    return to_utf8(words);
}

ChangeSort sort_of(const Change& change, std::u16string_view text) {
    const auto hunks = hunks_of(change, text);
    if (is_move(hunks, text)) return ChangeSort::move;
    bool inserts = false;
    bool deletes = false;
    bool replaces = false;
    for (const auto& hunk : hunks) {
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
