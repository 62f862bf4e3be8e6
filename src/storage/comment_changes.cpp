// The writing half of comments.hpp.
#include <pqxx/pqxx>

#include "storage/comments.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

optional<string> word_of(const optional<domain::Stance>& stance) {
    if (!stance) return std::nullopt;
    return string(name_of(*stance));
}

void add_anchor(Transaction& tx, CommentId id, DocumentId document, const domain::Place& place) {
    const bool orphaned = place.attachment == domain::Attachment::orphaned;
    const auto unless_orphaned = [&](int value) { return orphaned ? std::nullopt : optional<int>(value); };
    tx.sql().exec(
        "insert into anchors (comment_id, document_id, version, block, whole_block, quote, made_from, made_to, "
        "now_block, now_from, now_to, state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        pqxx::params{id.value, document.value, place.version, place.block, place.whole_block, place.quote, place.from,
                     place.to, unless_orphaned(place.now_block), unless_orphaned(place.now_from),
                     unless_orphaned(place.now_to), name_of(place.attachment)});
}

// Shown comments are counted in the document or amendment and, for replies, in the thread's first comment.
void count(Transaction& tx, const domain::Comment& comment, int difference) {
    if (comment.amendment) {
        tx.sql().exec("update amendments set comment_count = comment_count + $2 where id = $1",
                      pqxx::params{comment.amendment->value, difference});
    } else {
        tx.sql().exec("update documents set comment_count = comment_count + $2 where id = $1",
                      pqxx::params{comment.document.value, difference});
    }
    if (comment.root) {
        tx.sql().exec("update comments set replies = replies + $2 where id = $1",
                      pqxx::params{comment.root->value, difference});
    }
}

int supports_of(Transaction& tx, CommentId comment, int difference) {
    return tx.sql().query_value<int>("update comments set supports = supports + $2 where id = $1 returning supports",
                                     pqxx::params{comment.value, difference});
}

}  // namespace

CommentId add_comment(Transaction& tx, const domain::Comment& comment) {
    const CommentId id{tx.sql().query_value<int64_t>(
        "insert into comments (document_id, parent_id, root_id, author_id, text, stance, amendment_id) "
        "values ($1, $2, $3, $4, $5, $6, $7) returning id",
        pqxx::params{comment.document.value, to_number(comment.parent), to_number(comment.root),
                     comment.author.id.value, comment.text, word_of(comment.stance), to_number(comment.amendment)})};
    if (comment.place) add_anchor(tx, id, comment.document, *comment.place);
    count(tx, comment, 1);
    return id;
}

void change_text(Transaction& tx, const domain::Comment& before, const std::string& text,
                 const optional<domain::Stance>& stance, bool keep) {
    if (keep) {
        tx.sql().exec(
            "insert into comment_edits (comment_id, ordinal, text, at) select $1, "
            "coalesce((select max(ordinal) from comment_edits where comment_id = $1), 0) + 1, text, "
            "coalesce(edited_at, created_at) from comments where id = $1",
            pqxx::params{before.id.value});
    }
    tx.sql().exec(
        "update comments set text = $2, stance = $3, edited_at = case when $4 then now() else edited_at end "
        "where id = $1",
        pqxx::params{before.id.value, text, word_of(stance), keep});
}

void delete_comment(Transaction& tx, const domain::Comment& comment) {
    tx.sql().exec("update comments set state = 'deleted', text = '', stance = null where id = $1",
                  pqxx::params{comment.id.value});
    tx.sql().exec("delete from comment_edits where comment_id = $1", pqxx::params{comment.id.value});
    if (comment.state == domain::CommentState::shown) count(tx, comment, -1);
}

void hide_comment(Transaction& tx, const domain::Comment& comment, AccountId moderator, const std::string& reason) {
    tx.sql().exec(
        "update comments set state = 'hidden', hidden_by = $2, hidden_reason = $3, appeal = null where id = $1",
        pqxx::params{comment.id.value, moderator.value, reason});
    count(tx, comment, -1);
}

void show_comment(Transaction& tx, const domain::Comment& comment) {
    tx.sql().exec(
        "update comments set state = 'shown', hidden_by = null, hidden_reason = null, appeal = null "
        "where id = $1",
        pqxx::params{comment.id.value});
    count(tx, comment, 1);
}

void appeal_hiding(Transaction& tx, CommentId comment, const std::string& text) {
    tx.sql().exec("update comments set appeal = $2 where id = $1", pqxx::params{comment.value, text});
}

void resolve_thread(Transaction& tx, CommentId root, AccountId editor, const std::string& answer) {
    tx.sql().exec("update comments set resolved_by = $2, resolved_at = now(), answer = $3 where id = $1",
                  pqxx::params{root.value, editor.value, answer});
}

void reopen_thread(Transaction& tx, CommentId root) {
    tx.sql().exec("update comments set resolved_by = null, resolved_at = null, answer = null where id = $1",
                  pqxx::params{root.value});
}

int support(Transaction& tx, CommentId comment, AccountId account) {
    const auto added =
        tx.sql().exec("insert into supports (comment_id, account_id) values ($1, $2) on conflict do nothing",
                      pqxx::params{comment.value, account.value});
    return supports_of(tx, comment, int(added.affected_rows()));
}

int withdraw_support(Transaction& tx, CommentId comment, AccountId account) {
    const auto taken = tx.sql().exec("delete from supports where comment_id = $1 and account_id = $2",
                                     pqxx::params{comment.value, account.value});
    return supports_of(tx, comment, -int(taken.affected_rows()));
}

}  // namespace samrad::storage
