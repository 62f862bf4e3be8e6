// Accounts: the people who can sign in. Erased ones are not found here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/account/account.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

struct Credentials {
    domain::Account account;
    std::optional<std::string> password_hash;  // nothing where no password was set yet
};

struct NewAccount {
    std::string name;
    std::string email;
    std::optional<std::string> password_hash;
    domain::Language language = domain::Language::nb;
    bool confirmed = false;
};

std::optional<domain::Account> find_account(Transaction& tx, AccountId account);
// By address, without regard to case.
std::optional<Credentials> find_credentials(Transaction& tx, std::string_view email);

// Nothing where the address has an account already (another request may have been quicker).
std::optional<AccountId> add_account(Transaction& tx, const NewAccount& account);

void change_account(Transaction& tx, AccountId account, const std::optional<std::string>& name,
                    const std::optional<domain::Language>& language);
void set_password(Transaction& tx, AccountId account, std::string_view password_hash);
// Marks the address as confirmed; a second time changes nothing.
void confirm_account(Transaction& tx, AccountId account);

// Confirmed accounts whose name contains the words, or whose address they are; by name, at most `limit`.
std::vector<AccountId> search_accounts(Transaction& tx, std::string_view words, int limit);

}  // namespace samrad::storage
