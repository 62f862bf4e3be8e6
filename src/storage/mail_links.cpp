#include "storage/mail_links.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

using std::int64_t;
using std::optional;
using std::string;

void add_mail_link(Transaction& tx, const string& token_hash, const MailLink& link) {
    tx.sql().exec(
        "insert into mail_links (token_hash, account_id, purpose, expires_at, name, password_hash, invitation_id) "
        "values ($1, $2, $3, at_micros($4), $5, $6, $7)",
        pqxx::params{pqxx::binary_cast(token_hash), link.account.value, name_of(link.purpose), to_micros(link.expires),
                     link.name, link.password_hash, to_number(link.invitation)});
}

optional<MailLink> lock_mail_link(Transaction& tx, const string& token_hash, LinkPurpose purpose) {
    const auto row = tx.sql().query01<int64_t, int64_t, bool, optional<string>, optional<string>, optional<int64_t>>(
        "select account_id, micros(expires_at), used_at is not null, name, password_hash, invitation_id "
        "from mail_links where token_hash = $1 and purpose = $2 for update",
        pqxx::params{pqxx::binary_cast(token_hash), name_of(purpose)});
    if (!row) return std::nullopt;
    const auto& [account, expires, used, name, password_hash, invitation] = *row;
    return MailLink{purpose,
                    AccountId{account},
                    from_micros(expires),
                    used,
                    name,
                    password_hash,
                    to_id<InvitationNoun>(invitation)};
}

void use_mail_links(Transaction& tx, AccountId account) {
    tx.sql().exec(
        "update mail_links set used_at = now(), password_hash = null where account_id = $1 and used_at is null",
        pqxx::params{account.value});
}

}  // namespace samrad::storage
