// What people do with amendments. Each action reads as permit, load, decide, store, tell, return.
#pragma once

#include "features/perform.hpp"
#include "features/texts.hpp"

namespace boost {
namespace json {
class object;
}
}  // namespace boost

namespace samrad::features {

// amendment_preview.cpp
http::Reply preview_amendment(Work& work, Texts& texts);

// amendment_writing.cpp
http::Reply draft_amendment(Work& work, Texts& texts);
http::Reply change_amendment(Work& work, Texts& texts);
http::Reply discard_amendment(Work& work);
http::Reply submit_amendment(Work& work, Texts& texts);
http::Reply reword_amendment(Work& work, Texts& texts);
http::Reply withdraw_amendment(Work& work, Texts& texts);
http::Reply take_over_amendment(Work& work, Texts& texts);

// amendment_reading.cpp
http::Reply list_amendments(Work& work, Texts& texts);
http::Reply show_amendment(Work& work, Texts& texts);
http::Reply list_my_amendments(Work& work, Texts& texts);
http::Reply show_blocks(Work& work, Texts& texts);
// {"amendment":…,"mine":{…}|null} as the actor sees it now.
http::Reply reply_amendment(Work& work, AmendmentId amendment, Texts& texts, int status = 200);
// The body of an event "amendment": the same for everybody.
boost::json::object amendment_event(storage::Transaction& tx, AmendmentId amendment, Texts& texts);

// origin_reading.cpp
http::Reply show_origin(Work& work, Texts& texts);

// cluster_reading.cpp
http::Reply show_clusters(Work& work, Texts& texts);

// amendment_backing.cpp
http::Reply support_amendment(Work& work);
http::Reply withdraw_amendment_support(Work& work);
http::Reply join_sponsors(Work& work, Texts& texts);
http::Reply leave_sponsors(Work& work, Texts& texts);
http::Reply answer_carriage(Work& work, Texts& texts);
http::Reply join_amendment(Work& work, Texts& texts);

// recommendation_actions.cpp
http::Reply recommend(Work& work, Texts& texts);
http::Reply publish_recommendations(Work& work, Texts& texts);
http::Reply list_unpublished(Work& work);
http::Reply dissent(Work& work, Texts& texts);

// merge_deciding.cpp
http::Reply decide_merge(Work& work, Texts& texts);
// merge_undo.cpp: takes back one's own decisions, reason or text
http::Reply undo_merge(Work& work, Texts& texts);
// merge_actions.cpp
http::Reply show_merge(Work& work, Texts& texts);
http::Reply give_merge_reason(Work& work, Texts& texts);
http::Reply write_by_hand(Work& work, Texts& texts);
http::Reply make_version(Work& work, Texts& texts);
http::Reply reject_amendment(Work& work, Texts& texts);

// forwarding.cpp
http::Reply forward_amendment(Work& work, Texts& texts);

// voting_actions.cpp
http::Reply order_votes(Work& work, Texts& texts);
http::Reply enter_voting_result(Work& work, Texts& texts);
http::Reply conclude_votes(Work& work, Texts& texts);

// voting_reading.cpp
http::Reply show_voting_list(Work& work, Texts& texts);
http::Reply show_voting_consequence(Work& work, Texts& texts);
// The body of an event "voting_list": which order stands now.
boost::json::object voting_list_event(storage::Transaction& tx, DocumentId document);
// The body of an event "voting_result": what came of an amendment's vote, the same for everybody.
boost::json::object voting_result_event(storage::Transaction& tx, AmendmentId amendment);

}  // namespace samrad::features
