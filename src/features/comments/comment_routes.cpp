#include "features/comments/comment_routes.hpp"

#include <memory>

#include "features/comments/thread_counts.hpp"

namespace samrad::features {

using http::Verb;

std::vector<ActionRoute> comment_routes(Texts& texts) {
    constexpr std::size_t comment_limit = 6 * domain::most_comment + 8 * 1024;
    const auto write = [&texts](Work& work) { return write_comment(work, texts); };
    const auto counts = std::make_shared<ThreadCounts>();
    const auto list = [counts](Work& work) { return list_comments(work, *counts); };
    return {
        {Verb::get, "/api/documents/{document}/comments", Needs::reader, list},
        {Verb::post, "/api/documents/{document}/comments", Needs::commenter, write, comment_limit},
        {Verb::get, "/api/comments/{comment}", Needs::reader, show_comment},
        {Verb::patch, "/api/comments/{comment}", Needs::author, edit_comment, comment_limit},
        {Verb::del, "/api/comments/{comment}", Needs::author, delete_comment},
        {Verb::get, "/api/comments/{comment}/thread", Needs::reader, show_thread},
        {Verb::get, "/api/comments/{comment}/history", Needs::reader, show_history},
        {Verb::put, "/api/comments/{comment}/support", Needs::commenter, support_comment},
        {Verb::del, "/api/comments/{comment}/support", Needs::commenter, withdraw_support},
        {Verb::post, "/api/comments/{comment}/resolution", Needs::editor, resolve_thread},
        {Verb::del, "/api/comments/{comment}/resolution", Needs::editor, reopen_thread},
        {Verb::post, "/api/comments/{comment}/hiding", Needs::moderator, hide_comment},
        {Verb::del, "/api/comments/{comment}/hiding", Needs::moderator, unhide_comment},
        {Verb::post, "/api/comments/{comment}/appeal", Needs::author, appeal_hiding},
        {Verb::get, "/api/processes/{process}/hidden", Needs::moderator, list_hidden},
    };
}

}  // namespace samrad::features
