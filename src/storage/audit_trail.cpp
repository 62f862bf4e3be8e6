#include "storage/audit_trail.hpp"

#include <pqxx/pqxx>

namespace samrad::storage {

void add_to_audit_trail(Transaction& tx, AccountId account, std::string_view act, std::string_view object,
                        std::string_view details) {
    tx.sql().exec(
        "insert into audit_trail (account_id, act, object, details) values (nullif($1::bigint, 0), $2, $3, $4)",
        pqxx::params{account.value, act, object, details});
}

}  // namespace samrad::storage
