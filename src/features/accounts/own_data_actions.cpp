#include "features/accounts/own_data_actions.hpp"

#include <boost/json.hpp>

#include "features/body.hpp"
#include "features/json.hpp"
#include "features/session_cookie.hpp"
#include "storage/accounts.hpp"
#include "storage/own_data.hpp"
#include "storage/standings.hpp"

namespace samrad::features {

namespace json = boost::json;

http::Reply download_own_data(Work& work) {
    work.require_sign_in();
    work.limits.take("own_data:" + work.asker(), 0.5, 10);
    json::array tables;
    for (const auto& part : storage::own_data(work.tx, work.actor.account)) {
        tables.push_back(
            json::object{{"table", part.table}, {"column", part.column}, {"rows", json::parse(part.rows)}});
    }
    auto reply = reply_json({{"made", to_iso(work.now)}, {"tables", std::move(tables)}});
    reply.headers.emplace_back("content-disposition",
                               "attachment; filename=\"samrad.json\"; filename*=UTF-8''samrad.json");
    reply.headers.emplace_back("cache-control", "no-store");
    return reply;
}

http::Reply erase_me(Work& work, const Passwords& passwords) {
    const auto account = work.actor.account;
    Body body(work.request);
    const std::string password = body.text("password", 1, 1000);
    body.done();
    work.limits.take("erase:" + work.asker(), 1, 6);
    const auto known = storage::find_account(work.tx, account);
    if (!known) throw missing();
    const auto credentials = storage::find_credentials(work.tx, known->email);
    if (!passwords.matches(credentials ? credentials->password_hash : std::nullopt, password)) {
        throw invalid("account.password_wrong", "password");
    }
    for (const auto& one : storage::standings_of_account(work.tx, account)) {
        const auto& standing = one.standing;
        const bool holds = standing.role == domain::Role::administrator && domain::in_force(standing, work.now);
        if (holds && storage::count_administrators(work.tx, standing.unit) <= 1) {
            throw conflict("unit.last_administrator");
        }
    }
    storage::erase_account(work.tx, account);
    work.record("erase", "account:" + std::to_string(account.value));
    work.tell("account:" + std::to_string(account.value), "account", account.value);
    http::Reply reply = http::Reply::nothing();
    clear_session_cookie(reply);
    return reply;
}

}  // namespace samrad::features
