// The reading half of comment_actions.hpp.
#include <boost/json.hpp>
#include <climits>

#include "features/comments/comment_actions.hpp"
#include "features/comments/comment_json.hpp"
#include "features/comments/reached_comment.hpp"
#include "features/comments/thread_counts.hpp"
#include "features/query.hpp"
#include "storage/amendments.hpp"
#include "storage/comments.hpp"
#include "storage/events.hpp"

namespace samrad::features {

namespace json = boost::json;
using domain::Act;

namespace {

// A page of comments as the reader sees them.
json::object list_json(Work& work, const std::vector<domain::Comment>& comments, bool moderates, bool more) {
    std::vector<CommentId> ids;
    for (const auto& comment : comments) ids.push_back(comment.id);
    json::array items;
    for (const auto& comment : comments) {
        items.push_back(comment_json(comment, domain::may_see_text(comment, work.actor.account, moderates)));
    }
    const auto next = more && !comments.empty() ? std::optional(comments.back().id.value) : std::nullopt;
    auto page = page_json(std::move(items), next);
    page["mine"] = mine_json(comments, storage::supported_by(work.tx, work.actor.account, ids), work.actor.account);
    return page;
}

bool asks_oldest_first(const http::Request& request) {
    const auto sort = request.query.find("sort");
    if (sort == request.query.end() || sort->second == "newest") return false;
    if (sort->second != "oldest") throw invalid("input.not_a_choice", "sort");
    return true;
}

// An amendment to the document that is no draft.
AmendmentId discussed(Work& work, DocumentId document) {
    const AmendmentId id{number_in(work, "amendment", INT_MAX)};
    const auto found = storage::find_amendment(work.tx, id);
    if (!found || found->document != document || found->state == domain::AmendmentState::draft) {
        throw invalid("comment.no_such_amendment", "amendment");
    }
    return id;
}

}  // namespace

http::Reply list_comments(Work& work, ThreadCounts& counts) {
    const auto reached = reach_document(work, work.id<DocumentId>("document"), Act::read);
    storage::ThreadQuery query;
    query.document = reached.document.id;
    const auto event = storage::event_head(work.tx, "document:" + std::to_string(query.document.value));
    query.oldest_first = asks_oldest_first(work.request);
    query.after = CommentId{page_cursor(work.request)};
    query.limit = page_limit(work.request);
    if (const auto block = work.request.query.find("block"); block != work.request.query.end()) {
        query.block = block_number(block->second);
        if (*query.block == 0) throw invalid("input.not_a_choice", "block");
    }
    if (!parameter(work, "amendment").empty()) query.amendment = discussed(work, query.document);
    const auto threads = storage::list_threads(work.tx, query);
    const bool moderates = domain::may(work.actor, Act::moderate, reached.scope);
    auto page = list_json(work, threads, moderates, int(threads.size()) == query.limit);
    if (query.after || query.amendment) return reply_json(page);
    auto text = json::serialize(page);
    text.pop_back();
    return http::Reply::json(text +
                             ",\"blocks\":" + *counts.get(work.tx, query.document, reached.document.head, event) + '}');
}

http::Reply show_thread(Work& work) {
    const auto reached = reach_comment(work, Act::read);
    const auto root_id = reached.comment.root.value_or(reached.comment.id);
    const CommentId after{page_cursor(work.request)};
    const int limit = page_limit(work.request);
    std::vector<domain::Comment> comments;
    if (!after) comments.push_back(*storage::find_comment(work.tx, root_id));
    const auto replies = storage::list_replies(work.tx, root_id, after, limit);
    comments.insert(comments.end(), replies.begin(), replies.end());
    return reply_json(list_json(work, comments, reached.moderates, int(replies.size()) == limit));
}

http::Reply show_comment(Work& work) { return reply_comment(work, reach_comment(work, Act::read).comment.id); }

http::Reply show_history(Work& work) {
    const auto reached = reach_comment(work, Act::read);
    if (!domain::may_see_text(reached.comment, work.actor.account, reached.moderates)) throw missing();
    json::array items;
    for (const auto& earlier : storage::earlier_texts(work.tx, reached.comment.id)) {
        items.push_back(
            json::object{{"text", earlier.text}, {"html", render_passage(earlier.text)}, {"at", to_iso(earlier.at)}});
    }
    return reply_json({{"items", std::move(items)}});
}

http::Reply list_hidden(Work& work) {
    const auto reached = reach_process(work, work.id<ProcessId>("process"), Act::moderate);
    const int limit = page_limit(work.request);
    const auto comments =
        storage::list_hidden(work.tx, reached.process.id, CommentId{page_cursor(work.request)}, limit);
    return reply_json(list_json(work, comments, true, int(comments.size()) == limit));
}

std::string page_of_comment(Work& work, CommentId id) {
    const auto comment = storage::find_comment(work.tx, id);
    if (!comment) throw missing();
    reach_document(work, comment->document, Act::read);
    const auto page = "/documents/" + std::to_string(comment->document.value);
    if (comment->amendment) return page + "/amendments#amendment-" + std::to_string(comment->amendment->value);
    return page + "#comment-" + std::to_string(id.value);
}

json::object comment_event(storage::Transaction& tx, CommentId id) {
    const auto comment = storage::find_comment(tx, id);
    return comment ? comment_json(*comment) : json::object{};
}

}  // namespace samrad::features
