// What can come of a vote on an amendment.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/names.hpp"
#include "base/problem.hpp"
#include "domain/amendment/amendment.hpp"

namespace samrad::domain {

// `open`: still to be voted on. `fallen`: another was adopted that excludes or covers it.
enum class VotingResult { open, adopted, adopted_changed, rejected, fallen, withdrawn };

struct VoteCount {
    std::optional<int> votes_for, votes_against, votes_abstain;
    bool operator==(const VoteCount&) const = default;
};

inline bool is_adoption(VotingResult result) {
    return result == VotingResult::adopted || result == VotingResult::adopted_changed;
}

// The merge room's decision that a result stands for.
MergeDecision decision_of(VotingResult result);

// What a result makes of a pending amendment for good. Nothing where that waits for the version with its text, or where
// nothing was voted.
std::optional<AmendmentState> outcome_of(const Amendment& amendment, VotingResult result);

// Nothing where `wanted` may be entered for an amendment whose result is `now`. `has_wording`: a body has published
// another wording that can be carried to the version. Codes: amendment.decided (in a version already), voting.decided
// (to be taken back first), voting.not_decided, amendment.needs_sponsor, amendment.no_wording; what only follows from
// another's result is input.not_a_choice.
std::optional<Problem> refuse_result(const Amendment& amendment, VotingResult now, VotingResult wanted,
                                     bool has_wording);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::VotingResult> =
    std::array<std::string_view, 6>{"open", "adopted", "adopted_changed", "rejected", "fallen", "withdrawn"};
