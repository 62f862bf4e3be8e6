#include "storage/address_counts.hpp"

#include <pqxx/pqxx>

namespace samrad::storage {

bool count_address(Transaction& tx, ConsultationId consultation, const std::string& address, int most) {
    // The key of the day is made by whoever comes first; two at once agree on one.
    tx.sql().exec(pqxx::prepped{
        tx.prepared("insert into address_keys (day, key) values (current_date, uuid_send(gen_random_uuid()) || "
                    "uuid_send(gen_random_uuid())) on conflict (day) do nothing")});
    return tx.sql()
               .exec(pqxx::prepped{tx.prepared(
                         "insert into address_uses (consultation_id, day, address_hash, answers) "
                         "select $1, current_date, sha256(key || convert_to($2, 'UTF8')), 1 from address_keys where "
                         "day = "
                         "current_date on conflict (consultation_id, day, address_hash) do update set answers = "
                         "address_uses.answers + 1 where address_uses.answers < $3")},
                     pqxx::params{consultation.value, address, most})
               .affected_rows() == 1;
}

long forget_addresses(Transaction& tx) {
    const auto uses = tx.sql().exec("delete from address_uses where day < current_date").affected_rows();
    const auto keys = tx.sql().exec("delete from address_keys where day < current_date").affected_rows();
    return long(uses + keys);
}

}  // namespace samrad::storage
