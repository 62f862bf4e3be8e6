// What people do with ballots.
#pragma once

#include "features/json.hpp"
#include "features/perform.hpp"

namespace samrad::features {

http::Reply draft_ballot(Work& work);
http::Reply change_ballot(Work& work);
http::Reply show_ballot(Work& work);
http::Reply list_votes(Work& work);
http::Reply open_ballot(Work& work);
http::Reply close_ballot(Work& work);
http::Reply cast_vote(Work& work);

// For the pages that the server renders and for processes; they ask the permissions as the actions do. Drafts are seen
// by editors alone.
boost::json::object ballot_for(Work& work, BallotId ballot);
boost::json::array ballots_for(Work& work, ProcessId process);

}  // namespace samrad::features
