// What became of amendments: the same for everybody, on the page and on paper.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "domain/amendment/voting.hpp"
#include "features/json.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

// Of one that is adopted or rejected: by which body, with which version, when, how a meeting voted, and why.
struct Decided {
    struct Cause {
        AmendmentId id;
        int number;
    };
    int version = 0;
    bool taken = false;     // its words are in that version
    bool changed = false;   // in another wording
    bool left_out = false;  // it collided with others, and nothing of it was chosen
    std::optional<Time> at;
    UnitId by;
    std::string by_name;
    std::string reason;  // of editors, "" where they gave none
    std::optional<domain::VotingResult> result;
    domain::VoteCount votes;
    std::optional<Cause> because_of;  // the one whose adoption it fell for, or with which it was adopted
    std::optional<Cause> lost_to;     // whose words were chosen in the place of its own
};

// Of those that are decided. `voted` are the results that count.
std::map<AmendmentId, Decided> decided_by_amendment(storage::Transaction& tx,
                                                    const std::vector<domain::Amendment>& amendments,
                                                    const std::map<AmendmentId, storage::StoredResult>& voted);

// Without `stands`, which standing_words tells.
boost::json::object decided_json(const Decided& decided);

// {"for"?,"against"?,"abstain"?}
boost::json::object votes_json(const domain::VoteCount& votes);

}  // namespace samrad::features
