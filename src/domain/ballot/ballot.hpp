// Ballots: questions that are voted on, and the rules of voting.
//
// A ballot is a draft, then open, then closed, and never goes back. Its rules are fixed at the opening, with the
// electorate: the confirmed members of the chosen units and of those below them. Participants, where they are admitted,
// are everybody else who may read the process and whose account was confirmed before the opening; they are counted
// apart.
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
#include "domain/process/process.hpp"

namespace samrad {

using ChoiceId = Id<struct ChoiceNoun>;

}  // namespace samrad

namespace samrad::domain {

enum class BallotKind { approval, options };
enum class Disclosure { named, result_only };
enum class ResultsVisible { after_close, always };
enum class BallotState { draft, open, closed };
enum class Electorate { members, participants };

struct Choice {
    ChoiceId id;
    std::string label;  // of an approval: one of approval_choices
};

// What an approval can be answered with, in the order of its choices.
inline constexpr std::array<std::string_view, 3> approval_choices{"for", "against", "abstain"};

// What an editor decides, and nobody changes after the opening.
struct BallotRules {
    std::optional<DocumentId> document;
    std::string question;
    std::string description;  // Markdown
    BallotKind kind = BallotKind::approval;
    std::vector<std::string> labels;  // of the options; none for an approval
    Disclosure disclosure = Disclosure::result_only;
    ResultsVisible results_visible = ResultsVisible::after_close;
    bool admits_participants = false;
    std::vector<UnitId> units;
    std::optional<Time> opens;
    std::optional<Time> closes;
};

struct Ballot {
    BallotId id;
    ProcessId process;
    BallotRules rules;
    std::vector<Choice> choices;  // in their order, of an approval too
    BallotState state = BallotState::draft;
    std::optional<Time> opened;
    std::optional<Time> closed;
    int electorate_size = 0;
    int voted_members = 0;
    int voted_participants = 0;
};

// Nothing where the rules can be voted by. Codes, each with its field: input.too_short, input.too_long (question),
// ballot.option_count (choices; 2 to 50), ballot.option_invalid (choices; a plain line of at most 200),
// ballot.option_twice (choices), ballot.choices_given (choices; an approval has its own), ballot.units_missing (units),
// ballot.closes_before_opening (closes).
std::optional<Problem> check_rules(const BallotRules& rules);
// The words that the choices of a ballot with these rules begin with.
std::vector<std::string> choice_labels(const BallotRules& rules);

// ballot.rules_fixed (conflict) unless it is a draft.
std::optional<Problem> refuse_change(BallotState state);
// ballot.rules_fixed unless it is a draft; vote.stage_closed unless the stage allows votes; ballot.closes_in_past where
// its time is over before it began.
std::optional<Problem> refuse_opening(BallotState state, const std::optional<Time>& closes, StageKind stage, Time at);
// ballot.not_open (conflict) for a draft. Closing what is closed changes nothing and is no mistake.
std::optional<Problem> refuse_closing(BallotState state);

// Who may vote in what way, apart from the state: in the frozen electorate, as a participant, or not at all.
struct Voter {
    bool in_electorate = false;
    std::optional<Time> confirmed;  // when the account's address was
};
std::optional<Electorate> entitlement(const Ballot& ballot, const Voter& voter);

// A closing time that has passed closes at once, whether or not the clock has written it down.
bool takes_votes(BallotState state, const std::optional<Time>& closes, Time at);

// Whether everybody may see the results now.
bool results_are_visible(const Ballot& ballot);

// A result that says how single people voted although it names nobody: so few electors that the others can be guessed.
inline constexpr int small_electorate = 3;

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::BallotKind> =
    std::array<std::string_view, 2>{"approval", "options"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::Disclosure> =
    std::array<std::string_view, 2>{"named", "result_only"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::ResultsVisible> =
    std::array<std::string_view, 2>{"after_close", "always"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::BallotState> =
    std::array<std::string_view, 3>{"draft", "open", "closed"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::Electorate> =
    std::array<std::string_view, 2>{"members", "participants"};
