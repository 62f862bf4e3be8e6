#include "features/units/unit_routes.hpp"

#include "features/units/invitation_actions.hpp"
#include "features/units/standing_actions.hpp"
#include "features/units/unit_actions.hpp"

namespace samrad::features {

using http::Verb;

std::vector<ActionRoute> unit_routes(const Site& site) {
    constexpr std::size_t small = 8 * 1024;
    const auto at_site = [site](auto action) { return [=](Work& work) { return action(work, site); }; };
    return {
        {Verb::get, "/api/units", Needs::anyone, list_units},
        {Verb::get, "/api/units/{unit}", Needs::anyone, show_unit},
        {Verb::post, "/api/units", Needs::administrator, found_unit, small},
        {Verb::patch, "/api/units/{unit}", Needs::administrator, change_unit, small},
        {Verb::post, "/api/units/{unit}/standings", Needs::administrator, grant, small},
        {Verb::del, "/api/standings/{standing}", Needs::account, end_standing, small},
        {Verb::get, "/api/people", Needs::administrator, search_people},
        {Verb::post, "/api/units/{unit}/invitations", Needs::administrator, at_site(invite), small},
        {Verb::get, "/api/invitations/{token}", Needs::anyone, show_invitation},
        {Verb::post, "/api/invitations/{token}/acceptance", Needs::account, at_site(accept_invitation), small},
    };
}

}  // namespace samrad::features
