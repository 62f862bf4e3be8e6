#include "storage/form_templates.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::string;

std::vector<FormTemplate> select(Transaction& tx, const string& condition, const pqxx::params& params) {
    std::vector<FormTemplate> found;
    for (auto [id, unit, unit_name, path, title, shared, changed] :
         tx.sql().query<int64_t, int64_t, string, string, string, bool, int64_t>(
             "select t.id, t.unit_id, u.name, u.path::text, t.title, t.shared, micros(t.changed_at) "
             "from form_templates t join units u on u.id = t.unit_id " +
                 condition,
             params)) {
        found.push_back(
            {FormTemplateId{id}, UnitId{unit}, unit_name, ids_of<UnitId>(path), title, shared, from_micros(changed)});
    }
    return found;
}

}  // namespace

std::vector<FormTemplate> templates_for(Transaction& tx, const std::vector<UnitId>& unit_path) {
    return select(tx,
                  "where t.unit_id = any($1::bigint[]) or (t.shared and u.path[1] = $2) "
                  "order by t.title collate \"nb-x-icu\", t.id limit 500",
                  pqxx::params{array_of(unit_path), unit_path.front().value});
}

std::optional<FormTemplate> find_template(Transaction& tx, FormTemplateId id) {
    auto found = select(tx, "where t.id = $1", pqxx::params{id.value});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

string definition_of(Transaction& tx, FormTemplateId id) {
    return tx.sql().query_value<string>("select definition from form_templates where id = $1", pqxx::params{id.value});
}

FormTemplateId keep_template(Transaction& tx, UnitId unit, const string& title, const string& definition, bool shared,
                             AccountId author) {
    return FormTemplateId{tx.sql().query_value<int64_t>(
        "insert into form_templates (unit_id, title, definition, shared, created_by) values ($1, $2, $3, $4, $5) "
        "on conflict (unit_id, lower(title)) do update set title = $2, definition = $3, shared = $4, created_by = $5, "
        "changed_at = now() returning id",
        pqxx::params{unit.value, title, definition, shared, author.value})};
}

void remove_template(Transaction& tx, FormTemplateId id) {
    tx.sql().exec("delete from form_templates where id = $1", pqxx::params{id.value});
}

}  // namespace samrad::storage
