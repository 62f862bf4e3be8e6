// The voting list of a document's newest version, worked out from what is stored.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "domain/amendment/voting.hpp"
#include "domain/amendment/voting_order.hpp"
#include "features/json.hpp"
#include "features/reach.hpp"
#include "features/texts.hpp"
#include "storage/voting_lists.hpp"

namespace samrad::features {

struct VotingList {
    DocumentId document;
    std::shared_ptr<const Text> text;
    std::vector<domain::Amendment> pending;  // the order's contenders: those that have the supporters they need
    std::map<AmendmentId, std::size_t> index_of;
    std::vector<domain::Recommendation> recommendations;  // published ones
    std::unique_ptr<domain::VotingOrder> rule;
    std::vector<domain::VotingItem> items;  // in the chair's order; what is voted on and what is not are never one item
    storage::StoredOrder put;
    std::map<AmendmentId, storage::StoredResult> results;

    domain::VotingResult result_of(std::size_t contender) const;
    // The item that a contender is in.
    const domain::VotingItem& item_of(std::size_t contender) const;
};
VotingList open_voting_list(Work& work, const domain::Document& document, Texts& texts);

// What a result of one amendment means for the others that are still open: those of the same vote and those that are
// adopted along get the same result, others fall.
domain::Consequence consequence_of(Work& work, const domain::Document& document, const VotingList& list,
                                   std::size_t contender, domain::VotingResult result, Texts& texts);

boost::json::object voting_list_json(Work& work, const domain::Document& document, const VotingList& list);
// Of an older version: what was voted on, in that order.
boost::json::object voted_list_json(Work& work, const domain::Document& document, int version);
boost::json::array results_json(storage::Transaction& tx, const std::vector<storage::StoredResult>& results);

// What the text would be, where it changes, were a result entered: {blocks, disputes}. Built on results alone, since
// anybody may see it: nothing of what editors only consider.
boost::json::object supposed_text_json(Work& work, const domain::Document& document, const VotingList& list,
                                       std::size_t contender, domain::VotingResult result,
                                       const domain::Consequence& consequence, Texts& texts);

}  // namespace samrad::features
