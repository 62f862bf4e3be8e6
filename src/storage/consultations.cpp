#include "storage/consultations.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

constexpr const char* columns =
    "select id, process_id, document_id, coalesce(version, 0), title, introduction, micros(opens_at), "
    "micros(closes_at), "
    "micros(published_at), once, allows_anonymous, holds_answers, publishes_answers, asks_proof, per_address, purpose, "
    "micros(erases_at), revision from consultations ";

std::vector<domain::Consultation> select(Transaction& tx, const char* condition, int64_t argument) {
    std::vector<domain::Consultation> found;
    for (auto [id, process, document, version, title, introduction, opens, closes, published, once, anonymous, holds,
               publishes, asks_proof, per_address, purpose, erases, revision] :
         tx.sql()
             .query<int64_t, int64_t, optional<int64_t>, int, string, string, int64_t, int64_t, optional<int64_t>,
                    string, bool, bool, bool, bool, int, string, int64_t, int>(
                 pqxx::prepped{tx.prepared(string(columns) + condition)}, pqxx::params{argument})) {
        found.push_back({ConsultationId{id},
                         ProcessId{process},
                         {to_id<DocumentNoun>(document), version, title, introduction, from_micros(opens),
                          from_micros(closes), from_name<domain::Once>(once).value(), anonymous, holds, publishes,
                          asks_proof, per_address, purpose, from_micros(erases)},
                         revision,
                         from_micros(published)});
    }
    return found;
}

pqxx::params params_of(int64_t first, const domain::ConsultationRules& rules) {
    return {first,
            to_number(rules.document),
            rules.document ? optional<int>(rules.version) : std::nullopt,
            rules.title,
            rules.introduction,
            to_micros(rules.opens),
            to_micros(rules.closes),
            name_of(rules.once),
            rules.allows_anonymous,
            rules.holds_answers,
            rules.publishes_answers,
            rules.asks_proof,
            rules.per_address,
            rules.purpose,
            to_micros(rules.erases)};
}

}  // namespace

optional<domain::Consultation> find_consultation(Transaction& tx, ConsultationId consultation) {
    auto found = select(tx, "where id = $1", consultation.value);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

optional<domain::Consultation> lock_consultation(Transaction& tx, ConsultationId consultation) {
    tx.sql().exec("select from consultations where id = $1 for no key update", pqxx::params{consultation.value});
    return find_consultation(tx, consultation);
}

std::vector<domain::Consultation> consultations_of(Transaction& tx, ProcessId process) {
    return select(tx, "where process_id = $1 order by id desc", process.value);
}

ConsultationId add_consultation(Transaction& tx, ProcessId process, const domain::ConsultationRules& rules,
                                AccountId author) {
    auto params = params_of(process.value, rules);
    params.append(author.value);
    return ConsultationId{tx.sql().query_value<int64_t>(
        "insert into consultations (process_id, document_id, version, title, introduction, opens_at, closes_at, once, "
        "allows_anonymous, holds_answers, publishes_answers, asks_proof, per_address, purpose, erases_at, created_by) "
        "values ($1, $2, $3, $4, $5, at_micros($6), at_micros($7), $8, $9, $10, $11, $12, $13, $14, at_micros($15), "
        "$16) "
        "returning id",
        params)};
}

void change_consultation(Transaction& tx, ConsultationId consultation, const domain::ConsultationRules& rules) {
    tx.sql().exec(
        "update consultations set document_id = $2, version = $3, title = $4, introduction = $5, opens_at = "
        "at_micros($6), closes_at = at_micros($7), once = $8, allows_anonymous = $9, holds_answers = $10, "
        "publishes_answers = $11, asks_proof = $12, per_address = $13, purpose = $14, erases_at = at_micros($15) "
        "where id = $1",
        params_of(consultation.value, rules));
}

void publish_consultation(Transaction& tx, ConsultationId consultation) {
    tx.sql().exec("update consultations set published_at = coalesce(published_at, now()) where id = $1",
                  pqxx::params{consultation.value});
}

optional<string> find_form(Transaction& tx, ConsultationId consultation, int revision) {
    for (auto [definition] : tx.sql().query<string>(
             pqxx::prepped{
                 tx.prepared("select definition from form_revisions where consultation_id = $1 and number = $2")},
             pqxx::params{consultation.value, revision}))
        return definition;
    return std::nullopt;
}

void store_form(Transaction& tx, ConsultationId consultation, int revision, const string& definition,
                AccountId author) {
    tx.sql().exec(
        "insert into form_revisions (consultation_id, number, definition, created_by) values ($1, $2, $3, $4) "
        "on conflict (consultation_id, number) do update set definition = $3, created_by = $4, created_at = now(), "
        "edits = form_revisions.edits + 1",
        pqxx::params{consultation.value, revision, definition, author.value});
    tx.sql().exec("update consultations set revision = $2 where id = $1", pqxx::params{consultation.value, revision});
}

int form_edits(Transaction& tx, ConsultationId consultation, int revision) {
    return tx.sql().query_value<int>(
        "select coalesce((select edits from form_revisions where consultation_id = $1 and number = $2), 0)",
        pqxx::params{consultation.value, revision});
}

std::vector<FormRevision> form_revisions_of(Transaction& tx, ConsultationId consultation) {
    std::vector<FormRevision> found;
    for (auto [number, at, author, answers] : tx.sql().query<int, int64_t, string, int>(
             "select r.number, micros(r.created_at), a.name, (select count(*) from answers w where w.consultation_id = "
             "r.consultation_id and w.revision = r.number and w.state = 'submitted') from form_revisions r "
             "join accounts a on a.id = r.created_by where r.consultation_id = $1 order by r.number desc",
             pqxx::params{consultation.value})) {
        found.push_back({number, from_micros(at), author, answers});
    }
    return found;
}

std::vector<domain::Consultation> consultations_of_unit(Transaction& tx, UnitId unit) {
    return select(tx, "where process_id in (select id from processes where unit_id = $1) order by id desc limit 100",
                  unit.value);
}

AnswerCounts count_answers(Transaction& tx, ConsultationId consultation) {
    const auto [submitted, held] = tx.sql().query1<int, int>(
        "select count(*) filter (where state = 'submitted'), count(*) filter (where state = 'held') from answers "
        "where consultation_id = $1",
        pqxx::params{consultation.value});
    return {submitted, held};
}

bool has_answers(Transaction& tx, ConsultationId consultation) {
    return tx.sql().query_value<bool>("select exists (select from answers where consultation_id = $1)",
                                      pqxx::params{consultation.value});
}

void add_code(Transaction& tx, ConsultationId consultation, const string& code_hash) {
    tx.sql().exec("insert into consultation_codes (consultation_id, code_hash) values ($1, $2)",
                  pqxx::params{consultation.value, pqxx::binary_cast(code_hash)});
}

bool hold_code(Transaction& tx, ConsultationId consultation, const string& code_hash) {
    // No row is locked: the server may not change what was handed out.
    tx.sql().exec("select pg_advisory_xact_lock(('x' || left(encode($1, 'hex'), 16))::bit(64)::bigint)",
                  pqxx::params{pqxx::binary_cast(code_hash)});
    return tx.sql().query_value<bool>(
        "select exists (select from consultation_codes where consultation_id = $1 and code_hash = $2)",
        pqxx::params{consultation.value, pqxx::binary_cast(code_hash)});
}

bool code_is_used(Transaction& tx, ConsultationId consultation, const string& code_hash) {
    return tx.sql().query_value<bool>(
        "select exists (select from answers where consultation_id = $1 and code_hash = $2 and state not in ('draft', "
        "'withdrawn', 'erased', 'refused'))",
        pqxx::params{consultation.value, pqxx::binary_cast(code_hash)});
}

}  // namespace samrad::storage
