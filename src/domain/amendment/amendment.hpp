// Amendments as values, and the rules of their life.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/problem.hpp"
#include "base/time.hpp"
#include "domain/account/account.hpp"
#include "domain/amendment/carriage.hpp"
#include "domain/process/process.hpp"
#include "domain/text/change.hpp"
#include "domain/text/settled.hpp"

namespace samrad::domain {

// A principle is an instruction without text ("the programme shall name climate first").
enum class AmendmentKind { text, principle };
enum class AmendmentState { draft, submitted, withdrawn, adopted, rejected };
// What a sponsor says to where an amendment stands on a new version.
enum class CarriedAnswer { confirmed, objected };

struct Amendment {
    AmendmentId id;
    DocumentId document;
    int number = 0;   // "A 214"; 0 while a draft
    int version = 0;  // the version it was written on
    AmendmentKind kind = AmendmentKind::text;
    std::string change;       // ChangeSet JSON against `version`; "" for a principle
    std::string taken_words;  // see words_taken_by(); for search alone, not read back
    std::string instruction;
    std::string reason;
    Person sponsor;
    std::optional<UnitId> sponsor_unit;
    std::string sponsor_unit_name;
    AmendmentState state = AmendmentState::draft;
    int supports = 0;
    int member_supports = 0;    // of them by members
    int unit_supports = 0;      // of them by people of the units that its process names, where it names any
    int supporting_units = 0;   // of how many different units those are who count, where its process asks
    int supporters_needed = 0;  // by its process, before a body takes it up
    SupportersFrom supporters_from = SupportersFrom::everybody;
    int supporter_units_needed = 0;
    int comments = 0;
    Time at;
    std::optional<Time> submitted;
    // Of one that is adopted or rejected: the newest version once it was decided, be it made by that or not; when
    // (absent where it was not kept), which body decided, and why editors rejected or left it.
    std::optional<int> decided_version;
    std::optional<Time> decided;
    std::optional<UnitId> decided_by;
    std::string decided_by_name;
    std::string decided_reason;
    std::optional<Extent> extent;        // where a merge took it: how much of it the version has
    std::optional<AmendmentId> lost_to;  // whose words were chosen in the place of its own
    int now_version = 0;
    std::string now_change;  // carried to now_version; "" where it needs the sponsor, is moot, or is a principle
    Carriage carried = Carriage::clean;
    int line_from = 0;  // official lines of now_version; 0 for a principle
    int line_to = 0;
    std::optional<AmendmentId> forwarded_from;  // of another document, which a unit sent on as this one
    // The amendment that this one amends: then `change` is that one as this one would have it, on the version, and
    // `amended_change` is the wording of it that this one was written on, a ChangeSet JSON against `version`.
    std::optional<AmendmentId> amends;
    std::string amended_change;
    bool whole = false;  // another text in the place of the whole document: excludes every other amendment
    std::optional<CarriedAnswer> answer;     // to where it stands on now_version
    std::optional<AmendmentId> joined_into;  // withdrawn for this one, with which its sponsors went together
    // How many wordings it has had. Of one that its sponsor has said anew the last, a change of `worded_version`.
    int wording = 1;
    int worded_version = 0;
    std::string worded_change;
    std::optional<Time> worded;
};

// What its sponsor has said last: a change of the version that it was said on. Until they say it anew that is `change`.
struct LastWording {
    int version;
    const std::string& change;  // of the amendment, which must outlive it
};
LastWording last_wording(const Amendment& amendment);

enum class Verdict { adopt, reject, adopt_changed, refer, covered, none };

struct Recommendation {
    RecommendationId id;
    AmendmentId amendment;
    UnitId unit;
    std::string unit_name;
    Verdict verdict = Verdict::none;
    // The wording that the body had before it: its number, the version that it was written on, and, where the sponsor
    // has said it anew since, its words. What is outdated tells what the body said then and counts for nothing now.
    int wording = 1;
    int version = 0;
    bool outdated = false;
    std::string saw;
    std::string change;  // of adopt_changed: ChangeSet JSON against that version
    std::optional<UnitId> refer_to;
    std::optional<AmendmentId> covered_by;
    std::string reason;
    std::optional<int> votes_for, votes_against, votes_abstain;
    Person author;
    Time at;
    std::optional<Time> published;
    // Of those that count: the last word on the amendment. It is that of the last body of its process's chain that has
    // spoken, whenever that was; where the process has no chain, the last by time.
    bool last_word = false;
};

enum class MergeDecision { open, take, take_changed, leave };

// Whether an amendment is before the committee: submitted and not decided.
inline bool is_pending(const Amendment& amendment) { return amendment.state == AmendmentState::submitted; }

// The version that took its words in; nothing where it was rejected, and for a principle, which has none.
std::optional<int> taken_version(const Amendment& amendment);

// How many more have to support it before a body takes it up. A unit's amendment stands by itself, and the sponsor is
// not counted among the supporters.
int supporters_missing(const Amendment& amendment);
// Of how many more units somebody has to support it.
int supporter_units_missing(const Amendment& amendment);
// Nothing where a body may recommend on it and editors may take it up. Codes: amendment.needs_supporters and
// amendment.needs_units, with "missing".
std::optional<Problem> refuse_taking_up(const Amendment& amendment);

// Nothing where an amendment may be made to `amended`, which is of the same document. Codes: amendment.amends_one (it
// amends another itself), amendment.amended_not_text (a principle has no words), amendment.amended_gone (a draft, or
// not before the committee any more), amendment.needs_sponsor (its words have no place in the newest version).
std::optional<Problem> refuse_amending(const Amendment& amended);

// Nothing where the draft may be submitted at `at`, by somebody who has `pending` of their own before the committee
// (those on behalf of units do not count, and one on behalf of a unit is not counted). Codes: amendment.not_draft,
// amendment.deadline_passed, amendment.limit_reached with "most".
std::optional<Problem> refuse_submission(const Amendment& amendment, const AmendmentRules& rules, int pending, Time at);

// Nothing where the sponsor of `amendment` may answer to how it was carried, or join it to another. Codes:
// amendment.decided; amendment.own_version (it was written on the version where it stands: nobody has to ask).
std::optional<Problem> refuse_answer(const Amendment& amendment);
// Nothing where the sponsors of `amendment` may go together with those of `other`, of the same document, and withdraw
// theirs. Codes: amendment.decided, amendment.join_itself, amendment.join_gone (the other is not before the committee).
std::optional<Problem> refuse_joining(const Amendment& amendment, const Amendment& other);
// Nothing where a change says something. Codes: amendment.empty, amendment.space_only; field "changes".
std::optional<Problem> refuse_change(const Change& change, std::u16string_view text);

// What a change does, in one word; several where its parts differ. A move takes words away in one place and puts the
// very same in at another, white space aside.
enum class ChangeSort { insertion, deletion, replacement, move, several };
ChangeSort sort_of(const Change& change, std::u16string_view text);

// The beginning of the words that a change takes away, as UTF-8, at most 16 kB: by these too an amendment is found.
std::string words_taken_by(const Change& change, std::u16string_view text);

// The cap on what one amendment inserts, in UTF-16 units.
inline constexpr std::size_t most_amended = 400 * 1024;

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::AmendmentKind> =
    std::array<std::string_view, 2>{"text", "principle"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::AmendmentState> =
    std::array<std::string_view, 5>{"draft", "submitted", "withdrawn", "adopted", "rejected"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::Verdict> =
    std::array<std::string_view, 6>{"adopt", "reject", "adopt_changed", "refer", "covered", "none"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::MergeDecision> =
    std::array<std::string_view, 4>{"open", "take", "take_changed", "leave"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::ChangeSort> =
    std::array<std::string_view, 5>{"insertion", "deletion", "replacement", "move", "several"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::CarriedAnswer> =
    std::array<std::string_view, 2>{"confirmed", "objected"};
