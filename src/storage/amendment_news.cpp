#include "storage/amendment_news.hpp"

#include <pqxx/pqxx>

#include "storage/amendment_rows.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

using std::int64_t;

void keep_collisions(Transaction& tx, AmendmentId later, const std::vector<AmendmentId>& others,
                     const std::vector<AmendmentId>& met) {
    tx.sql().exec(
        "delete from amendment_collisions where later_id = $1 or (amendment_id = $1 and later_id <> all($2::bigint[]))",
        pqxx::params{later.value, array_of(met)});
    if (others.empty()) return;
    tx.sql().exec(
        "insert into amendment_collisions (amendment_id, later_id) select distinct unnest($2::bigint[]), $1::bigint",
        pqxx::params{later.value, array_of(others)});
}

namespace {

// Collisions of amendments of an account's own, of units that it speaks for, or that it sponsors beside others, with
// later ones: of each the first $3. $1 is the account, $2 are the units.
std::string unseen() {
    return "from (select a.id, c.later_id, l.number, row_number() over (partition by a.id order by l.number) as place "
           "from (select a.id from amendments a where " +
           own_amendments("$1", "$2") +
           " union select amendment_id from amendment_sponsors where account_id = $1) mine join amendments a on a.id = "
           "mine.id and a.state = 'submitted' join amendment_collisions c on c.amendment_id = a.id join amendments l "
           "on l.id = c.later_id and l.state = 'submitted' and l.sponsor_id <> $1 where not exists (select from "
           "collisions_seen s where s.account_id = $1 and s.amendment_id = c.amendment_id and s.later_id = "
           "c.later_id)) c where place <= $3";
}

}  // namespace

std::map<AmendmentId, std::vector<LaterOne>> unseen_collisions(Transaction& tx, AccountId account,
                                                               const std::vector<UnitId>& units, int most) {
    std::map<AmendmentId, std::vector<LaterOne>> found;
    for (auto [id, later, number] :
         tx.sql().query<int64_t, int64_t, int>("select id, later_id, number " + unseen() + " order by id, number",
                                               pqxx::params{account.value, array_of(units), most})) {
        found[AmendmentId{id}].push_back({AmendmentId{later}, number});
    }
    return found;
}

void see_collisions(Transaction& tx, AccountId account, const std::vector<UnitId>& units, int most) {
    tx.sql().exec("insert into collisions_seen (account_id, amendment_id, later_id) select $1::bigint, id, later_id " +
                      unseen() + " on conflict do nothing",
                  pqxx::params{account.value, array_of(units), most});
}

}  // namespace samrad::storage
