#include "domain/comment/comment.hpp"

namespace samrad::domain {

bool may_see_text(const Comment& comment, AccountId reader, bool moderates) {
    switch (comment.state) {
        case CommentState::shown: return true;
        case CommentState::hidden: return moderates || (reader && reader == comment.author.id);
        case CommentState::deleted: return false;
    }
    return false;
}

std::optional<Problem> refuse_edit(const Comment& comment, AccountId who) {
    if (comment.author.id != who) return forbidden("comment.not_yours");
    if (comment.state == CommentState::deleted) return conflict("comment.is_deleted");
    if (comment.state == CommentState::hidden) return conflict("comment.is_hidden");
    return std::nullopt;
}

}  // namespace samrad::domain
