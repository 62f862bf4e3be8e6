// What editors do with consultations, and what is read of them.
#pragma once

#include "features/json.hpp"
#include "features/perform.hpp"

namespace samrad::features {

http::Reply list_consultations(Work& work);
http::Reply show_consultation(Work& work);
http::Reply begin_consultation(Work& work);
http::Reply change_consultation(Work& work);
http::Reply publish_consultation(Work& work);
http::Reply show_form(Work& work);
http::Reply store_form(Work& work);
http::Reply hand_out_codes(Work& work);

http::Reply list_answers(Work& work);
http::Reply export_answers(Work& work);
http::Reply settle_answer(Work& work);

// Those of a process that the actor may see, for its page.
boost::json::array consultations_for(Work& work, ProcessId process);

}  // namespace samrad::features
