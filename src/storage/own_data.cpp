#include "storage/own_data.hpp"

#include <algorithm>
#include <pqxx/pqxx>

#include "storage/answers.hpp"
#include "storage/sessions.hpp"

namespace samrad::storage {

namespace {

using std::string;

// Columns that say: this row is what the account itself wrote or is.
constexpr const char* own_columns[] = {"account_id", "author_id", "sponsor_id", "reader_id", "created_by"};

// Secrets, what is worked out of other columns, and what may hold words of others.
constexpr const char* left_out =
    "array['token_hash', 'password_hash', 'code_hash', 'search', 'stems', 'bytes', 'reply', 'fingerprint', "
    "'hidden_by', 'resolved_by', 'hidden_reason', 'answer']";

// Rows of one table; `condition` uses $1 for the account. Names come from the catalogue or from here, never from
// outside, and are quoted.
void add_rows(Transaction& tx, std::vector<OwnRows>& all, const string& table, const string& column,
              const string& columns, const string& condition, AccountId account) {
    const auto name = tx.sql().quote_name(table);
    auto rows = tx.sql().query_value<string>(
        "select coalesce(json_agg(" + columns + "), '[]')::text from " + name + " t where " + condition,
        pqxx::params{account.value});
    if (rows != "[]") all.push_back({table, column, std::move(rows)});
}

}  // namespace

std::vector<OwnRows> own_data(Transaction& tx, AccountId account) {
    const string whole = string("to_jsonb(t) - ") + left_out;
    std::vector<OwnRows> all;
    add_rows(tx, all, "accounts", "id", whole, "t.id = $1", account);
    std::vector<std::pair<string, string>> keys;
    for (auto [table, column] : tx.sql().query<string, string>(
             "select c.conrelid::regclass::text, a.attname from pg_constraint c join pg_attribute a on a.attrelid = "
             "c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f' and c.confrelid = 'accounts'::regclass "
             "order by 1, 2")) {
        keys.emplace_back(table, column);
    }
    for (const auto& [table, column] : keys) {
        const bool own = std::find(std::begin(own_columns), std::end(own_columns), column) != std::end(own_columns);
        // An answer of a comment's resolver and the words of whoever hid it are not the author's; the appeal is.
        const string number =
            "jsonb_strip_nulls(jsonb_build_object('id', to_jsonb(t) -> 'id', 'at', to_jsonb(t) -> 'at'))";
        add_rows(tx, all, table, column, own ? whole : number, "t." + tx.sql().quote_name(column) + " = $1", account);
    }
    const string of_comments = "t.comment_id in (select id from comments where author_id = $1)";
    const string of_answers = "t.answer_id in (select id from answers where account_id = $1)";
    add_rows(tx, all, "comment_edits", "comment_id", whole, of_comments, account);
    add_rows(tx, all, "anchors", "comment_id", whole, of_comments, account);
    add_rows(tx, all, "answer_files", "answer_id", whole, of_answers, account);
    add_rows(tx, all, "answer_confirmations", "answer_id", whole, of_answers, account);
    add_rows(tx, all, "invitations", "email", whole,
             "lower(t.email) = (select lower(email) from accounts where id = $1)", account);
    add_rows(tx, all, "outbox", "recipient", whole,
             "lower(t.recipient) = (select lower(email) from accounts where id = $1)", account);
    return all;
}

void erase_account(Transaction& tx, AccountId account) {
    const pqxx::params params{account.value};
    auto& sql = tx.sql();
    end_sessions(tx, account);
    sql.exec(
        "delete from outbox where lower(recipient) in (select lower(email) from accounts where id = $1 union all "
        "select "
        "lower(email) from answers where account_id = $1)",
        params);
    erase_answers_of(tx, account);
    // What was never handed in is nobody's record.
    sql.exec("delete from amendments where sponsor_id = $1 and state = 'draft'", params);
    sql.exec(
        "update standings set ends_at = greatest(starts_at, now()) where account_id = $1 and (ends_at is null or "
        "ends_at > now())",
        params);
    sql.exec("delete from collisions_seen where account_id = $1", params);
    sql.exec("delete from mail_links where account_id = $1", params);
    sql.exec("delete from answered_requests where scope = 'account:' || $1::bigint", params);
    sql.exec(
        "update invitations set email = 'erased@' || id || '.invalid' where used_by = $1 or lower(email) = (select "
        "lower(email) from accounts where id = $1)",
        params);
    sql.exec(
        "update accounts set name = '#' || id, email = null, password_hash = null, erased_at = now() where id = $1 and "
        "erased_at is null",
        params);
}

}  // namespace samrad::storage
