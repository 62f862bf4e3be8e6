#include "storage/proofs.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

std::vector<std::string> proof_keys(Transaction& tx) {
    std::vector<std::string> keys;
    for (auto [key] : tx.sql().query<std::string>("select key from proof_keys order by id desc")) keys.push_back(key);
    return keys;
}

void renew_proof_keys(Transaction& tx) {
    tx.sql().exec(
        "insert into proof_keys (key) select encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || "
        "uuid_send(gen_random_uuid()), 'hex') where not exists (select from proof_keys where made_at > now() - "
        "interval "
        "'1 day')");
    tx.sql().exec("delete from proof_keys where made_at < now() - interval '2 days'");
    tx.sql().exec("delete from used_proofs where expires_at < now()");
}

bool use_proof(Transaction& tx, const std::string& proof_hash, Time expires) {
    return tx.sql()
               .exec(
                   "insert into used_proofs (proof_hash, expires_at) values ($1, at_micros($2)) on conflict "
                   "(proof_hash) "
                   "do nothing",
                   pqxx::params{pqxx::binary_cast(proof_hash), to_micros(expires)})
               .affected_rows() == 1;
}

}  // namespace samrad::storage
