#include "storage/comments.hpp"

#include <pqxx/pqxx>

#include "storage/people.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

constexpr const char* columns =
    "select c.id, c.document_id, c.parent_id, c.root_id, c.author_id, micros(c.created_at), micros(c.edited_at), "
    "(select count(*) from comment_edits e where e.comment_id = c.id)::int, c.text, c.stance, c.supports, c.replies, "
    "c.state, coalesce(c.hidden_reason, ''), c.appeal, c.resolved_by, micros(c.resolved_at), c.answer, "
    "a.version, a.block, a.made_from, a.made_to, a.whole_block, a.quote, a.state, a.now_block, a.now_from, a.now_to, "
    "c.amendment_id "
    "from comments c left join anchors a on a.comment_id = c.id ";

domain::Place read_place(const pqxx::row& row) {
    domain::Place place;
    place.version = row[18].as<int>();
    place.block = row[19].as<int>();
    place.from = row[20].as<int>();
    place.to = row[21].as<int>();
    place.whole_block = row[22].as<bool>();
    place.quote = row[23].as<string>();
    place.attachment = from_name<domain::Attachment>(row[24].as<string>()).value_or(domain::Attachment::orphaned);
    place.now_block = row[25].as<int>(0);
    place.now_from = row[26].as<int>(0);
    place.now_to = row[27].as<int>(0);
    return place;
}

domain::Comment read_comment(const pqxx::row& row) {
    domain::Comment comment;
    comment.id = CommentId{row[0].as<int64_t>()};
    comment.document = DocumentId{row[1].as<int64_t>()};
    comment.parent = to_id<struct CommentNoun>(row[2].as<optional<int64_t>>());
    comment.root = to_id<struct CommentNoun>(row[3].as<optional<int64_t>>());
    comment.author.id = AccountId{row[4].as<int64_t>()};
    comment.at = from_micros(row[5].as<int64_t>());
    comment.edited = from_micros(row[6].as<optional<int64_t>>());
    comment.edits = row[7].as<int>();
    comment.text = row[8].as<string>();
    if (const auto stance = row[9].as<optional<string>>()) comment.stance = from_name<domain::Stance>(*stance);
    comment.supports = row[10].as<int>();
    comment.replies = row[11].as<int>();
    comment.state = from_name<domain::CommentState>(row[12].as<string>()).value_or(domain::CommentState::hidden);
    comment.hidden_reason = row[13].as<string>();
    comment.appeal = row[14].as<optional<string>>();
    if (const auto by = row[15].as<optional<int64_t>>()) {
        comment.resolution =
            domain::Resolution{{AccountId{*by}, "", {}}, from_micros(row[16].as<int64_t>()), row[17].as<string>()};
    }
    comment.amendment = to_id<struct AmendmentNoun>(row[28].as<optional<int64_t>>());
    if (!row[18].is_null()) comment.place = read_place(row);
    return comment;
}

// Names of authors and of those who resolved, in one query for the lot.
void load_people(Transaction& tx, std::vector<domain::Comment>& comments) {
    std::set<AccountId> ids;
    for (const auto& comment : comments) {
        ids.insert(comment.author.id);
        if (comment.resolution) ids.insert(comment.resolution->by.id);
    }
    const auto people = find_people(tx, ids);
    for (auto& comment : comments) {
        comment.author = people.at(comment.author.id);
        if (comment.resolution) comment.resolution->by = people.at(comment.resolution->by.id);
    }
}

std::vector<domain::Comment> load(Transaction& tx, const string& condition, const pqxx::params& params) {
    std::vector<domain::Comment> comments;
    for (const auto& row : tx.sql().exec(pqxx::prepped{tx.prepared(columns + condition)}, params))
        comments.push_back(read_comment(row));
    load_people(tx, comments);
    return comments;
}

optional<domain::Comment> first(std::vector<domain::Comment> comments) {
    if (comments.empty()) return std::nullopt;
    return std::move(comments.front());
}

}  // namespace

optional<domain::Comment> find_comment(Transaction& tx, CommentId comment) {
    return first(load(tx, "where c.id = $1", pqxx::params{comment.value}));
}

optional<domain::Comment> lock_comment(Transaction& tx, CommentId comment) {
    return first(load(tx, "where c.id = $1 for update of c", pqxx::params{comment.value}));
}

std::vector<domain::Comment> find_comments(Transaction& tx, const std::vector<CommentId>& comments) {
    return load(tx, "where c.id = any($1::bigint[]) order by c.id", pqxx::params{array_of(comments)});
}

std::vector<domain::Comment> list_threads(Transaction& tx, const ThreadQuery& query) {
    // One text for each kind of page, so that each has a plan of its own.
    string condition = "where c.document_id = $1 and c.root_id is null";
    pqxx::params params{query.document.value, query.limit};
    int last = 2;
    const auto where = [&](const char* test, int64_t value) {
        condition += test + std::to_string(++last);
        params.append(value);
    };
    if (query.amendment) {
        where(" and c.amendment_id = $", query.amendment->value);
    } else {
        condition += " and c.amendment_id is null";
    }
    if (query.after) where(query.oldest_first ? " and c.id > $" : " and c.id < $", query.after.value);
    if (query.block) where(" and a.document_id = $1 and a.now_block = $", *query.block);
    condition += query.oldest_first ? " order by c.id limit $2" : " order by c.id desc limit $2";
    return load(tx, condition, params);
}

std::vector<domain::Comment> list_replies(Transaction& tx, CommentId root, CommentId after, int limit) {
    return load(tx, "where c.root_id = $1 and c.id > $2 order by c.id limit $3",
                pqxx::params{root.value, after.value, limit});
}

std::vector<domain::Comment> list_hidden(Transaction& tx, ProcessId process, CommentId before, int limit) {
    return load(tx,
                "where c.state = 'hidden' and c.document_id in (select id from documents where process_id = $1) "
                "and ($2::bigint = 0 or c.id < $2) order by c.id desc limit $3",
                pqxx::params{process.value, before.value, limit});
}

std::map<int, int> threads_by_block(Transaction& tx, DocumentId document) {
    std::map<int, int> threads;
    for (auto [block, count] : tx.sql().query<int, int>(
             "select a.now_block, count(*)::int from anchors a join comments c on c.id = a.comment_id "
             "where a.document_id = $1 and a.now_block is not null and c.resolved_at is null and "
             "(c.state = 'shown' or c.replies > 0) group by a.now_block",
             pqxx::params{document.value})) {
        threads[block] = count;
    }
    return threads;
}

std::set<CommentId> supported_by(Transaction& tx, AccountId account, const std::vector<CommentId>& comments) {
    std::set<CommentId> supported;
    if (!account || comments.empty()) return supported;
    for (auto [id] : tx.sql().query<int64_t>(
             "select comment_id from supports where account_id = $1 and comment_id = any($2::bigint[])",
             pqxx::params{account.value, array_of(comments)})) {
        supported.insert(CommentId{id});
    }
    return supported;
}

std::vector<EarlierText> earlier_texts(Transaction& tx, CommentId comment) {
    std::vector<EarlierText> texts;
    for (auto [text, at] : tx.sql().query<string, int64_t>(
             "select text, micros(at) from comment_edits where comment_id = $1 order by ordinal",
             pqxx::params{comment.value})) {
        texts.push_back({text, from_micros(at)});
    }
    return texts;
}

}  // namespace samrad::storage
