#include "storage/answered_requests.hpp"

#include <pqxx/pqxx>

namespace samrad::storage {

std::optional<AnsweredRequest> claim_key(Transaction& tx, std::string_view scope, std::string_view key,
                                         std::string_view fingerprint) {
    const auto claimed = tx.sql().exec(
        "insert into answered_requests (scope, key, fingerprint) values ($1, $2, $3) on conflict do nothing",
        pqxx::params{scope, key, fingerprint});
    if (claimed.affected_rows() == 1) return std::nullopt;
    const auto [stored, status, reply] = tx.sql().query1<std::string, int, std::string>(
        "select fingerprint, coalesce(status, 0), coalesce(reply, '') from answered_requests where scope = $1 and key "
        "= $2",
        pqxx::params{scope, key});
    return AnsweredRequest{stored, status, reply};
}

void store_answer(Transaction& tx, std::string_view scope, std::string_view key, int status, std::string_view reply) {
    tx.sql().exec("update answered_requests set status = $3, reply = $4 where scope = $1 and key = $2",
                  pqxx::params{scope, key, status, reply});
}

long forget_old_answers(Transaction& tx) {
    return tx.sql().exec("delete from answered_requests where at < now() - interval '1 day'").affected_rows();
}

}  // namespace samrad::storage
