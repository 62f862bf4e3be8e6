// Who stands where: granting, ending, and finding people to grant to.
#pragma once

#include "features/perform.hpp"

namespace samrad::features {

http::Reply grant(Work& work);
// By the person itself or by an administrator. The last administrator of a root unit stays (409
// unit.last_administrator): nobody above could appoint a new one.
http::Reply end_standing(Work& work);
http::Reply search_people(Work& work);

}  // namespace samrad::features
