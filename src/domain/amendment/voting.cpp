#include "domain/amendment/voting.hpp"

namespace samrad::domain {

MergeDecision decision_of(VotingResult result) {
    switch (result) {
        case VotingResult::open: return MergeDecision::open;
        case VotingResult::adopted: return MergeDecision::take;
        case VotingResult::adopted_changed: return MergeDecision::take_changed;
        case VotingResult::rejected:
        case VotingResult::fallen:
        case VotingResult::withdrawn: break;
    }
    return MergeDecision::leave;
}

std::optional<AmendmentState> outcome_of(const Amendment& amendment, VotingResult result) {
    switch (result) {
        case VotingResult::rejected:
        case VotingResult::fallen: return AmendmentState::rejected;
        case VotingResult::withdrawn: return AmendmentState::withdrawn;
        case VotingResult::adopted:
        case VotingResult::adopted_changed:
            if (amendment.kind == AmendmentKind::principle) return AmendmentState::adopted;
            break;
        case VotingResult::open: break;
    }
    return std::nullopt;
}

std::optional<Problem> refuse_result(const Amendment& amendment, VotingResult now, VotingResult wanted,
                                     bool has_wording) {
    if (wanted == VotingResult::fallen) return invalid("input.not_a_choice", "result");
    if (!is_pending(amendment)) return conflict("amendment.decided");
    if (wanted == VotingResult::open) {
        if (now == VotingResult::open) return conflict("voting.not_decided");
        return std::nullopt;
    }
    if (now != VotingResult::open) return conflict("voting.decided");
    const bool has_text = amendment.kind == AmendmentKind::principle || !amendment.now_change.empty();
    if (wanted == VotingResult::adopted && !has_text) return conflict("amendment.needs_sponsor");
    if (wanted == VotingResult::adopted_changed && !has_wording) return conflict("amendment.no_wording");
    return std::nullopt;
}

}  // namespace samrad::domain
