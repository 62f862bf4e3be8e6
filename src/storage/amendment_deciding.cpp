// What becomes of amendments: that part of amendments.hpp.
#include <pqxx/pqxx>

#include "storage/amendments.hpp"
#include "storage/rows.hpp"

namespace samrad::storage {

using std::int64_t;
using std::string;

void decide(Transaction& tx, const std::vector<AmendmentId>& amendments, domain::AmendmentState state, int version,
            const string& reason) {
    if (amendments.empty()) return;
    const bool final = state != domain::AmendmentState::withdrawn;
    const bool with_amending = state != domain::AmendmentState::adopted;
    tx.sql().exec(
        "update amendments set state = $2, decided_version = case when $3 then $4::int end, decided_at = case when $3 "
        "then now() end, decided_reason = case when $3 then $5 else '' end where id = any($1::bigint[]) or ($6 and "
        "amends = any($1::bigint[]) and state = 'submitted')",
        pqxx::params{array_of(amendments), name_of(state), final, version, reason, with_amending});
}

std::set<AmendmentId> adopted_as_changed(Transaction& tx, const std::vector<AmendmentId>& amendments) {
    std::set<AmendmentId> changed;
    // The decision that the version was made of is the last one on the version before.
    for (auto [id] : tx.sql().query<int64_t>(
             "select id from (select distinct on (a.id) a.id, m.decision from amendments a join merge_decisions m on "
             "m.document_id = a.document_id and m.version = a.decided_version - 1 and m.amendment_id = a.id where "
             "a.id = any($1::bigint[]) and a.state = 'adopted' order by a.id, m.id desc) last where decision = "
             "'take_changed'",
             pqxx::params{array_of(amendments)})) {
        changed.insert(AmendmentId{id});
    }
    return changed;
}

}  // namespace samrad::storage
