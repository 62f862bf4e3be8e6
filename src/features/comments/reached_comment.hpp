// From a comment's id to the comment, with the permission asked on the way.
#pragma once

#include "domain/comment/comment.hpp"
#include "features/json.hpp"
#include "features/reach.hpp"

namespace samrad::features {

struct ReachedComment {
    domain::Comment comment;
    ReachedDocument at;
    bool moderates = false;
};

// The comment of the path's {comment}, where the actor may do the act on its document. `lock` keeps its row until the
// end.
ReachedComment reach_comment(Work& work, domain::Act act, bool lock = false);

// {"comment":…,"mine":{…}} as the actor sees the comment now.
http::Reply reply_comment(Work& work, CommentId comment, int status = 200);

// Everybody who reads the document hears that the comment changed.
void tell_comment(Work& work, const domain::Comment& comment);
// The same, where the number of comments on its subject changed too.
void tell_counted(Work& work, const domain::Comment& comment);

}  // namespace samrad::features
