#include "storage/anchors.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

std::vector<StoredAnchor> anchors_in(Transaction& tx, DocumentId document, const std::vector<int>& blocks) {
    const std::vector<std::int64_t> numbers(blocks.begin(), blocks.end());
    std::vector<StoredAnchor> anchors;
    for (auto [comment, version, block, whole, quote, made_from, made_to, now_block, now_from, now_to, state] :
         tx.sql().query<std::int64_t, int, int, bool, std::string, int, int, int, int, int, std::string>(
             "select comment_id, version, block, whole_block, quote, made_from, made_to, now_block, now_from, now_to, "
             "state from anchors where document_id = $1 and now_block = any($2::int[]) order by comment_id",
             pqxx::params{document.value, array_of(numbers)})) {
        anchors.push_back({CommentId{comment},
                           {version, block, made_from, made_to, whole, quote,
                            from_name<domain::Attachment>(state).value_or(domain::Attachment::orphaned), now_block,
                            now_from, now_to}});
    }
    return anchors;
}

void move_anchors(Transaction& tx, const std::vector<StoredAnchor>& anchors) {
    if (anchors.empty()) return;
    std::vector<std::int64_t> comments;
    std::vector<std::int64_t> blocks;
    std::vector<std::int64_t> from;
    std::vector<std::int64_t> to;
    std::vector<std::int64_t> states;  // the enumerators as numbers: arrays of numbers are the cheapest to send
    for (const auto& anchor : anchors) {
        comments.push_back(anchor.comment.value);
        blocks.push_back(anchor.place.now_block);
        from.push_back(anchor.place.now_from);
        to.push_back(anchor.place.now_to);
        states.push_back(std::int64_t(anchor.place.attachment));
    }
    tx.sql().exec(
        "update anchors a set now_block = case when n.state = 2 then null else n.block end, "
        "now_from = case when n.state = 2 then null else n.start end, "
        "now_to = case when n.state = 2 then null else n.finish end, "
        "state = (array['exact', 'changed', 'orphaned'])[n.state + 1] "
        "from unnest($1::bigint[], $2::int[], $3::int[], $4::int[], $5::int[]) as n (comment, block, start, finish, "
        "state) "
        "where a.comment_id = n.comment",
        pqxx::params{array_of(comments), array_of(blocks), array_of(from), array_of(to), array_of(states)});
}

}  // namespace samrad::storage
