// What becomes of amendments: that part of amendments.hpp.
#include <pqxx/pqxx>

#include "storage/amendments.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

using std::string;

void decide(Transaction& tx, const std::vector<AmendmentId>& amendments, const Decision& decision, int version) {
    if (amendments.empty()) return;
    const bool final = decision.state != domain::AmendmentState::withdrawn;
    const bool with_amending = decision.state != domain::AmendmentState::adopted;
    const auto extent = decision.extent ? std::optional(string(name_of(*decision.extent))) : std::nullopt;
    tx.sql().exec(
        "update amendments set state = $2, decided_version = case when $3 then $4::int end, decided_at = case when $3 "
        "then now() end, decided_reason = case when $3 then $5 else '' end, decided_by = case when $3 then $9::bigint "
        "end, extent = case when id = any($1::bigint[]) "
        "then $7::text "
        "end, lost_to = case when id = any($1::bigint[]) then $8::bigint end where id = "
        "any($1::bigint[]) or ($6 and amends = any($1::bigint[]) and state = 'submitted')",
        pqxx::params{array_of(amendments), name_of(decision.state), final, version, decision.reason, with_amending,
                     extent, to_number(decision.lost_to), to_number(decision.by)});
}

}  // namespace samrad::storage
