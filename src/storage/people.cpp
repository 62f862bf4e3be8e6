#include "storage/people.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

std::map<AccountId, domain::Person> find_people(Transaction& tx, const std::set<AccountId>& accounts) {
    std::map<AccountId, domain::Person> people;
    if (accounts.empty()) return people;
    const std::vector<AccountId> ids(accounts.begin(), accounts.end());
    for (auto [id, name, member, affiliate] : tx.sql().query<std::int64_t, std::string, bool, bool>(
             pqxx::prepped{tx.prepared(
                 "select a.id, a.name, "
                 "coalesce(bool_or(r.kind <> 'affiliate'), false), coalesce(bool_or(r.kind = 'affiliate'), false) "
                 "from accounts a left join standings s on s.account_id = a.id and s.starts_at <= now() "
                 "and (s.ends_at is null or s.ends_at > now()) "
                 "left join units u on u.id = s.unit_id left join units r on r.id = u.path[1] "
                 "where a.id = any($1::bigint[]) group by a.id")},
             pqxx::params{array_of(ids)})) {
        const auto group = member      ? domain::Group::member
                           : affiliate ? domain::Group::affiliate
                                       : domain::Group::participant;
        people[AccountId{id}] = {AccountId{id}, name, group};
    }
    return people;
}

domain::Person find_person(Transaction& tx, AccountId account) {
    const auto people = find_people(tx, {account});
    const auto found = people.find(account);
    return found == people.end() ? domain::Person{account, "", domain::Group::participant} : found->second;
}

}  // namespace samrad::storage
