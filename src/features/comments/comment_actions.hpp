// What people do with comments.
#pragma once

#include "features/json.hpp"
#include "features/perform.hpp"
#include "features/texts.hpp"

namespace samrad::features {

class ThreadCounts;

// Reading.
http::Reply list_comments(Work& work, ThreadCounts& counts);
http::Reply show_thread(Work& work);
http::Reply show_comment(Work& work);
http::Reply show_history(Work& work);
http::Reply list_hidden(Work& work);

// Writing.
http::Reply write_comment(Work& work, Texts& texts);
http::Reply edit_comment(Work& work);
http::Reply delete_comment(Work& work);
http::Reply support_comment(Work& work);
http::Reply withdraw_support(Work& work);

// Acts of office, and the answer to one.
http::Reply resolve_thread(Work& work);
http::Reply reopen_thread(Work& work);
http::Reply hide_comment(Work& work);
http::Reply unhide_comment(Work& work);
http::Reply appeal_hiding(Work& work);

// The path of the page on which a comment stands, for those who may read it.
std::string page_of_comment(Work& work, CommentId comment);

// The body of a "comment" event.
boost::json::object comment_event(storage::Transaction& tx, CommentId comment);

}  // namespace samrad::features
