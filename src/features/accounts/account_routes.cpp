#include "features/accounts/account_routes.hpp"

#include "features/accounts/account_actions.hpp"
#include "features/accounts/own_data_actions.hpp"
#include "features/accounts/password_actions.hpp"

namespace samrad::features {

using http::Lane;
using http::Verb;

std::vector<ActionRoute> account_routes(const Site& site, const Passwords& passwords) {
    constexpr std::size_t small = 8 * 1024;
    const auto at_site = [site](auto action) { return [=](Work& work) { return action(work, site); }; };
    const auto hashing = [site, &passwords](auto action) {
        return [=, &passwords](Work& work) { return action(work, site, passwords); };
    };
    return {
        {Verb::get, "/api/me", Needs::anyone, at_site(show_me)},
        {Verb::patch, "/api/me", Needs::account, at_site(change_me), small},
        {Verb::get, "/api/me/data", Needs::account, download_own_data, small, Lane::slow},
        {Verb::post, "/api/me/erasure", Needs::account, [&passwords](Work& work) { return erase_me(work, passwords); },
         small, Lane::slow},
        {Verb::post, "/api/accounts", Needs::anyone, hashing(sign_up), small, Lane::slow},
        {Verb::post, "/api/accounts/confirm", Needs::anyone, at_site(confirm), small},
        {Verb::post, "/api/password/forgot", Needs::anyone, at_site(ask_for_new_password), small},
        {Verb::post, "/api/password/reset", Needs::anyone, hashing(choose_new_password), small, Lane::slow},
    };
}

}  // namespace samrad::features
