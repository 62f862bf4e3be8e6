#include "storage/amendment_news.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

using std::int64_t;

void keep_collisions(Transaction& tx, AmendmentId later, const std::vector<AmendmentId>& others) {
    tx.sql().exec("delete from amendment_collisions where later_id = $1", pqxx::params{later.value});
    if (others.empty()) return;
    tx.sql().exec(
        "insert into amendment_collisions (amendment_id, later_id) select distinct unnest($2::bigint[]), $1::bigint",
        pqxx::params{later.value, array_of(others)});
}

namespace {

// Collisions c of amendments a of an account's own, or that it sponsors beside others, with later ones l; $1 is the
// account.
constexpr const char* unseen =
    "from (select id from amendments where sponsor_id = $1 union select amendment_id from amendment_sponsors where "
    "account_id = $1) mine join amendments a on a.id = mine.id and a.state = 'submitted' join amendment_collisions c "
    "on c.amendment_id = a.id join amendments l on l.id = c.later_id and l.state = 'submitted' and l.sponsor_id <> $1 "
    "where not exists (select from collisions_seen s where s.account_id = $1 and s.amendment_id = c.amendment_id and "
    "s.later_id = c.later_id)";

}  // namespace

std::map<AmendmentId, std::vector<LaterOne>> unseen_collisions(Transaction& tx, AccountId account, int most) {
    std::map<AmendmentId, std::vector<LaterOne>> found;
    for (auto [id, later, number] : tx.sql().query<int64_t, int64_t, int>(
             std::string("select id, later_id, number from (select a.id, c.later_id, l.number, row_number() over "
                         "(partition by a.id order by l.number) as place ") +
                 unseen + ") c where place <= $2 order by id, number",
             pqxx::params{account.value, most})) {
        found[AmendmentId{id}].push_back({AmendmentId{later}, number});
    }
    return found;
}

void see_collisions(Transaction& tx, AccountId account) {
    tx.sql().exec(std::string("insert into collisions_seen (account_id, amendment_id, later_id) select $1::bigint, "
                              "c.amendment_id, c.later_id ") +
                      unseen + " on conflict do nothing",
                  pqxx::params{account.value});
}

}  // namespace samrad::storage
