// The single-use links that are mailed to confirm an address or to set a new password.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/id.hpp"
#include "base/names.hpp"
#include "base/time.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

enum class LinkPurpose { confirm, reset };

struct MailLink {
    LinkPurpose purpose = LinkPurpose::confirm;
    AccountId account;
    Time expires;
    bool used = false;
    // With confirm: what the account becomes when the link is used.
    std::optional<std::string> name;
    std::optional<std::string> password_hash;
    std::optional<InvitationId> invitation;
};

// `token_hash` is 32 raw bytes.
void add_mail_link(Transaction& tx, const std::string& token_hash, const MailLink& link);
// Nothing where there is no such link for that purpose. Locked until the commit, so that two tries at once use it once.
std::optional<MailLink> lock_mail_link(Transaction& tx, const std::string& token_hash, LinkPurpose purpose);
// Marks every open link of the account as used, whatever its purpose: for a new password and a confirmed address.
void use_mail_links(Transaction& tx, AccountId account);

}  // namespace samrad::storage

template <>
inline constexpr auto samrad::names_of<samrad::storage::LinkPurpose> =
    std::array<std::string_view, 2>{"confirm", "reset"};
