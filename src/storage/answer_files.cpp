#include "storage/answer_files.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::string;

std::vector<AnswerFile> select(Transaction& tx, const string& condition, int64_t argument) {
    std::vector<AnswerFile> found;
    for (auto [id, answer, question, name, kind, size, reason, by, at] :
         tx.sql().query<int64_t, int64_t, string, string, string, int64_t, std::optional<string>, string, int64_t>(
             pqxx::prepped{tx.prepared(
                 "select f.id, f.answer_id, f.question, f.name, f.kind, octet_length(f.bytes), f.withheld_reason, "
                 "coalesce(a.name, ''), coalesce(micros(f.withheld_at), 0) from answer_files f left join accounts a on "
                 "a.id = f.withheld_by where " +
                 condition + " order by f.id")},
             pqxx::params{argument})) {
        found.push_back({id, AnswerId{answer}, question, name, from_name<domain::FileKind>(kind).value(), size});
        if (reason) found.back().withheld = Withholding{*reason, by, from_micros(at)};
    }
    return found;
}

}  // namespace

int64_t add_answer_file(Transaction& tx, const AnswerFile& file, const string& bytes) {
    return tx.sql().query_value<int64_t>(
        "insert into answer_files (answer_id, question, name, kind, bytes) values ($1, $2, $3, $4, $5) returning id",
        pqxx::params{file.answer.value, file.question, file.name, name_of(file.kind), pqxx::binary_cast(bytes)});
}

std::vector<AnswerFile> files_of_answer(Transaction& tx, AnswerId answer) {
    return select(tx, "f.answer_id = $1", answer.value);
}

std::optional<AnswerFile> find_answer_file(Transaction& tx, int64_t file) {
    auto found = select(tx, "f.id = $1", file);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

string bytes_of_file(Transaction& tx, int64_t file) {
    const auto bytes =
        tx.sql().query_value<pqxx::bytes>("select bytes from answer_files where id = $1", pqxx::params{file});
    return string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

void withhold_file(Transaction& tx, int64_t file, const string& reason, AccountId by) {
    tx.sql().exec("update answer_files set withheld_at = now(), withheld_by = $3, withheld_reason = $2 where id = $1",
                  pqxx::params{file, reason, by.value});
}

void give_file_back(Transaction& tx, int64_t file) {
    tx.sql().exec(
        "update answer_files set withheld_at = null, withheld_by = null, withheld_reason = null where id = $1",
        pqxx::params{file});
}

void remove_answer_file(Transaction& tx, AnswerId answer, int64_t file) {
    tx.sql().exec("delete from answer_files where id = $1 and answer_id = $2", pqxx::params{file, answer.value});
}

}  // namespace samrad::storage
