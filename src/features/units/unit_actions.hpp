// The tree of units.
#pragma once

#include "features/perform.hpp"

namespace samrad::features {

http::Reply list_units(Work& work);
// Administrators of the unit see all standings in it; everybody else sees who administers and edits.
http::Reply show_unit(Work& work);
// A unit below another one, by an administrator of that; or, with affiliated_to and no parent, the root of an
// affiliated organisation, which whoever founds it administers.
http::Reply found_unit(Work& work);
http::Reply change_unit(Work& work);

}  // namespace samrad::features
