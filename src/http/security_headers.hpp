// The headers that every reply carries.
#pragma once

#include <string_view>

namespace samrad::http {

// Complete header lines with their line ends, ready to be copied into a reply's head. The application's scripts and
// styles come from files of its own: nothing inline runs, nothing foreign is loaded, nobody may frame a page.
std::string_view security_headers();

}  // namespace samrad::http
