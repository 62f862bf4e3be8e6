// Consultees: whom a consultation is sent to, and which of them must be heard before anything is decided.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/problem.hpp"
#include "base/time.hpp"
#include "domain/process/process.hpp"

namespace samrad::domain {

// How far it has come with a consultee. Who has answered has, whatever came before.
enum class ConsulteeState { unsent, sent, opened, declined, answered };

// A unit, or an organisation outside of the tree, by name and address.
struct Consultee {
    ConsulteeId id;
    ConsultationId consultation;
    std::optional<UnitId> unit;
    std::string name;   // the unit's, or the organisation's
    std::string email;  // "" where there is none
    bool must_be_heard = false;
    std::optional<Time> sent;
    std::optional<Time> opened;
    std::optional<Time> reminded;
    std::optional<Time> heard;  // when its answer first counted
    std::optional<Time> declined;
    std::string declined_word;
    std::optional<Time> waived;
    std::string waived_by;  // the editor's name
    std::string waiver_reason;
};

// At most so many for one consultation.
inline constexpr int most_consultees = 2000;
// Nobody is reminded twice within this time, nor right after the first mail.
inline constexpr std::chrono::hours between_reminders{24};

ConsulteeState state_of(const Consultee& consultee);
// Whether a stage that decides waits for it: it must be heard, has not answered, and was not waived. Declining to
// answer is no waiver: that an editor decides, and says why.
bool is_awaited(const Consultee& consultee);
// Whether a reminder goes to it now: it was sent, has neither answered nor declined, and the last mail is old enough.
bool is_to_remind(const Consultee& consultee, Time at);

// Why nobody more can be made to be heard: the process is at a stage that decides, and what has begun does not end
// again. Code consultee.stage_begun.
std::optional<Problem> refuse_requirement(StageKind stage);
// Why it can not be waived: it need not be heard (consultee.not_required) or has been (consultee.answered).
std::optional<Problem> refuse_waiver(const Consultee& consultee);
// Why it cannot decline: it was not sent (consultee.not_sent) or has answered (consultee.answered).
std::optional<Problem> refuse_declining(const Consultee& consultee);
// Why it cannot be taken off the list: it has been written to. Code consultee.sent.
std::optional<Problem> refuse_removal(const Consultee& consultee);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::ConsulteeState> =
    std::array<std::string_view, 5>{"unsent", "sent", "opened", "declined", "answered"};
