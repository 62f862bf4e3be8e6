// What the merge room's acts on decisions share: what has been decided, and whether something may be decided now.
#pragma once

#include <map>
#include <vector>

#include "features/amendments/merge_room.hpp"

namespace samrad::features {

using MergeDecisions = std::map<AmendmentId, storage::DecidedAmendment>;

// The document of the path, where the actor may edit it.
ReachedDocument reach_room(Work& work);
// Everybody who has the room open hears that it changed.
void tell_room(Work& work, DocumentId document);

// The refusal of what was decided on something that a colleague has decided otherwise since, or said why otherwise.
Problem decided_meanwhile(Work& work, const storage::DecidedAmendment& decided, int number);
Problem reason_meanwhile(Work& work, const storage::DecidedAmendment& decided);

// What an editor saw of an amendment, the reason where they say so.
struct SeenDecision {
    domain::MergeDecision decision = domain::MergeDecision::open;
    std::optional<std::string> reason;
};
// Throws merge.decided_meanwhile or merge.reason_meanwhile where that is not how it stands.
void require_seen(Work& work, const MergeDecisions& decisions, const domain::Amendment& amendment,
                  const SeenDecision& seen);

// The amendments of a locked document that are named, by id. Throws where one of them is none of its, or is decided or
// voted on; `field` is the one that names them.
std::vector<domain::Amendment> amendments_to_decide(Work& work, const domain::Document& document,
                                                    const std::vector<AmendmentId>& named,
                                                    std::string_view field = "amendments");

// Throws why these amendments may not stand so together, with what else is decided: one that waits for supporters, one
// beside a counter-draft, one that amends another which is not taken, one without words.
void require_may_stand(Work& work, const domain::Document& document, const MergeDecisions& decisions,
                       const std::vector<domain::Amendment>& amendments,
                       const std::map<AmendmentId, domain::MergeDecision>& wanted, Texts& texts);

}  // namespace samrad::features
