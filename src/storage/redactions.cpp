#include "storage/redactions.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::string;

constexpr const char* columns =
    "select r.id, r.answer_id, r.field, r.first, r.past, r.reason, r.author_id, p.name, micros(r.at) from redactions r "
    "join accounts p on p.id = r.author_id ";

std::vector<Redaction> select(Transaction& tx, const char* condition, int64_t argument) {
    std::vector<Redaction> found;
    for (auto [id, answer, field, first, past, reason, author, name, at] :
         tx.sql().query<int64_t, int64_t, string, int, int, string, int64_t, string, int64_t>(
             pqxx::prepped{tx.prepared(string(columns) + condition)}, pqxx::params{argument})) {
        found.push_back({RedactionId{id},
                         AnswerId{answer},
                         {field, first, past},
                         reason,
                         AccountId{author},
                         name,
                         from_micros(at)});
    }
    return found;
}

}  // namespace

std::optional<Redaction> find_redaction(Transaction& tx, RedactionId redaction) {
    auto found = select(tx, "where r.id = $1", redaction.value);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Redaction> redactions_of(Transaction& tx, AnswerId answer) {
    return select(tx, "where r.answer_id = $1 order by r.field, r.first, r.id", answer.value);
}

RedactionId add_redaction(Transaction& tx, AnswerId answer, const domain::Passage& passage, const string& reason,
                          AccountId author) {
    return RedactionId{tx.sql().query_value<int64_t>(
        "insert into redactions (answer_id, field, first, past, reason, author_id) values ($1, $2, $3, $4, $5, $6) "
        "returning id",
        pqxx::params{answer.value, passage.field, passage.first, passage.past, reason, author.value})};
}

void move_redaction(Transaction& tx, RedactionId redaction, const domain::Passage& passage) {
    tx.sql().exec("update redactions set first = $2, past = $3 where id = $1",
                  pqxx::params{redaction.value, passage.first, passage.past});
}

void remove_redaction(Transaction& tx, RedactionId redaction) {
    tx.sql().exec("delete from redactions where id = $1", pqxx::params{redaction.value});
}

std::optional<Original> lock_original(Transaction& tx, AnswerId answer) {
    const auto found = tx.sql().query01<int64_t, int, string, int>(
        "select consultation_id, revision, content, edits from answers where id = $1 for update",
        pqxx::params{answer.value});
    if (!found) return std::nullopt;
    return Original{ConsultationId{std::get<0>(*found)}, std::get<1>(*found), std::get<2>(*found), std::get<3>(*found)};
}

void set_shown(Transaction& tx, AnswerId answer, const std::optional<string>& shown, const string& search_text) {
    tx.sql().exec(
        "update answers set shown = $2, search = to_tsvector('norwegian', $3) || to_tsvector('english', $3) where id = "
        "$1",
        pqxx::params{answer.value, shown, search_text});
}

}  // namespace samrad::storage
