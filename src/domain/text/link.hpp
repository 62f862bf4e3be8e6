// Where a link in somebody's text may lead.
#pragma once

#include <string_view>

namespace samrad::domain {

// Whether a link, as it stands in HTML, leads to a page, an address of mail, a telephone or a place of our own. cmark
// takes away the schemes that it knows to be harmful; a browser hands unknown ones to whatever program asked for them,
// so here only those that are known to be harmless stay.
bool is_harmless_link(std::string_view href);

}  // namespace samrad::domain
