// Who stands behind amendments, and whom they answer: that part of amendments.hpp.
#include <pqxx/pqxx>

#include "storage/amendments.hpp"
#include "storage/people.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

using std::int64_t;

namespace {

int count_supports(Transaction& tx, AmendmentId amendment) {
    return tx.sql().query_value<int>(
        "update amendments a set (supports, member_supports) = (select count(*), count(*) filter (where member) from "
        "amendment_supports s where s.amendment_id = $1 and s.wording = a.wording) where id = $1 returning supports",
        pqxx::params{amendment.value});
}

}  // namespace

int support_amendment(Transaction& tx, AmendmentId amendment, AccountId account, bool member,
                      const std::vector<UnitId>& units) {
    tx.sql().exec(
        "insert into amendment_supports as s (amendment_id, account_id, member, units, wording) select $1, $2, $3, "
        "$4::bigint[], wording from amendments where id = $1 on conflict (amendment_id, account_id) do update set "
        "member = excluded.member, units = excluded.units, wording = excluded.wording, at = now() where s.wording <> "
        "excluded.wording",
        pqxx::params{amendment.value, account.value, member, array_of(units)});
    return count_supports(tx, amendment);
}

int withdraw_amendment_support(Transaction& tx, AmendmentId amendment, AccountId account) {
    tx.sql().exec("delete from amendment_supports where amendment_id = $1 and account_id = $2",
                  pqxx::params{amendment.value, account.value});
    return count_supports(tx, amendment);
}

int count_pending_of(Transaction& tx, DocumentId document, AccountId sponsor) {
    return tx.sql().query_value<int>(
        "select count(*) from amendments where document_id = $1 and sponsor_id = $2 and sponsor_unit_id is null and "
        "state = 'submitted'",
        pqxx::params{document.value, sponsor.value});
}

void join_amendments(Transaction& tx, const domain::Amendment& amendment, AmendmentId into, AccountId by,
                     AccountId sponsor_there) {
    tx.sql().exec("update amendments set joined_into = $2 where id = $1", pqxx::params{amendment.id.value, into.value});
    // The sponsor first, then those who had joined, in their order; who sponsors the other already is named there once.
    tx.sql().exec(
        "insert into amendment_sponsors (amendment_id, account_id, at) select $2, who, clock_timestamp() + place * "
        "interval '1 microsecond' from (select $3::bigint, 0 union all select account_id, row_number() over (order by "
        "at, account_id) from amendment_sponsors where amendment_id = $1) joined (who, place) where who <> $4 on "
        "conflict do nothing",
        pqxx::params{amendment.id.value, into.value, by.value, sponsor_there.value});
    tx.sql().exec(
        "insert into amendment_comments (amendment_id, comment_id) select $2, comment_id from "
        "amendment_comments where amendment_id = $1 on conflict do nothing",
        pqxx::params{amendment.id.value, into.value});
}

void answer_comments(Transaction& tx, AmendmentId amendment, const std::vector<CommentId>& comments) {
    tx.sql().exec("delete from amendment_comments where amendment_id = $1", pqxx::params{amendment.value});
    tx.sql().exec(
        "insert into amendment_comments (amendment_id, comment_id) select distinct $1::bigint, "
        "unnest($2::bigint[])",
        pqxx::params{amendment.value, array_of(comments)});
}

std::vector<std::pair<AmendmentId, CommentId>> answered_comments(Transaction& tx,
                                                                 const std::vector<AmendmentId>& amendments) {
    std::vector<std::pair<AmendmentId, CommentId>> found;
    for (auto [amendment, comment] : tx.sql().query<int64_t, int64_t>(
             "select amendment_id, comment_id from amendment_comments where amendment_id = any($1::bigint[]) order by "
             "amendment_id, comment_id",
             pqxx::params{array_of(amendments)})) {
        found.emplace_back(AmendmentId{amendment}, CommentId{comment});
    }
    return found;
}

namespace {

std::set<AmendmentId> supported(Transaction& tx, AccountId account, const std::vector<AmendmentId>& amendments,
                                bool in_this_wording) {
    std::set<AmendmentId> found;
    if (!account || amendments.empty()) return found;
    for (auto [id] : tx.sql().query<int64_t>(
             "select s.amendment_id from amendment_supports s join amendments a on a.id = s.amendment_id where "
             "s.account_id = $1 and s.amendment_id = any($2::bigint[]) and (a.wording = s.wording) = $3",
             pqxx::params{account.value, array_of(amendments), in_this_wording})) {
        found.insert(AmendmentId{id});
    }
    return found;
}

}  // namespace

std::set<AmendmentId> amendments_supported_by(Transaction& tx, AccountId account,
                                              const std::vector<AmendmentId>& amendments) {
    return supported(tx, account, amendments, true);
}

std::set<AmendmentId> supports_that_fell(Transaction& tx, AccountId account,
                                         const std::vector<AmendmentId>& amendments) {
    return supported(tx, account, amendments, false);
}

void join_sponsors(Transaction& tx, AmendmentId amendment, AccountId account) {
    tx.sql().exec("insert into amendment_sponsors (amendment_id, account_id) values ($1, $2) on conflict do nothing",
                  pqxx::params{amendment.value, account.value});
}

void leave_sponsors(Transaction& tx, AmendmentId amendment, AccountId account) {
    tx.sql().exec("delete from amendment_sponsors where amendment_id = $1 and account_id = $2",
                  pqxx::params{amendment.value, account.value});
}

std::vector<std::pair<AmendmentId, domain::Person>> sponsors_of(Transaction& tx,
                                                                const std::vector<AmendmentId>& amendments) {
    std::vector<std::pair<AmendmentId, AccountId>> rows;
    std::set<AccountId> accounts;
    for (auto [amendment, account] : tx.sql().query<int64_t, int64_t>(
             "select amendment_id, account_id from amendment_sponsors where amendment_id = any($1::bigint[]) "
             "order by amendment_id, at, account_id",
             pqxx::params{array_of(amendments)})) {
        rows.emplace_back(AmendmentId{amendment}, AccountId{account});
        accounts.insert(AccountId{account});
    }
    const auto people = find_people(tx, accounts);
    std::vector<std::pair<AmendmentId, domain::Person>> sponsors;
    for (const auto& [amendment, account] : rows) sponsors.emplace_back(amendment, people.at(account));
    return sponsors;
}

}  // namespace samrad::storage
