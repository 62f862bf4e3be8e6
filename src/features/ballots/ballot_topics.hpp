// Who hears of a ballot.
#pragma once

#include <string>
#include <vector>

#include "domain/ballot/ballot.hpp"
#include "live/hub.hpp"

namespace samrad::features {

// The process first, then the document: topics are locked in this order everywhere.
inline std::vector<live::Topic> topics_of(const domain::Ballot& ballot) {
    std::vector<live::Topic> topics{"process:" + std::to_string(ballot.process.value)};
    if (ballot.rules.document) topics.push_back("document:" + std::to_string(ballot.rules.document->value));
    return topics;
}

inline std::string name_in_audit_trail(BallotId ballot) { return "ballot:" + std::to_string(ballot.value); }

}  // namespace samrad::features
