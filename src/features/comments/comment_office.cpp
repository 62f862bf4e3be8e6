// Acts of office on comments, and the author's appeal: the third part of comment_actions.hpp.
#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/comments/comment_actions.hpp"
#include "features/comments/reached_comment.hpp"
#include "features/texts.hpp"
#include "storage/comments.hpp"

namespace samrad::features {

using domain::Act;
using domain::CommentState;

namespace {

std::string object_of(const domain::Comment& comment) { return "comment:" + std::to_string(comment.id.value); }

// The author's own pages hear of what only the author may see.
void tell_author(Work& work, const domain::Comment& comment) {
    const auto author = comment.author.id.value;
    work.tell("account:" + std::to_string(author), "account", author);
}

void require_first_of_thread(const domain::Comment& comment) {
    if (comment.root) throw conflict("comment.not_a_thread");
}

}  // namespace

http::Reply resolve_thread(Work& work) {
    const auto [comment, at, moderates] = reach_comment(work, Act::edit, true);
    require_first_of_thread(comment);
    Body body(work.request);
    const auto answer = body.text("answer", 1, 5000);
    require(check_passage(answer, "answer"));
    body.done();
    if (comment.resolution) throw conflict("comment.is_resolved");
    storage::resolve_thread(work.tx, comment.id, work.actor.account, answer);
    work.record("resolve", object_of(comment));
    tell_comment(work, comment);
    return reply_comment(work, comment.id);
}

http::Reply reopen_thread(Work& work) {
    const auto [comment, at, moderates] = reach_comment(work, Act::edit, true);
    Body(work.request).done();
    require_first_of_thread(comment);
    storage::reopen_thread(work.tx, comment.id);
    work.record("reopen", object_of(comment));
    tell_comment(work, comment);
    return reply_comment(work, comment.id);
}

http::Reply hide_comment(Work& work) {
    const auto [comment, at, moderates] = reach_comment(work, Act::moderate, true);
    Body body(work.request);
    const auto reason = body.text("reason", 1, 1000);
    require(check_passage(reason, "reason"));
    body.done();
    if (comment.state != CommentState::shown) throw conflict("comment.is_gone");
    storage::hide_comment(work.tx, comment, work.actor.account, reason);
    work.record("hide", object_of(comment), reason);
    tell_counted(work, comment);
    tell_author(work, comment);
    return reply_comment(work, comment.id);
}

http::Reply unhide_comment(Work& work) {
    const auto [comment, at, moderates] = reach_comment(work, Act::moderate, true);
    Body(work.request).done();
    if (comment.state != CommentState::hidden) throw conflict("comment.is_not_hidden");
    storage::show_comment(work.tx, comment);
    work.record("unhide", object_of(comment));
    tell_counted(work, comment);
    tell_author(work, comment);
    return reply_comment(work, comment.id);
}

http::Reply appeal_hiding(Work& work) {
    const auto [comment, at, moderates] = reach_comment(work, Act::read, true);
    work.require_sign_in();
    if (comment.author.id != work.actor.account) throw forbidden("comment.not_yours");
    Body body(work.request);
    const auto text = body.text("text", 1, 2000);
    require(check_passage(text, "text"));
    body.done();
    if (comment.state != CommentState::hidden) throw conflict("comment.is_not_hidden");
    if (comment.appeal) throw conflict("comment.is_appealed");
    storage::appeal_hiding(work.tx, comment.id, text);
    tell_author(work, comment);
    return reply_comment(work, comment.id);
}

}  // namespace samrad::features
