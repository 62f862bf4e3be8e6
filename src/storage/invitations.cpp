#include "storage/invitations.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

namespace {

using std::int64_t;
using std::string;

using Row = std::tuple<int64_t, string, int64_t, string, int64_t, bool>;

std::optional<domain::Invitation> invitation_of(const std::optional<Row>& row) {
    if (!row) return std::nullopt;
    const auto& [id, email, unit, role, expires, used] = *row;
    return domain::Invitation{InvitationId{id},     email,
                              UnitId{unit},         from_name<domain::Role>(role).value_or(domain::Role::member),
                              from_micros(expires), used};
}

}  // namespace

InvitationId add_invitation(Transaction& tx, const domain::Invitation& invitation, AccountId invited_by,
                            const string& token_hash) {
    return InvitationId{tx.sql().query_value<int64_t>(
        "insert into invitations (token_hash, email, unit_id, role, invited_by, expires_at) "
        "values ($1, $2, $3, $4, nullif($5::bigint, 0), at_micros($6)) returning id",
        pqxx::params{pqxx::binary_cast(token_hash), invitation.email, invitation.unit.value, name_of(invitation.role),
                     invited_by.value, to_micros(invitation.expires)})};
}

std::optional<domain::Invitation> find_invitation(Transaction& tx, const string& token_hash) {
    return invitation_of(tx.sql().query01<int64_t, string, int64_t, string, int64_t, bool>(
        "select id, email, unit_id, role, micros(expires_at), used_at is not null from invitations "
        "where token_hash = $1",
        pqxx::params{pqxx::binary_cast(token_hash)}));
}

std::optional<domain::Invitation> lock_invitation(Transaction& tx, InvitationId invitation) {
    return invitation_of(tx.sql().query01<int64_t, string, int64_t, string, int64_t, bool>(
        "select id, email, unit_id, role, micros(expires_at), used_at is not null from invitations "
        "where id = $1 for update",
        pqxx::params{invitation.value}));
}

void use_invitation(Transaction& tx, InvitationId invitation, AccountId account) {
    tx.sql().exec("update invitations set used_at = now(), used_by = $2 where id = $1 and used_at is null",
                  pqxx::params{invitation.value, account.value});
}

}  // namespace samrad::storage
