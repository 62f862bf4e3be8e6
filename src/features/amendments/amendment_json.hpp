// Amendments as JSON.
#pragma once

#include <vector>

#include "domain/amendment/amendment.hpp"
#include "features/json.hpp"
#include "features/perform.hpp"
#include "features/reach.hpp"
#include "features/texts.hpp"

namespace samrad::features {

// With its difference (on the version `text`, where its change applies), sponsors and published recommendations, the
// same for everybody: what events carry too.
boost::json::array amendments_json(storage::Transaction& tx, const std::vector<domain::Amendment>& amendments,
                                   Texts& texts);

// {"31":{"supported":true,"author":false,"sponsor":false,"kept":[…],"trail":{…}|null}} for those where the actor has
// something of it: `kept` are unpublished recommendations of bodies that the actor may speak for, `trail` is that of
// forwarding_trails.
boost::json::object mine_of_amendments(Work& work, const std::vector<domain::Amendment>& amendments, Texts& texts);

// The blocks that a change of a text touches, before and after, as rows of a comparison.
// The same of an amendment; of one that amends another the difference is against the words of that one, and lies where
// its change of `text` does.
boost::json::array difference_of(const domain::Amendment& amendment, const Text& text, const domain::Change& change);
boost::json::array difference_json(const Text& text, const domain::Change& change);
// [{"block","line_from","line_to","text"}]: the blocks of which a change of `own`, an older version, takes words or to
// which it puts some, as they stand in the newest text. What is gone from it is left out.
boost::json::array passages_now(const domain::Change& change, const Text& own, const Text& newest);

// {"code","facts"} of why the actor could not submit `amendment` now, so that it is known before it is written; null
// where nothing stands against it, and of an actor who is not signed in.
boost::json::value refusal_json(Work& work, const ReachedDocument& at, domain::Amendment amendment);

}  // namespace samrad::features
