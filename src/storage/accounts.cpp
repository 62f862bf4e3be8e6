#include "storage/accounts.hpp"

#include <pqxx/pqxx>

namespace samrad::storage {

namespace {

using std::int64_t;
using std::optional;
using std::string;

domain::Account account_of(int64_t id, string name, string email, const string& language, bool confirmed) {
    return {AccountId{id}, std::move(name), std::move(email),
            from_name<domain::Language>(language).value_or(domain::Language::nb), confirmed};
}

optional<string> word_of(const optional<domain::Language>& language) {
    if (!language) return std::nullopt;
    return string(name_of(*language));
}

// The words as a LIKE pattern in which nothing but the words themselves has a meaning.
string pattern_of(std::string_view words) {
    string pattern = "%";
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '\\') pattern.push_back('\\');
        pattern.push_back(c);
    }
    return pattern + "%";
}

}  // namespace

optional<domain::Account> find_account(Transaction& tx, AccountId account) {
    const auto row = tx.sql().query01<int64_t, string, string, string, bool>(
        "select id, name, coalesce(email, ''), language, confirmed_at is not null from accounts "
        "where id = $1 and erased_at is null",
        pqxx::params{account.value});
    if (!row) return std::nullopt;
    const auto& [id, name, email, language, confirmed] = *row;
    return account_of(id, name, email, language, confirmed);
}

optional<Credentials> find_credentials(Transaction& tx, std::string_view email) {
    const auto row = tx.sql().query01<int64_t, string, string, string, bool, optional<string>>(
        "select id, name, email, language, confirmed_at is not null, password_hash from accounts "
        "where lower(email) = lower($1) and erased_at is null",
        pqxx::params{email});
    if (!row) return std::nullopt;
    const auto& [id, name, stored_email, language, confirmed, password_hash] = *row;
    return Credentials{account_of(id, name, stored_email, language, confirmed), password_hash};
}

optional<AccountId> add_account(Transaction& tx, const NewAccount& account) {
    const auto row = tx.sql().query01<int64_t>(
        "insert into accounts (name, email, password_hash, language, confirmed_at) "
        "values ($1, $2, $3, $4, case when $5 then now() end) on conflict ((lower(email))) do nothing returning id",
        pqxx::params{account.name, account.email, account.password_hash, name_of(account.language), account.confirmed});
    if (!row) return std::nullopt;
    return AccountId{std::get<0>(*row)};
}

void change_account(Transaction& tx, AccountId account, const optional<string>& name,
                    const optional<domain::Language>& language) {
    tx.sql().exec("update accounts set name = coalesce($2, name), language = coalesce($3, language) where id = $1",
                  pqxx::params{account.value, name, word_of(language)});
}

void set_password(Transaction& tx, AccountId account, std::string_view password_hash) {
    tx.sql().exec("update accounts set password_hash = $2 where id = $1", pqxx::params{account.value, password_hash});
}

void confirm_account(Transaction& tx, AccountId account) {
    tx.sql().exec("update accounts set confirmed_at = now() where id = $1 and confirmed_at is null",
                  pqxx::params{account.value});
}

std::vector<AccountId> search_accounts(Transaction& tx, std::string_view words, int limit) {
    std::vector<AccountId> found;
    for (auto [id] :
         tx.sql().query<int64_t>("select id from accounts where erased_at is null and confirmed_at is not null "
                                 "and (name ilike $1 or lower(email) = lower($2)) order by name, id limit $3",
                                 pqxx::params{pattern_of(words), words, limit})) {
        found.push_back(AccountId{id});
    }
    return found;
}

}  // namespace samrad::storage
