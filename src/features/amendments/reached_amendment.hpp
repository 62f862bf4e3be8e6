// From an amendment's id to the amendment, with the permission asked on the way.
#pragma once

#include <map>

#include "domain/amendment/amendment.hpp"
#include "features/reach.hpp"
#include "features/texts.hpp"

namespace samrad::features {

struct ReachedAmendment {
    domain::Amendment amendment;
    ReachedDocument at;
};

// The amendment of the path's {amendment}, where the actor may do the act on its document. A draft exists for its
// sponsor alone. `lock` keeps the document's row and then its own until the end, in that order everywhere: so nothing
// is decided about an amendment while a version is made that carries it, and no two acts wait for each other.
ReachedAmendment reach_amendment(Work& work, domain::Act act, bool lock = false);

// Whether the actor acts as its sponsor: for a unit's amendment whoever may speak for the unit now, whoever wrote it;
// for any other, and for a draft, its author. `require_sponsor` refuses others: unauthenticated, or
// amendment.not_yours.
// `known` remembers of several amendments for which units the actor speaks.
using SpokenUnits = std::map<UnitId, bool>;
bool acts_as_sponsor(Work& work, const domain::Amendment& amendment, SpokenUnits* known = nullptr);
void require_sponsor(Work& work, const domain::Amendment& amendment);

// Whether a meeting has voted on it, and has not taken the result back.
bool is_voted_on(Work& work, const domain::Amendment& amendment);

// The refusal of an act on several amendments because of some of them: "count", the "numbers" of the first 20 and, so
// that whoever asked can leave them out, "amendments", the ids of all, "12,15".
Problem naming(Problem problem, const std::vector<domain::Amendment>& culprits);
// The same for those that are not before the committee any more: amendment.withdrawn where all were withdrawn, else
// amendment.decided.
Problem not_pending(const std::vector<domain::Amendment>& gone);

// Those that amend an amendment whose words are others now: their sponsors are asked, and everybody is told.
void ask_those_amending(Work& work, const domain::Amendment& amended);

// Everybody who reads the document hears that the amendment is another now. Drafts are told to nobody.
void tell_amendment(Work& work, const domain::Amendment& amendment);

// amendment_writing.cpp: nothing where the deadline and the limit of the process would let its sponsor submit the draft
// now. Codes: those of domain::refuse_submission.
std::optional<Problem> refuse_submitting(Work& work, const ReachedDocument& at, const domain::Amendment& amendment);

// amendment_writing.cpp: gives a stored draft of a locked document its number and tells everybody. Throws why it may
// not be submitted (the deadline, a text that changed under it).
void submit_draft(Work& work, const ReachedDocument& at, domain::Amendment& amendment);

}  // namespace samrad::features
