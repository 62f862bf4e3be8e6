#include "domain/consultation/consultation.hpp"

namespace samrad::domain {

std::optional<Problem> check_consultation(const ConsultationRules& rules) {
    if (rules.closes <= rules.opens) return invalid("consultation.closes_before_opening", "closes");
    if (rules.erases <= rules.closes) return invalid("consultation.erases_before_closing", "erases");
    return std::nullopt;
}

std::optional<Problem> refuse_answer(const Consultation& consultation, Time at) {
    if (!consultation.published || at < consultation.rules.opens) return conflict("consultation.not_open_yet");
    if (at >= consultation.rules.closes) return conflict("consultation.closed");
    return std::nullopt;
}

bool is_open(const Consultation& consultation, Time at) { return !refuse_answer(consultation, at); }

bool is_short(const ConsultationRules& rules) { return rules.closes - rules.opens < std::chrono::hours(24 * 42); }

}  // namespace samrad::domain
