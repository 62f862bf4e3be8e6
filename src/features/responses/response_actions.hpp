// What editors do with responses, and what comes of it.
#pragma once

#include "features/perform.hpp"
#include "features/texts.hpp"

namespace samrad::features {

// For who reads the answers: all themes with how many said so, and each one's newest response, published or not.
http::Reply list_responses(Work& work, Texts& texts);
// The passages under a theme.
http::Reply list_passages(Work& work);
// All revisions of a response.
http::Reply list_revisions(Work& work, Texts& texts);
// A new revision; refused where somebody was faster, and nothing is lost then: both are revisions or none.
http::Reply store_response(Work& work, Texts& texts);

// A new edition of the report out of what is answered now; everybody who wanted it is told behind the commit.
http::Reply publish_report(Work& work);
// An edition of the report as JSON.
http::Reply show_report(Work& work, Texts& texts);

// The themes whose published responses name a block of a document.
http::Reply show_heard(Work& work, Texts& texts);
// All blocks of a document that published responses name.
http::Reply list_heard_blocks(Work& work);

}  // namespace samrad::features
