// To whom a consultation is sent, and who must be heard before the process decides.
#pragma once

#include "features/perform.hpp"
#include "features/site.hpp"

namespace samrad::features {

http::Reply list_consultees(Work& work);
http::Reply add_consultees(Work& work);
http::Reply change_consultee(Work& work);
http::Reply remove_consultee(Work& work);
// Writes to those who were not written to yet.
http::Reply send_consultation(Work& work, const Site& site);
// Writes again to those who have neither answered nor declined.
http::Reply remind_consultees(Work& work, const Site& site);
http::Reply waive_consultee(Work& work);
http::Reply take_waiver_back(Work& work);
// By somebody who speaks for the unit.
http::Reply decline_for_unit(Work& work);

}  // namespace samrad::features
