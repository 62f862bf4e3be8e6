#include "storage/standings.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

// Rows of standings whose condition is added; the table is s, its unit u.
std::vector<NamedStanding> read(Transaction& tx, const char* condition, int64_t key) {
    std::vector<NamedStanding> found;
    const string query =
        "select s.id, s.account_id, s.unit_id, u.path::text, s.role, micros(s.starts_at), micros(s.ends_at), "
        "r.kind, u.name from standings s join units u on u.id = s.unit_id join units r on r.id = u.path[1] where " +
        string(condition) + " order by u.path, s.role, s.id";
    for (auto [id, account, unit, path, role, starts, ends, root_kind, name] :
         tx.sql().query<int64_t, int64_t, int64_t, string, string, int64_t, optional<int64_t>, string, string>(
             query, pqxx::params{key})) {
        domain::Standing standing{StandingId{id},
                                  AccountId{account},
                                  UnitId{unit},
                                  ids_of<UnitId>(path),
                                  from_name<domain::Role>(role).value_or(domain::Role::member),
                                  from_micros(starts),
                                  from_micros(ends),
                                  from_name<domain::UnitKind>(root_kind).value_or(domain::UnitKind::central)};
        found.push_back({std::move(standing), name});
    }
    return found;
}

}  // namespace

std::vector<NamedStanding> standings_of_account(Transaction& tx, AccountId account) {
    return read(tx, "s.account_id = $1 and (s.ends_at is null or s.ends_at > now())", account.value);
}

std::vector<NamedStanding> standings_of_unit(Transaction& tx, UnitId unit) {
    return read(tx, "s.unit_id = $1 and (s.ends_at is null or s.ends_at > now())", unit.value);
}

optional<NamedStanding> find_standing(Transaction& tx, StandingId standing) {
    auto found = read(tx, "s.id = $1", standing.value);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

bool has_standing(Transaction& tx, AccountId account, UnitId unit, domain::Role role) {
    return tx.sql().query_value<bool>(
        "select exists (select from standings where account_id = $1 and unit_id = $2 and role = $3 "
        "and (ends_at is null or ends_at > now()))",
        pqxx::params{account.value, unit.value, name_of(role)});
}

StandingId add_standing(Transaction& tx, AccountId account, UnitId unit, domain::Role role, Time from,
                        const optional<Time>& to, AccountId granted_by) {
    return StandingId{tx.sql().query_value<int64_t>(
        "insert into standings (account_id, unit_id, role, starts_at, ends_at, granted_by) "
        "values ($1, $2, $3, at_micros($4), at_micros($5), nullif($6::bigint, 0)) returning id",
        pqxx::params{account.value, unit.value, name_of(role), to_micros(from), to_micros(to), granted_by.value})};
}

void end_standing(Transaction& tx, StandingId standing) {
    tx.sql().exec(
        "update standings set ends_at = greatest(now(), starts_at) "
        "where id = $1 and (ends_at is null or ends_at > now())",
        pqxx::params{standing.value});
}

std::vector<AccountId> officers_of(Transaction& tx, const std::vector<UnitId>& units) {
    std::vector<AccountId> found;
    for (auto [account] : tx.sql().query<std::int64_t>(
             "select account_id from standings where unit_id = any($1::bigint[]) and role <> 'member' and starts_at <= "
             "now() and (ends_at is null or ends_at > now()) group by account_id order by "
             "max(array_position($1::bigint[], unit_id)) desc, account_id limit 1000",
             pqxx::params{array_of(units)})) {
        found.push_back(AccountId{account});
    }
    return found;
}

int count_administrators(Transaction& tx, UnitId unit) {
    return tx.sql().query_value<int>(
        "select count(distinct account_id) from standings where unit_id = $1 and role = 'administrator' "
        "and starts_at <= now() and (ends_at is null or ends_at > now())",
        pqxx::params{unit.value});
}

}  // namespace samrad::storage
