// The merge room of a version, worked out from what is stored.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "domain/text/merge.hpp"
#include "features/json.hpp"
#include "features/reach.hpp"
#include "features/texts.hpp"
#include "storage/merges.hpp"

namespace samrad::features {

struct Room {
    std::shared_ptr<const Text> text;
    std::vector<domain::Amendment> pending;
    std::map<AmendmentId, storage::DecidedAmendment> decisions;
    std::vector<storage::HandText> hands;
    std::vector<std::size_t> taken;  // indexes into pending, one for each change that was merged
    domain::Merged merged;
};

// Of the document's newest version. The document's row should be locked where something is decided on it.
Room open_room(Work& work, const domain::Document& document, Texts& texts);

// What editors have decided about an amendment; open where they have not.
domain::MergeDecision decision_on(const Room& room, AmendmentId amendment);

// The wording that a body recommends, on the newest version; nothing where there is none or it cannot be carried.
std::optional<domain::Change> recommended_wording(Work& work, const domain::Document& document,
                                                  const domain::Amendment& amendment, Texts& texts);

boost::json::object room_json(Work& work, const domain::Document& document, const Room& room);

}  // namespace samrad::features
