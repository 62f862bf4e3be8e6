#include "domain/ballot/ballot.hpp"

#include <set>

#include "base/utf8.hpp"
#include "domain/account/account.hpp"

namespace samrad::domain {

namespace {

std::optional<Problem> check_options(const std::vector<std::string>& labels) {
    if (labels.size() < 2 || labels.size() > 50) return invalid("ballot.option_count", "choices");
    std::set<std::string> seen;
    for (const auto& label : labels) {
        if (!is_plain_line(label, 200)) return invalid("ballot.option_invalid", "choices");
        if (!seen.insert(trimmed(label)).second) return invalid("ballot.option_twice", "choices");
    }
    return std::nullopt;
}

}  // namespace

std::optional<Problem> check_rules(const BallotRules& rules) {
    if (rules.question.empty()) return invalid("input.too_short", "question");
    if (code_points(rules.question) > 300) return invalid("input.too_long", "question");
    if (rules.kind == BallotKind::approval) {
        if (!rules.labels.empty()) return invalid("ballot.choices_given", "choices");
    } else if (auto problem = check_options(rules.labels)) {
        return problem;
    }
    if (rules.units.empty()) return invalid("ballot.units_missing", "units");
    if (rules.opens && rules.closes && *rules.closes <= *rules.opens) {
        return invalid("ballot.closes_before_opening", "closes");
    }
    return std::nullopt;
}

std::vector<std::string> choice_labels(const BallotRules& rules) {
    if (rules.kind == BallotKind::options) return rules.labels;
    return {approval_choices.begin(), approval_choices.end()};
}

std::optional<Problem> refuse_change(BallotState state) {
    if (state != BallotState::draft) return conflict("ballot.rules_fixed");
    return std::nullopt;
}

std::optional<Problem> refuse_opening(BallotState state, const std::optional<Time>& closes, StageKind stage, Time at) {
    if (auto problem = refuse_change(state)) return problem;
    if (!allows_votes(stage)) return conflict("vote.stage_closed");
    if (closes && *closes <= at) return conflict("ballot.closes_in_past");
    return std::nullopt;
}

std::optional<Problem> refuse_closing(BallotState state) {
    if (state == BallotState::draft) return conflict("ballot.not_open");
    return std::nullopt;
}

std::optional<Electorate> entitlement(const Ballot& ballot, const Voter& voter) {
    if (ballot.state == BallotState::draft || !ballot.opened) return std::nullopt;
    if (voter.in_electorate) return Electorate::members;
    // Whoever came after the opening could have come because of the votes so far.
    const bool was_there = voter.confirmed && *voter.confirmed < *ballot.opened;
    if (ballot.rules.admits_participants && was_there) return Electorate::participants;
    return std::nullopt;
}

bool takes_votes(BallotState state, const std::optional<Time>& closes, Time at) {
    return state == BallotState::open && (!closes || at < *closes);
}

bool results_are_visible(const Ballot& ballot) {
    return ballot.state == BallotState::closed ||
           (ballot.state == BallotState::open && ballot.rules.results_visible == ResultsVisible::always);
}

}  // namespace samrad::domain
