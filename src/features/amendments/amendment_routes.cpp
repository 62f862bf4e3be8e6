#include "features/amendments/amendment_routes.hpp"

#include "domain/document/document.hpp"
#include "features/amendments/amendment_news.hpp"

namespace samrad::features {

using http::Verb;

std::vector<ActionRoute> amendment_routes(Texts& texts) {
    constexpr std::size_t text_limit = 6 * domain::most_markdown + 64 * 1024;
    const auto with = [&texts](auto action) { return [&texts, action](Work& work) { return action(work, texts); }; };
    return {
        {Verb::get, "/api/documents/{document}/versions/{version}/blocks", Needs::reader, with(show_blocks)},
        {Verb::get, "/api/documents/{document}/origin", Needs::reader, with(show_origin)},
        {Verb::get, "/api/documents/{document}/amendments", Needs::reader, with(list_amendments)},
        {Verb::get, "/api/documents/{document}/amendments/clusters", Needs::reader, with(show_clusters)},
        {Verb::post, "/api/documents/{document}/amendments/preview", Needs::account, with(preview_amendment),
         text_limit},
        {Verb::post, "/api/documents/{document}/amendments", Needs::commenter, with(draft_amendment), text_limit},
        {Verb::get, "/api/me/amendments", Needs::account, with(list_my_amendments)},
        {Verb::put, "/api/me/amendments/seen", Needs::account, see_collisions},
        {Verb::get, "/api/amendments/{amendment}", Needs::reader, with(show_amendment)},
        {Verb::patch, "/api/amendments/{amendment}", Needs::author, with(change_amendment), text_limit},
        {Verb::del, "/api/amendments/{amendment}", Needs::author, discard_amendment},
        {Verb::post, "/api/amendments/{amendment}/submission", Needs::author, with(submit_amendment)},
        {Verb::post, "/api/amendments/{amendment}/rewording", Needs::author, with(reword_amendment), text_limit},
        {Verb::post, "/api/amendments/{amendment}/answer", Needs::author, with(answer_carriage)},
        {Verb::post, "/api/amendments/{amendment}/joining", Needs::author, with(join_amendment)},
        {Verb::post, "/api/amendments/{amendment}/withdrawal", Needs::author, with(withdraw_amendment)},
        {Verb::post, "/api/amendments/{amendment}/takeover", Needs::commenter, with(take_over_amendment)},
        {Verb::put, "/api/amendments/{amendment}/support", Needs::commenter, support_amendment},
        {Verb::del, "/api/amendments/{amendment}/support", Needs::commenter, withdraw_amendment_support},
        {Verb::put, "/api/amendments/{amendment}/sponsorship", Needs::commenter, with(join_sponsors)},
        {Verb::del, "/api/amendments/{amendment}/sponsorship", Needs::commenter, with(leave_sponsors)},
        {Verb::post, "/api/amendments/{amendment}/rejection", Needs::editor, with(reject_amendment)},
        {Verb::post, "/api/amendments/{amendment}/forwarding", Needs::editor, with(forward_amendment)},
        {Verb::get, "/api/documents/{document}/recommendations", Needs::editor, list_unpublished},
        {Verb::post, "/api/documents/{document}/recommendations", Needs::editor, with(recommend), text_limit},
        {Verb::post, "/api/documents/{document}/recommendations/publication", Needs::editor,
         with(publish_recommendations)},
        {Verb::post, "/api/recommendations/{recommendation}/dissents", Needs::commenter, with(dissent)},
        {Verb::get, "/api/documents/{document}/merge", Needs::editor, with(show_merge)},
        {Verb::post, "/api/documents/{document}/merge/decisions", Needs::editor, with(decide_merge)},
        {Verb::post, "/api/documents/{document}/merge/reasons", Needs::editor, with(give_merge_reason)},
        {Verb::post, "/api/documents/{document}/merge/texts", Needs::editor, with(write_by_hand), text_limit},
        {Verb::post, "/api/documents/{document}/merge/undo", Needs::editor, with(undo_merge)},
        {Verb::post, "/api/documents/{document}/merge/version", Needs::editor, with(make_version)},
        {Verb::get, "/api/documents/{document}/voting-list", Needs::reader, with(show_voting_list)},
        {Verb::get, "/api/documents/{document}/voting-list/{amendment}/consequence", Needs::reader,
         with(show_voting_consequence)},
        {Verb::post, "/api/documents/{document}/voting-list/order", Needs::editor, with(order_votes)},
        {Verb::post, "/api/documents/{document}/voting-list/results", Needs::editor, with(enter_voting_result)},
        {Verb::post, "/api/documents/{document}/voting-list/conclusion", Needs::editor, with(conclude_votes)},
    };
}

}  // namespace samrad::features
