#include "features/sessions/session_actions.hpp"

#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/me.hpp"
#include "features/session_cookie.hpp"
#include "features/tokens.hpp"
#include "features/tries.hpp"
#include "http/client_address.hpp"
#include "storage/accounts.hpp"
#include "storage/sessions.hpp"

namespace samrad::features {

namespace {

Problem wrong() { return {Kind::unauthenticated, "session.wrong", {}, {}, 0}; }

std::string topic_of(AccountId account) { return "account:" + std::to_string(account.value); }

// Guesses are slowed down three times over: for a sender, for a sender at one account, and for one account whoever
// guesses. The last is wide, so that a stranger cannot lock somebody out with a few tries; a sign-in that succeeds
// gives its tries back, so that only failures count.
class Guess {
public:
    Guess(Work& work, std::string_view email)
        : limits_(work.limits),
          sender_("sign_in:sender:" + http::network_of(work.request.remote_address)),
          account_("sign_in:account:" + fingerprint_of(email)),
          both_(account_ + ":" + http::network_of(work.request.remote_address)) {
        limits_.take(sender_, 10, 30);
        limits_.take(both_, 1, 6);
        limits_.take(account_, 2, 30);
    }
    void was_right() {
        limits_.give_back(sender_);
        limits_.give_back(both_);
        limits_.give_back(account_);
    }

private:
    Limits& limits_;
    std::string sender_, account_, both_;
};

}  // namespace

http::Reply sign_in(Work& work, const Site& site, const Passwords& passwords) {
    Body body(work.request);
    const std::string email = domain::lower_case(domain::trimmed(body.text("email", 1, 254)));
    const std::string password = body.text("password", 1, 1000);
    body.done();
    Guess guess(work, email);

    const auto known = storage::find_credentials(work.tx, email);
    const bool right = passwords.matches(known ? known->password_hash : std::nullopt, password);
    if (!right) throw wrong();
    guess.was_right();
    if (!known->account.confirmed) throw forbidden("session.unconfirmed");

    http::Reply reply = reply_json(me_json(work.tx, known->account.id, work.request, site));
    begin_session(work, known->account.id, reply);
    return reply;
}

http::Reply sign_out(Work& work) {
    Body(work.request).done();
    storage::end_session(work.tx, work.session);
    work.tell(topic_of(work.actor.account), "account", work.actor.account.value);
    http::Reply reply = http::Reply::nothing();
    clear_session_cookie(reply);
    return reply;
}

http::Reply sign_out_everywhere(Work& work) {
    Body(work.request).done();
    storage::end_sessions(work.tx, work.actor.account);
    work.tell(topic_of(work.actor.account), "account", work.actor.account.value);
    http::Reply reply = http::Reply::nothing();
    clear_session_cookie(reply);
    return reply;
}

}  // namespace samrad::features
