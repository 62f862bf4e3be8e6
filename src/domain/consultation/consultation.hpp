// A consultation: an open hearing with a form, within a process.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/problem.hpp"
#include "base/time.hpp"

namespace samrad::domain {

// How many answers one may give: one per person, one per code that was handed out, as many as one likes.
enum class Once { person, code, unlimited };

// Whose voice an answer is counted with; never mixed. Members of the party; units of the party, as bodies; the youth
// wing, unions and other organisations, by their members alone and by their units; all others.
enum class Voice { members, units, youth_wing, unions, organisations, everybody };

// unconfirmed: sent without a proof of work, and the mailed link was not used yet. held: waits for a moderator.
enum class AnswerState { draft, unconfirmed, held, submitted, refused, withdrawn, erased };

struct ConsultationRules {
    std::optional<DocumentId> document;
    int version = 0;  // of the document; 0 where there is none
    std::string title;
    std::string introduction;  // Markdown
    Time opens;
    Time closes;
    Once once = Once::person;
    bool allows_anonymous = true;
    bool holds_answers = false;      // until a moderator has looked at each
    bool publishes_answers = false;  // those whose author consents, once a moderator has let them in
    bool asks_proof = true;          // of work, or a mailed link, from who has neither account nor code
    int per_address = 20;            // answers from one network address a day
    std::string purpose;             // what the answers are used for
    Time erases;                     // when the answers are erased
};

struct Consultation {
    ConsultationId id;
    ProcessId process;
    ConsultationRules rules;
    int revision = 1;               // of its form
    std::optional<Time> published;  // nothing: a draft that editors alone see
};

// Codes: consultation.closes_before_opening (field "closes"), consultation.erases_before_closing (field "erases").
std::optional<Problem> check_consultation(const ConsultationRules& rules);
// Whether answers are taken: published, and between its times.
bool is_open(const Consultation& consultation, Time at);
// Why no answer is taken now: consultation.not_open_yet, consultation.closed. Nothing where one is.
std::optional<Problem> refuse_answer(const Consultation& consultation, Time at);
// Whether people have less than six weeks to answer, which is what parties hold to be the least.
bool is_short(const ConsultationRules& rules);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::Once> =
    std::array<std::string_view, 3>{"person", "code", "unlimited"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::Voice> =
    std::array<std::string_view, 6>{"members", "units", "youth_wing", "unions", "organisations", "public"};
template <>
inline constexpr auto samrad::names_of<samrad::domain::AnswerState> =
    std::array<std::string_view, 7>{"draft", "unconfirmed", "held", "submitted", "refused", "withdrawn", "erased"};
