#include "storage/needs.hpp"

#include <pqxx/pqxx>

#include "storage/amendment_news.hpp"
#include "storage/amendment_rows.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

Needs find_needs(Transaction& tx, AccountId account, const std::vector<UnitId>& units,
                 const std::vector<ProcessId>& processes) {
    Needs needs;
    const pqxx::params params{account.value, array_of(processes)};
    for (auto [id] : tx.sql().query<std::int64_t>(
             "select distinct b.process_id from ballots b join electorate e on e.ballot_id = b.id and e.account_id = "
             "$1 "
             "where b.process_id = any($2::bigint[]) and b.state = 'open' and (b.closes_at is null or b.closes_at > "
             "now()) "
             "and not exists (select from votes v where v.ballot_id = b.id and v.account_id = $1)",
             params)) {
        needs.to_vote.insert(ProcessId{id});
    }
    for (auto [id] : tx.sql().query<std::int64_t>(
             "select p from unnest($2::bigint[]) as p where exists (select from documents d join comments c on "
             "c.document_id = d.id where d.process_id = p and c.author_id = $1)",
             params)) {
        needs.commented.insert(ProcessId{id});
    }
    for (auto [id] : tx.sql().query<std::int64_t>(
             "select distinct d.process_id from amendments a join documents d on d.id = a.document_id where "
             "(" +
                 own_amendments("$1", "$3") +
                 ") and d.process_id = any($2::bigint[]) and a.state = 'submitted' and a.kind = 'text' and "
                 "(a.carried = 'needs_sponsor' or (a.carried = 'moot' and a.carried_answer is null)) and "
                 "coalesce((select "
                 "r.result from voting_results r where r.document_id = a.document_id and r.amendment_id = a.id order "
                 "by "
                 "r.id desc limit 1), 'open') = 'open'",
             pqxx::params{account.value, array_of(processes), array_of(units)})) {
        needs.to_answer.insert(ProcessId{id});
    }
    for (auto [id] : tx.sql().query<std::int64_t>(
             "select distinct d.process_id from amendment_supports s join amendments a on a.id = s.amendment_id join "
             "documents d on d.id = a.document_id where s.account_id = $1 and d.process_id = any($2::bigint[]) and "
             "a.state = 'submitted' and s.wording < a.wording and a.sponsor_id <> $1",
             params)) {
        needs.to_support.insert(ProcessId{id});
    }
    std::vector<AmendmentId> met;
    for (const auto& [id, later] : unseen_collisions(tx, account, units, 1)) met.push_back(id);
    if (met.empty()) return needs;
    for (auto [id] : tx.sql().query<std::int64_t>(
             "select distinct d.process_id from amendments a join documents d on d.id = a.document_id where a.id = "
             "any($1::bigint[])",
             pqxx::params{array_of(met)})) {
        needs.collided.insert(ProcessId{id});
    }
    return needs;
}

}  // namespace samrad::storage
