#include "features/comments/reached_comment.hpp"

#include <boost/json.hpp>

#include "features/comments/comment_json.hpp"
#include "storage/comments.hpp"

namespace samrad::features {

ReachedComment reach_comment(Work& work, domain::Act act, bool lock) {
    const auto id = work.id<CommentId>("comment");
    auto comment = lock ? storage::lock_comment(work.tx, id) : storage::find_comment(work.tx, id);
    if (!comment) throw missing();
    auto at = reach_document(work, comment->document, act);
    const bool moderates = domain::may(work.actor, domain::Act::moderate, at.scope);
    return {*std::move(comment), std::move(at), moderates};
}

http::Reply reply_comment(Work& work, CommentId id, int status) {
    const auto comment = *storage::find_comment(work.tx, id);
    const auto reached = reach_document(work, comment.document, domain::Act::read);
    const bool sees = domain::may_see_text(comment, work.actor.account,
                                           domain::may(work.actor, domain::Act::moderate, reached.scope));
    const auto supported = storage::supported_by(work.tx, work.actor.account, {id});
    return reply_json({{"comment", comment_json(comment, sees)},
                       {"mine", mine_json(comment, supported.contains(id), work.actor.account)}},
                      status);
}

void tell_comment(Work& work, const domain::Comment& comment) {
    const auto topic = "document:" + std::to_string(comment.document.value);
    work.tell(topic, "comment", comment.id.value);
    // A reply changes the count that its thread's first comment shows.
    if (comment.root) work.tell(topic, "comment", comment.root->value);
}

void tell_counted(Work& work, const domain::Comment& comment) {
    tell_comment(work, comment);
    if (!comment.amendment) return;
    work.tell("document:" + std::to_string(comment.document.value), "amendment", comment.amendment->value);
}

}  // namespace samrad::features
