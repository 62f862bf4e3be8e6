#include "storage/consultees.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

constexpr const char* columns =
    "select e.id, e.consultation_id, e.unit_id, coalesce(e.name, u.name), coalesce(e.email, ''), e.must_be_heard, "
    "micros(e.sent_at), micros(e.opened_at), micros(e.reminded_at), micros(e.heard_at), micros(e.declined_at), "
    "coalesce(e.declined_word, ''), micros(e.waived_at), coalesce(w.name, ''), coalesce(e.waiver_reason, '') "
    "from consultees e left join units u on u.id = e.unit_id left join accounts w on w.id = e.waived_by ";

std::vector<domain::Consultee> select(Transaction& tx, const string& condition, const pqxx::params& params) {
    std::vector<domain::Consultee> found;
    using Micros = optional<int64_t>;
    for (auto [id, consultation, unit, name, email, required, sent, opened, reminded, heard, declined, word, waived,
               waived_by, reason] :
         tx.sql()
             .query<int64_t, int64_t, optional<int64_t>, string, string, bool, Micros, Micros, Micros, Micros, Micros,
                    string, Micros, string, string>(columns + condition, params)) {
        found.push_back({ConsulteeId{id}, ConsultationId{consultation}, to_id<UnitNoun>(unit), name, email, required,
                         from_micros(sent), from_micros(opened), from_micros(reminded), from_micros(heard),
                         from_micros(declined), word, from_micros(waived), waived_by, reason});
    }
    return found;
}

optional<domain::Consultee> first(std::vector<domain::Consultee> found) {
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

}  // namespace

std::vector<domain::Consultee> consultees_of(Transaction& tx, ConsultationId consultation) {
    return select(tx, "where e.consultation_id = $1 order by coalesce(e.name, u.name) collate \"nb-x-icu\", e.id",
                  pqxx::params{consultation.value});
}

optional<domain::Consultee> find_consultee(Transaction& tx, ConsulteeId consultee) {
    return first(select(tx, "where e.id = $1", pqxx::params{consultee.value}));
}

optional<domain::Consultee> lock_consultee(Transaction& tx, ConsulteeId consultee) {
    tx.sql().exec("select from consultees where id = $1 for no key update", pqxx::params{consultee.value});
    return find_consultee(tx, consultee);
}

optional<domain::Consultee> consultee_of_link(Transaction& tx, const string& token_hash) {
    return first(select(tx, "where e.id = (select consultee_id from consultee_links where token_hash = $1)",
                        pqxx::params{pqxx::binary_cast(token_hash)}));
}

std::vector<domain::Consultee> required_consultees(Transaction& tx, ProcessId process) {
    return select(tx,
                  "join consultations c on c.id = e.consultation_id where c.process_id = $1 and c.published_at is not "
                  "null and e.must_be_heard order by coalesce(e.name, u.name) collate \"nb-x-icu\", e.id",
                  pqxx::params{process.value});
}

int add_units(Transaction& tx, ConsultationId consultation, const std::vector<UnitId>& units, bool must_be_heard) {
    return int(tx.sql()
                   .exec("insert into consultees (consultation_id, unit_id, must_be_heard) "
                         "select distinct $1::bigint, unnest($2::bigint[]), $3::boolean on conflict do nothing",
                         pqxx::params{consultation.value, array_of(units), must_be_heard})
                   .affected_rows());
}

std::vector<UnitId> units_below(Transaction& tx, UnitId unit, domain::UnitKind kind) {
    std::vector<UnitId> ids;
    for (auto [id] :
         tx.sql().query<int64_t>("select id from units where path @> array[$1::bigint] and id <> $1 and kind = $2 "
                                 "order by id",
                                 pqxx::params{unit.value, name_of(kind)})) {
        ids.push_back(UnitId{id});
    }
    return ids;
}

int add_organisations(Transaction& tx, ConsultationId consultation, const std::vector<NewOrganisation>& organisations,
                      bool must_be_heard) {
    std::vector<string> names, emails;
    for (const auto& organisation : organisations) {
        names.push_back(organisation.name);
        emails.push_back(organisation.email);
    }
    return int(
        tx.sql()
            .exec("insert into consultees (consultation_id, name, email, must_be_heard) select $1, name, email, $4 "
                  "from unnest($2::text[], $3::text[]) as given (name, email) on conflict do nothing",
                  pqxx::params{consultation.value, names, emails, must_be_heard})
            .affected_rows());
}

void remove_consultee(Transaction& tx, ConsulteeId consultee) {
    tx.sql().exec("delete from consultees where id = $1", pqxx::params{consultee.value});
}

void change_consultee(Transaction& tx, const domain::Consultee& consultee) {
    tx.sql().exec("update consultees set must_be_heard = $2, email = nullif($3, '') where id = $1",
                  pqxx::params{consultee.id.value, consultee.must_be_heard, consultee.email});
}

std::vector<Recipient> recipients_of(Transaction& tx, const std::vector<ConsulteeId>& consultees) {
    std::vector<Recipient> found;
    for (auto [consultee, email, language] : tx.sql().query<int64_t, string, string>(
             "select e.id, a.email, a.language from consultees e join standings s on s.unit_id = e.unit_id "
             "and s.role in ('editor', 'administrator') and s.starts_at <= now() "
             "and (s.ends_at is null or s.ends_at > now()) join accounts a on a.id = s.account_id "
             "where e.id = any($1::bigint[]) and a.confirmed_at is not null and a.erased_at is null "
             "union select id, email, 'nb' from consultees where id = any($1::bigint[]) and email is not null "
             "order by 1, 2",
             pqxx::params{array_of(consultees)})) {
        // One mail to one address, also where an editor's own address was given beside.
        if (!found.empty() && found.back().consultee.value == consultee && found.back().email == email) continue;
        found.push_back(
            {ConsulteeId{consultee}, email, from_name<domain::Language>(language).value_or(domain::Language::nb)});
    }
    return found;
}

void send_links(Transaction& tx, const std::vector<NewLink>& links) {
    std::vector<ConsulteeId> ids;
    std::vector<pqxx::bytes> hashes;
    for (const auto& link : links) {
        ids.push_back(link.consultee);
        const auto bytes = pqxx::binary_cast(link.token_hash);
        hashes.emplace_back(bytes.begin(), bytes.end());
    }
    tx.sql().exec(
        "insert into consultee_links (consultee_id, token_hash) select * from unnest($1::bigint[], $2::bytea[])",
        pqxx::params{array_of(ids), hashes});
    tx.sql().exec(
        "update consultees set reminded_at = case when sent_at is null then null else now() end, "
        "sent_at = coalesce(sent_at, now()) where id = any($1::bigint[])",
        pqxx::params{array_of(ids)});
}

void drop_links(Transaction& tx, ConsulteeId consultee) {
    tx.sql().exec("delete from consultee_links where consultee_id = $1", pqxx::params{consultee.value});
}

void mark_opened(Transaction& tx, ConsulteeId consultee) {
    tx.sql().exec("update consultees set opened_at = now() where id = $1 and opened_at is null",
                  pqxx::params{consultee.value});
}

void decline(Transaction& tx, ConsulteeId consultee, const string& word) {
    tx.sql().exec("update consultees set declined_at = now(), declined_word = nullif($2, '') where id = $1",
                  pqxx::params{consultee.value, word});
}

void set_answer(Transaction& tx, ConsulteeId consultee, AnswerId answer) {
    tx.sql().exec("update consultees set answer_id = $2 where id = $1", pqxx::params{consultee.value, answer.value});
}

optional<AnswerId> answer_of_consultee(Transaction& tx, ConsulteeId consultee) {
    const auto found = tx.sql().query01<int64_t>(
        "select a.id from consultees e join answers a on a.id = e.answer_id "
        "where e.id = $1 and a.state not in ('withdrawn', 'erased', 'refused')",
        pqxx::params{consultee.value});
    if (!found) return std::nullopt;
    return AnswerId{std::get<0>(*found)};
}

bool was_begun_by_link(Transaction& tx, AnswerId answer) {
    return tx.sql().query_value<bool>(
        pqxx::prepped{tx.prepared("select exists (select from consultees where answer_id = $1)")},
        pqxx::params{answer.value});
}

void waive(Transaction& tx, ConsulteeId consultee, AccountId by, const string& reason) {
    tx.sql().exec("update consultees set waived_at = now(), waived_by = $2, waiver_reason = $3 where id = $1",
                  pqxx::params{consultee.value, by.value, reason});
}

void take_waiver_back(Transaction& tx, ConsulteeId consultee) {
    tx.sql().exec("update consultees set waived_at = null, waived_by = null, waiver_reason = null where id = $1",
                  pqxx::params{consultee.value});
}

}  // namespace samrad::storage
