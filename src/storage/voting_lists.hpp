// Voting lists: the chair's order and what came of each vote, row by row.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "base/id.hpp"
#include "domain/amendment/voting.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct StoredOrder {
    std::int64_t number = 0;  // goes up with every change; 0 where the chair has changed nothing
    std::vector<AmendmentId> amendments;
};
StoredOrder voting_order(Transaction& tx, DocumentId document, int version);
void add_voting_order(Transaction& tx, DocumentId document, int version, const std::vector<AmendmentId>& amendments,
                      AccountId author);

struct StoredResult {
    std::int64_t id = 0;
    AmendmentId amendment;
    int version = 0;
    domain::VotingResult result = domain::VotingResult::open;
    std::optional<AmendmentId> because_of;
    domain::VoteCount votes;
    std::optional<BallotId> ballot;
    AccountId author;
    Time at;
};
// Of the value, id and at are ignored. The merge room's decision on the amendment follows it.
void add_voting_result(Transaction& tx, DocumentId document, const StoredResult& result);
// The last result of each amendment that has one, whatever version it was voted on with; those that were taken back
// are `open`.
std::map<AmendmentId, StoredResult> voting_results(Transaction& tx, DocumentId document);
// The same of these amendments of these documents alone, without those that are open.
std::map<AmendmentId, StoredResult> what_was_voted(Transaction& tx, const std::set<DocumentId>& documents,
                                                   const std::vector<AmendmentId>& amendments);
StoredResult voting_result(Transaction& tx, DocumentId document, AmendmentId amendment);
// All that was entered with a version before the meeting, what was taken back too, newest first.
std::vector<StoredResult> voting_log(Transaction& tx, DocumentId document, int version, int limit);
// The versions that were voted on, newest first.
std::vector<int> voted_versions(Transaction& tx, DocumentId document);

}  // namespace samrad::storage
