#include "features/accounts/account_actions.hpp"

#include <boost/json.hpp>

#include "features/accounts/mailed_link.hpp"
#include "features/body.hpp"
#include "features/mail_texts.hpp"
#include "features/me.hpp"
#include "features/session_cookie.hpp"
#include "features/tokens.hpp"
#include "features/tries.hpp"
#include "features/use_invitation.hpp"
#include "storage/accounts.hpp"
#include "storage/invitations.hpp"
#include "storage/mail_links.hpp"
#include "storage/outbox.hpp"

namespace samrad::features {

namespace {

constexpr auto confirm_lifetime = std::chrono::hours(24);

struct SignUp {
    std::string name;
    std::string email;
    std::string password;
    domain::Language language = domain::Language::nb;
    std::optional<std::string> invitation;
};

SignUp read_sign_up(Work& work) {
    Body body(work.request);
    SignUp form;
    form.name = domain::trimmed(body.text("name", 0, 1000));
    form.email = domain::trimmed(body.text("email", 0, 1000));
    form.password = body.text("password", 0, 1000);
    form.language = body.maybe_name<domain::Language>("language").value_or(language_of(work.request));
    form.invitation = body.maybe_text("invitation", 1, 100);
    body.done();
    require(domain::check_name(form.name));
    require(domain::check_email(form.email));
    require(domain::check_password(form.password, form.name, form.email));
    return form;
}

}  // namespace

http::Reply show_me(Work& work, const Site& site) {
    return reply_json(me_json(work.tx, work.actor.account, work.request, site));
}

http::Reply change_me(Work& work, const Site& site) {
    Body body(work.request);
    auto name = body.maybe_text("name", 0, 1000);
    const auto language = body.maybe_name<domain::Language>("language");
    body.done();
    if (name) {
        name = domain::trimmed(*name);
        require(domain::check_name(*name));
    }
    const AccountId account = work.actor.account;
    storage::change_account(work.tx, account, name, language);
    work.tell("account:" + std::to_string(account.value), "account", account.value);
    return reply_json(me_json(work.tx, account, work.request, site));
}

http::Reply sign_up(Work& work, const Site& site, const Passwords& passwords) {
    const SignUp form = read_sign_up(work);
    limit_sender(work, "sign_up", 2, 20);
    limit_email(work, "sign_up", form.email, 0.1, 4);

    std::optional<domain::Invitation> invitation;
    if (form.invitation) {
        invitation = reach_invitation(work, *form.invitation);
        require(domain::refuse_invitation(*invitation, form.email, work.now));
    } else if (!site.open_sign_up) {
        throw forbidden("account.sign_up_closed");
    }

    // The same steps for every address, known or not, so that the time they take tells nothing.
    const std::string hash = passwords.hash(form.password);
    storage::add_account(work.tx, {form.name, form.email, hash, form.language, false});
    const auto known = storage::find_credentials(work.tx, form.email);
    if (!known) throw Problem{};
    const bool has_account = known->account.confirmed;
    const std::string token = new_token();
    storage::MailLink link{storage::LinkPurpose::confirm, known->account.id, work.now, false, {}, {}, {}};
    if (!has_account) {
        link.expires = work.now + confirm_lifetime;
        link.name = form.name;
        link.password_hash = hash;
        if (invitation) link.invitation = invitation->id;
    }
    storage::add_mail_link(work.tx, hash_token(token), link);  // one that nobody is told of, where there is an account

    const auto mail = has_account ? account_exists_mail(known->account.language, site, form.invitation.value_or(""))
                                  : confirm_mail(form.language, site, token);
    storage::add_mail(work.tx, known->account.email, mail.subject, mail.body);
    return http::Reply::json("{}", 202);
}

http::Reply confirm(Work& work, const Site& site) {
    Body body(work.request);
    const std::string token = body.text("token", 1, 100);
    body.done();
    limit_sender(work, "confirm", 10, 30);

    const auto link = reach_link(work, token, storage::LinkPurpose::confirm);
    const auto account = storage::find_account(work.tx, link.account);
    if (!account) throw invalid("link.unknown", "token");

    storage::change_account(work.tx, account->id, link.name, std::nullopt);
    if (link.password_hash) storage::set_password(work.tx, account->id, *link.password_hash);
    storage::confirm_account(work.tx, account->id);
    storage::use_mail_links(work.tx, account->id);
    if (link.invitation) {
        // It may have been used or run out since the sign-up: then there is an account without the standing.
        const auto invitation = storage::lock_invitation(work.tx, *link.invitation);
        if (invitation && !domain::refuse_invitation(*invitation, account->email, work.now)) {
            use_invitation(work, *invitation, account->id);
        }
    }
    http::Reply reply = reply_json(me_json(work.tx, account->id, work.request, site));
    begin_session(work, account->id, reply);
    return reply;
}

}  // namespace samrad::features
