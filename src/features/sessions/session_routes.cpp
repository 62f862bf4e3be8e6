#include "features/sessions/session_routes.hpp"

#include "features/sessions/session_actions.hpp"

namespace samrad::features {

using http::Lane;
using http::Verb;

std::vector<ActionRoute> session_routes(const Site& site, const Passwords& passwords) {
    return {
        {Verb::post, "/api/session", Needs::anyone,
         [site, &passwords](Work& work) { return sign_in(work, site, passwords); }, 4096, Lane::slow},
        {Verb::del, "/api/session", Needs::account, sign_out, 4096},
        {Verb::del, "/api/sessions", Needs::account, sign_out_everywhere, 4096},
    };
}

}  // namespace samrad::features
