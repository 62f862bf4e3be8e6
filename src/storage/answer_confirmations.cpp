#include "storage/answer_confirmations.hpp"

#include <pqxx/pqxx>

#include "base/problem.hpp"

namespace samrad::storage {

void add_confirmation(Transaction& tx, AnswerId answer, const std::string& token_hash) {
    tx.sql().exec("delete from answer_confirmations where answer_id = $1 and used_at is null",
                  pqxx::params{answer.value});
    tx.sql().exec(
        "insert into answer_confirmations (token_hash, answer_id, expires_at) values ($1, $2, now() + interval '24 "
        "hours')",
        pqxx::params{pqxx::binary_cast(token_hash), answer.value});
}

Confirmed confirm_answer(Transaction& tx, AnswerId answer, const std::string& token_hash) {
    const pqxx::params params{pqxx::binary_cast(token_hash), answer.value};
    const auto found = tx.sql().query01<bool, bool>(
        "select used_at is not null, expires_at <= now() from answer_confirmations where token_hash = $1 and answer_id "
        "= $2 for update",
        params);
    if (!found) return Confirmed::unknown;
    const auto [used, late] = *found;
    if (used) return Confirmed::before;
    if (late) return Confirmed::too_late;
    tx.sql().exec("update answer_confirmations set used_at = now() where token_hash = $1 and answer_id = $2", params);
    try {
        tx.sql().exec(
            "update answers set state = case when held_for is null then 'submitted' else 'held' end, receipt = "
            "coalesce(receipt, nextval('receipt_numbers')), submitted_at = coalesce(submitted_at, now()) where id = $1 "
            "and state = 'unconfirmed'",
            pqxx::params{answer.value});
    } catch (const pqxx::unique_violation&) {
        throw conflict("answer.given_already");
    }
    return Confirmed::now;
}

}  // namespace samrad::storage
