#include "domain/consultation/consultee.hpp"

#include <algorithm>

namespace samrad::domain {

ConsulteeState state_of(const Consultee& consultee) {
    if (consultee.heard) return ConsulteeState::answered;
    if (consultee.declined) return ConsulteeState::declined;
    if (consultee.opened) return ConsulteeState::opened;
    return consultee.sent ? ConsulteeState::sent : ConsulteeState::unsent;
}

bool is_awaited(const Consultee& consultee) { return consultee.must_be_heard && !consultee.heard && !consultee.waived; }

bool is_to_remind(const Consultee& consultee, Time at) {
    if (!consultee.sent || consultee.heard || consultee.declined) return false;
    return std::max(*consultee.sent, consultee.reminded.value_or(*consultee.sent)) + between_reminders <= at;
}

std::optional<Problem> refuse_requirement(StageKind stage) {
    if (decides(stage)) return conflict("consultee.stage_begun");
    return std::nullopt;
}

std::optional<Problem> refuse_waiver(const Consultee& consultee) {
    if (!consultee.must_be_heard) return conflict("consultee.not_required");
    if (consultee.heard) return conflict("consultee.answered");
    return std::nullopt;
}

std::optional<Problem> refuse_declining(const Consultee& consultee) {
    if (!consultee.sent) return conflict("consultee.not_sent");
    if (consultee.heard) return conflict("consultee.answered");
    return std::nullopt;
}

std::optional<Problem> refuse_removal(const Consultee& consultee) {
    if (consultee.sent) return conflict("consultee.sent");
    return std::nullopt;
}

}  // namespace samrad::domain
