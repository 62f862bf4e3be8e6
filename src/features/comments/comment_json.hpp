// Comments as JSON.
#pragma once

#include <set>
#include <vector>

#include "domain/comment/comment.hpp"
#include "features/json.hpp"

namespace samrad::features {

// A comment as everybody may see it, or, with `sees_text`, as its author and the moderators do while it is hidden.
boost::json::object comment_json(const domain::Comment& comment, bool sees_text = false);

// {"supported":…,"author":…,"editable_until":…}: what one comment is to the reader.
boost::json::object mine_json(const domain::Comment& comment, bool supported, AccountId reader);
// {"31":{…}} for those that concern the reader.
boost::json::object mine_json(const std::vector<domain::Comment>& comments, const std::set<CommentId>& supported,
                              AccountId reader);

}  // namespace samrad::features
