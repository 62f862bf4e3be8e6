#include "app/account_command.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "features/mail_texts.hpp"
#include "features/passwords.hpp"
#include "features/tokens.hpp"
#include "storage/accounts.hpp"
#include "storage/audit_trail.hpp"
#include "storage/invitations.hpp"
#include "storage/mail_links.hpp"
#include "storage/outbox.hpp"
#include "storage/standings.hpp"
#include "storage/units.hpp"

namespace samrad::app {

namespace {

using std::string;

struct Options {
    string email, name, password, language = "nb", role;
    std::int64_t unit = 0;
    bool password_from_input = false, confirmed = false;
};

void require(const std::optional<Problem>& problem) {
    if (problem) throw *problem;
}

domain::Unit unit_of(storage::Transaction& tx, std::int64_t id) {
    auto unit = storage::find_unit(tx, UnitId{id});
    if (!unit) throw invalid("input.not_a_choice", "unit");
    return *std::move(unit);
}

domain::Role role_of(const Options& options) {
    const auto role = from_name<domain::Role>(options.role);
    if (!role) throw invalid("input.not_a_choice", "role");
    return *role;
}

void add(const Options& options, const string& database, const features::Site& site) {
    string password = options.password;
    if (options.password_from_input) std::getline(std::cin, password);
    require(domain::check_name(options.name));
    require(domain::check_email(options.email));
    std::optional<string> hash;
    if (!password.empty()) {
        require(domain::check_password(password, options.name, options.email));
        hash = features::Passwords().hash(password);
    }
    const auto language = from_name<domain::Language>(options.language).value_or(domain::Language::nb);
    storage::Pool pool(database, 1, storage::As::owner);
    storage::Transaction tx(pool, storage::Mode::write);
    const auto account = storage::add_account(tx, {options.name, options.email, hash, language, options.confirmed});
    if (!account) throw conflict("account.exists");
    if (options.unit != 0) {
        const auto unit = unit_of(tx, options.unit);
        const auto standing =
            storage::add_standing(tx, *account, unit.id, role_of(options), now(), std::nullopt, AccountId{});
        storage::add_to_audit_trail(tx, AccountId{}, "grant", "standing:" + std::to_string(standing.value),
                                    "command line");
    }
    if (!options.confirmed) {
        const string token = features::new_token();
        storage::add_mail_link(
            tx, features::hash_token(token),
            {storage::LinkPurpose::confirm, *account, now() + std::chrono::hours(24), false, {}, {}, {}});
        const auto mail = features::confirm_mail(language, site, token);
        storage::add_mail(tx, options.email, mail.subject, mail.body);
    }
    tx.commit();
    std::cout << account->value << "\n";
}

void invite(const Options& options, const string& database, const features::Site& site) {
    require(domain::check_email(options.email));
    const auto language = from_name<domain::Language>(options.language).value_or(domain::Language::nb);
    storage::Pool pool(database, 1, storage::As::owner);
    storage::Transaction tx(pool, storage::Mode::write);
    const auto unit = unit_of(tx, options.unit);
    domain::Invitation invitation{{}, options.email, unit.id, role_of(options), now() + std::chrono::days(14), false};
    const string token = features::new_token();
    invitation.id = storage::add_invitation(tx, invitation, AccountId{}, features::hash_token(token));
    const auto mail = features::invitation_mail(language, site, token, unit.name, invitation.role);
    storage::add_mail(tx, options.email, mail.subject, mail.body);
    storage::add_to_audit_trail(tx, AccountId{}, "invite", "invitation:" + std::to_string(invitation.id.value),
                                "command line");
    tx.commit();
    // Whoever has this link and the address may use it; the mail with it goes out when the server runs.
    std::cout << site.public_address << "/invitation?token=" << token << "\n";
}

}  // namespace

void add_account_command(CLI::App& program, std::function<string()> database_url,
                         std::function<features::Site()> site) {
    auto* account = program.add_subcommand("account", "Add accounts and invite people");
    account->require_subcommand(1);
    const auto options = std::make_shared<Options>();

    auto* adding = account->add_subcommand("add", "Add an account and print its id");
    adding->add_option("--email", options->email, "Where mail goes, and what to sign in with")->required();
    adding->add_option("--name", options->name, "The name that others see")->required();
    auto* given =
        adding->add_option("--password", options->password, "10 characters at least (seen in the list of processes)");
    adding->add_flag("--password-stdin", options->password_from_input, "Read the password from the input's first line")
        ->excludes(given);
    auto* unit = adding->add_option("--unit", options->unit, "A unit's id, for a standing in it");
    auto* role = adding->add_option("--role", options->role, "member, editor, moderator or administrator");
    unit->needs(role);
    role->needs(unit);
    adding->add_option("--language", options->language, "nb or en");
    adding->add_flag("--confirmed", options->confirmed, "Take the address as confirmed; else a mail asks for that");
    adding->callback([=] { add(*options, database_url(), site()); });

    auto* inviting = account->add_subcommand("invite", "Invite somebody by mail and print the link");
    inviting->add_option("--email", options->email, "Who is invited")->required();
    inviting->add_option("--unit", options->unit, "The unit's id")->required();
    inviting->add_option("--role", options->role, "member, editor, moderator or administrator")->required();
    inviting->add_option("--language", options->language, "nb or en");
    inviting->callback([=] { invite(*options, database_url(), site()); });
}

}  // namespace samrad::app
