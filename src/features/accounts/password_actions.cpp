#include "features/accounts/password_actions.hpp"

#include "features/accounts/mailed_link.hpp"
#include "features/body.hpp"
#include "features/mail_texts.hpp"
#include "features/tokens.hpp"
#include "features/tries.hpp"
#include "storage/accounts.hpp"
#include "storage/mail_links.hpp"
#include "storage/outbox.hpp"
#include "storage/sessions.hpp"

namespace samrad::features {

namespace {

constexpr auto reset_lifetime = std::chrono::hours(1);

}  // namespace

http::Reply ask_for_new_password(Work& work, const Site& site) {
    Body body(work.request);
    const std::string email = domain::trimmed(body.text("email", 0, 1000));
    body.done();
    require(domain::check_email(email));
    limit_sender(work, "forgot", 2, 20);
    limit_email(work, "forgot", email, 0.1, 4);

    const auto known = storage::find_credentials(work.tx, email);
    if (known) {
        const std::string token = new_token();
        storage::add_mail_link(
            work.tx, hash_token(token),
            {storage::LinkPurpose::reset, known->account.id, work.now + reset_lifetime, false, {}, {}, {}});
        const auto mail = reset_mail(known->account.language, site, token);
        storage::add_mail(work.tx, known->account.email, mail.subject, mail.body);
    } else {
        // As many rows as above, so that the time it takes tells nothing.
        storage::add_no_mail(work.tx);
        storage::add_no_mail(work.tx);
    }
    return http::Reply::json("{}", 202);
}

http::Reply choose_new_password(Work& work, const Site& site, const Passwords& passwords) {
    Body body(work.request);
    const std::string token = body.text("token", 1, 100);
    const std::string password = body.text("password", 0, 1000);
    body.done();
    limit_sender(work, "reset", 10, 30);

    const auto link = reach_link(work, token, storage::LinkPurpose::reset);
    const auto account = storage::find_account(work.tx, link.account);
    if (!account) throw invalid("link.unknown", "token");
    require(domain::check_password(password, account->name, account->email));

    storage::set_password(work.tx, account->id, passwords.hash(password));
    storage::confirm_account(work.tx, account->id);
    storage::use_mail_links(work.tx, account->id);
    storage::end_sessions(work.tx, account->id);
    const auto mail = password_changed_mail(account->language, site);
    storage::add_mail(work.tx, account->email, mail.subject, mail.body);
    work.tell("account:" + std::to_string(account->id.value), "account", account->id.value);
    return http::Reply::nothing();
}

}  // namespace samrad::features
