#include "storage/units.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

domain::Unit unit_of(int64_t id, const optional<int64_t>& parent, const optional<int64_t>& affiliated_to, string name,
                     const string& kind, const string& path) {
    return {UnitId{id},
            to_id<UnitNoun>(parent),
            to_id<UnitNoun>(affiliated_to),
            std::move(name),
            from_name<domain::UnitKind>(kind).value_or(domain::UnitKind::branch),
            ids_of<UnitId>(path)};
}

}  // namespace

std::vector<domain::Unit> all_units(Transaction& tx) {
    std::vector<domain::Unit> units;
    for (auto [id, parent, affiliated_to, name, kind, path] :
         tx.sql().query<int64_t, optional<int64_t>, optional<int64_t>, string, string, string>(
             "select id, parent_id, affiliated_to, name, kind, path::text from units order by units.path")) {
        units.push_back(unit_of(id, parent, affiliated_to, name, kind, path));
    }
    return units;
}

optional<domain::Unit> find_unit(Transaction& tx, UnitId unit) {
    const auto row = tx.sql().query01<int64_t, optional<int64_t>, optional<int64_t>, string, string, string>(
        "select id, parent_id, affiliated_to, name, kind, path::text from units where id = $1",
        pqxx::params{unit.value});
    if (!row) return std::nullopt;
    const auto& [id, parent, affiliated_to, name, kind, path] = *row;
    return unit_of(id, parent, affiliated_to, name, kind, path);
}

std::vector<std::vector<UnitId>> paths_of_units(Transaction& tx, const std::vector<UnitId>& units) {
    std::vector<std::vector<UnitId>> paths;
    for (auto [path] : tx.sql().query<string>("select path::text from units where id = any($1::bigint[])",
                                              pqxx::params{array_of(units)})) {
        paths.push_back(ids_of<UnitId>(path));
    }
    return paths;
}

UnitId add_unit(Transaction& tx, const domain::Unit& unit) {
    return UnitId{tx.sql().query_value<int64_t>(
        "with next as (select nextval(pg_get_serial_sequence('units', 'id')) as id) "
        "insert into units (id, parent_id, affiliated_to, name, kind, path) overriding system value "
        "select next.id, $1, $2, $3, $4, coalesce((select path from units where id = $1), '{}') || next.id "
        "from next returning id",
        pqxx::params{to_number(unit.parent), to_number(unit.affiliated_to), unit.name, name_of(unit.kind)})};
}

void rename_unit(Transaction& tx, UnitId unit, std::string_view name) {
    tx.sql().exec("update units set name = $2 where id = $1", pqxx::params{unit.value, name});
}

void lock_unit(Transaction& tx, UnitId unit) {
    tx.sql().exec("select from units where id = $1 for update", pqxx::params{unit.value});
}

void set_affiliation(Transaction& tx, UnitId unit, std::string_view affiliation) {
    tx.sql().exec("update units set affiliation = $2 where id = $1", pqxx::params{unit.value, affiliation});
}

}  // namespace samrad::storage
