// The beginning and the end of a session in a browser.
#pragma once

#include "features/perform.hpp"

namespace samrad::features {

// Signs the account in at the browser that sent the request: a new session with a new token, whose cookie is added to
// the reply; the session that the browser had before is ended. Lives for 30 days.
void begin_session(Work& work, AccountId account, http::Reply& reply);
// Takes the cookie away.
void clear_session_cookie(http::Reply& reply);

}  // namespace samrad::features
