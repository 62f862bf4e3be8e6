#include "features/session_cookie.hpp"

#include "features/tokens.hpp"
#include "storage/sessions.hpp"

namespace samrad::features {

namespace {

constexpr std::chrono::seconds lifetime = std::chrono::days(30);

void set_cookie(http::Reply& reply, std::string_view token, std::chrono::seconds age) {
    reply.headers.emplace_back("set-cookie",
                               std::string(session_cookie) + "=" + std::string(token) +
                                   "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(age.count()));
}

}  // namespace

void begin_session(Work& work, AccountId account, http::Reply& reply) {
    if (work.session) storage::end_session(work.tx, work.session);
    const std::string token = new_token();
    storage::add_session(work.tx, account, hash_token(token), work.now + lifetime);
    set_cookie(reply, token, lifetime);
}

void clear_session_cookie(http::Reply& reply) { set_cookie(reply, "", std::chrono::seconds(0)); }

}  // namespace samrad::features
