#include "storage/processes.hpp"

#include <algorithm>
#include <map>
#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

constexpr const char* columns =
    "select p.id, p.unit_id, u.name, u.path::text, p.title, p.description, p.audience, p.admits_participants, "
    "micros(p.amendments_until), p.participants_amend, p.supporters_needed, p.supporters_from, p.amendments_each, "
    "array_to_string(array(select c.id || ' ' || b.name from unnest(p.chain) with ordinality c (id, place) "
    "join units b on b.id = c.id order by c.place), E'\n'), "
    "array_to_string(array(select c.id || ' ' || b.name from unnest(p.supporters_units) with ordinality c (id, place) "
    "join units b on b.id = c.id order by c.place), E'\n'), p.supporter_units_needed, "
    "exists (select from consultees e join consultations c on c.id = e.consultation_id where c.process_id = p.id and "
    "c.published_at is not null and e.must_be_heard and e.heard_at is null and e.waived_at is null), "
    "coalesce((select array_agg(unit_id order by unit_id) from process_units n where n.process_id = p.id), '{}')::text "
    "from processes p join units u on u.id = p.unit_id ";

// A line for each unit: its id, a space, its name (which is one line).
std::vector<domain::NamedUnit> named_units_in(const string& lines) {
    std::vector<domain::NamedUnit> units;
    for (std::size_t at = 0; at < lines.size();) {
        const auto space = lines.find(' ', at);
        const auto end = std::min(lines.find('\n', at), lines.size());
        units.push_back({UnitId{std::stoll(lines.substr(at, space - at))}, lines.substr(space + 1, end - space - 1)});
        at = end + 1;
    }
    return units;
}

string array_of_named(const std::vector<domain::NamedUnit>& units) {
    std::vector<UnitId> ids;
    for (const auto& unit : units) ids.push_back(unit.id);
    return array_of(ids);
}

// Adds the stages of all the processes in one query.
void load_stages(Transaction& tx, std::vector<domain::Process>& processes) {
    std::map<int64_t, domain::Process*> places;
    std::vector<ProcessId> ids;
    for (auto& process : processes) {
        places[process.id.value] = &process;
        ids.push_back(process.id);
    }
    if (ids.empty()) return;
    for (auto [process, id, title, kind, starts] : tx.sql().query<int64_t, int64_t, string, string, optional<int64_t>>(
             pqxx::prepped{tx.prepared("select process_id, id, title, kind, micros(starts_at) from stages "
                                       "where process_id = any($1::bigint[]) order by process_id, ordinal")},
             pqxx::params{array_of(ids)})) {
        places.at(process)->stages.push_back({StageId{id}, title,
                                              from_name<domain::StageKind>(kind).value_or(domain::StageKind::preparing),
                                              from_micros(starts)});
    }
}

std::vector<domain::Process> load(Transaction& tx, const string& condition, const pqxx::params& params) {
    std::vector<domain::Process> processes;
    for (auto [id, unit, unit_name, path, title, description, audience, admits, until, participants, needed, from, each,
               chain, from_units, units_needed, awaits, named] :
         tx.sql()
             .query<int64_t, int64_t, string, string, string, string, string, bool, optional<int64_t>, bool, int,
                    string, int, string, string, int, bool, string>(pqxx::prepped{tx.prepared(columns + condition)},
                                                                    params)) {
        processes.push_back({ProcessId{id},
                             UnitId{unit},
                             unit_name,
                             ids_of<UnitId>(path),
                             title,
                             description,
                             from_name<domain::Audience>(audience).value_or(domain::Audience::members),
                             ids_of<UnitId>(named),
                             admits,
                             {},
                             {from_micros(until), participants, needed,
                              from_name<domain::SupportersFrom>(from).value_or(domain::SupportersFrom::everybody),
                              named_units_in(from_units), units_needed, each, named_units_in(chain)},
                             awaits});
    }
    load_stages(tx, processes);
    return processes;
}

void replace_named_units(Transaction& tx, ProcessId process, const std::vector<UnitId>& units) {
    tx.sql().exec("delete from process_units where process_id = $1", pqxx::params{process.value});
    tx.sql().exec("insert into process_units (process_id, unit_id) select distinct $1::bigint, unnest($2::bigint[])",
                  pqxx::params{process.value, array_of(units)});
}

}  // namespace

std::optional<domain::Process> find_process(Transaction& tx, ProcessId process) {
    auto found = load(tx, "where p.id = $1", pqxx::params{process.value});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<domain::Process> lock_process(Transaction& tx, ProcessId process) {
    // Two statements: the second sees everything that was committed before the lock was got.
    tx.sql().exec("select from processes where id = $1 for no key update", pqxx::params{process.value});
    return find_process(tx, process);
}

std::vector<domain::Process> find_processes(Transaction& tx, const std::vector<ProcessId>& processes) {
    return load(tx, "where p.id = any($1::bigint[]) order by p.id", pqxx::params{array_of(processes)});
}

std::vector<domain::Process> list_processes(Transaction& tx, ProcessId after, int limit, UnitId unit) {
    return load(tx,
                "where ($1::bigint = 0 or p.id < $1) and ($3::bigint = 0 or p.unit_id = $3) "
                "order by p.id desc limit $2",
                pqxx::params{after.value, limit, unit.value});
}

ProcessId add_process(Transaction& tx, const domain::Process& process, AccountId author) {
    const ProcessId id{tx.sql().query_value<int64_t>(
        "insert into processes (unit_id, title, description, audience, admits_participants, created_by, "
        "amendments_until, participants_amend, supporters_needed, supporters_from, amendments_each, chain, "
        "supporters_units, supporter_units_needed) values ($1, $2, $3, $4, $5, $6, at_micros($7), $8, $9, $10, $11, "
        "$12::bigint[], $13::bigint[], $14) returning id",
        pqxx::params{process.unit.value, process.title, process.description, name_of(process.audience),
                     process.admits_participants, author.value, to_micros(process.amendments.until),
                     process.amendments.participants, process.amendments.supporters_needed,
                     name_of(process.amendments.supporters_from), process.amendments.each,
                     array_of_named(process.amendments.chain), array_of_named(process.amendments.supporters_units),
                     process.amendments.supporter_units_needed})};
    replace_named_units(tx, id, process.named_units);
    replace_stages(tx, id, process.stages);
    return id;
}

void update_process(Transaction& tx, const domain::Process& process) {
    tx.sql().exec(
        "update processes set title = $2, description = $3, audience = $4, admits_participants = $5, "
        "amendments_until = at_micros($6), participants_amend = $7, supporters_needed = $8, supporters_from = $9, "
        "amendments_each = $10, chain = $11::bigint[], supporters_units = $12::bigint[], supporter_units_needed = $13 "
        "where id = $1",
        pqxx::params{process.id.value, process.title, process.description, name_of(process.audience),
                     process.admits_participants, to_micros(process.amendments.until), process.amendments.participants,
                     process.amendments.supporters_needed, name_of(process.amendments.supporters_from),
                     process.amendments.each, array_of_named(process.amendments.chain),
                     array_of_named(process.amendments.supporters_units), process.amendments.supporter_units_needed});
    replace_named_units(tx, process.id, process.named_units);
}

void replace_stages(Transaction& tx, ProcessId process, const std::vector<domain::Stage>& stages) {
    std::vector<int64_t> kept;
    for (const auto& stage : stages) kept.push_back(stage.id.value);
    tx.sql().exec("delete from stages where process_id = $1 and not id = any($2::bigint[])",
                  pqxx::params{process.value, array_of(kept)});
    int ordinal = 0;
    for (const auto& stage : stages) {
        ++ordinal;
        const auto updated = tx.sql().exec(
            "update stages set ordinal = $3, title = $4, kind = $5, starts_at = at_micros($6) "
            "where process_id = $1 and id = $2",
            pqxx::params{process.value, stage.id.value, ordinal, stage.title, name_of(stage.kind),
                         to_micros(stage.starts)});
        if (updated.affected_rows() == 1) continue;
        tx.sql().exec(
            "insert into stages (process_id, ordinal, title, kind, starts_at) values ($1, $2, $3, $4, at_micros($5))",
            pqxx::params{process.value, ordinal, stage.title, name_of(stage.kind), to_micros(stage.starts)});
    }
}

bool begin_stage(Transaction& tx, ProcessId process, StageId stage, Time at) {
    return tx.sql()
               .exec("update stages set starts_at = at_micros($3) where process_id = $1 and id = $2",
                     pqxx::params{process.value, stage.value, to_micros(at)})
               .affected_rows() == 1;
}

std::vector<ProcessId> processes_with_new_stage(Transaction& tx, Time since, Time until) {
    std::vector<ProcessId> ids;
    for (auto [id] : tx.sql().query<int64_t>(
             "select process_id from stages where starts_at > at_micros($1) and "
             "starts_at <= at_micros($2) union "
             "select c.process_id from consultees e join consultations c on c.id = e.consultation_id "
             "where e.must_be_heard and e.heard_at > at_micros($1) and e.heard_at <= at_micros($2) "
             "order by process_id",
             pqxx::params{to_micros(since), to_micros(until)})) {
        ids.push_back(ProcessId{id});
    }
    return ids;
}

}  // namespace samrad::storage
