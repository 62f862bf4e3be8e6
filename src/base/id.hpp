// Strong ids: an AccountId cannot be handed over where a UnitId is wanted.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace samrad {

// A database key of one noun. 0 is "none yet"; stored ids are positive.
template <class Noun>
struct Id {
    std::int64_t value = 0;
    explicit constexpr operator bool() const noexcept { return value > 0; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using AccountId = Id<struct AccountNoun>;
using UnitId = Id<struct UnitNoun>;
using StandingId = Id<struct StandingNoun>;
using InvitationId = Id<struct InvitationNoun>;
using ProcessId = Id<struct ProcessNoun>;
using StageId = Id<struct StageNoun>;
using DocumentId = Id<struct DocumentNoun>;
using CommentId = Id<struct CommentNoun>;
using BallotId = Id<struct BallotNoun>;
using AmendmentId = Id<struct AmendmentNoun>;
using RecommendationId = Id<struct RecommendationNoun>;
using ConsultationId = Id<struct ConsultationNoun>;
using AnswerId = Id<struct AnswerNoun>;
using ThemeId = Id<struct ThemeNoun>;
using MarkId = Id<struct MarkNoun>;
using SampleId = Id<struct SampleNoun>;
using RedactionId = Id<struct RedactionNoun>;
using SessionId = Id<struct SessionNoun>;

}  // namespace samrad

template <class Noun>
struct std::hash<samrad::Id<Noun>> {
    std::size_t operator()(samrad::Id<Noun> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
