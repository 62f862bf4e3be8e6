// The words of the demo organisation: invented, as everybody in it is.
#pragma once

#include <string_view>
#include <vector>

namespace samrad::app {

struct DemoComment {
    const char* block_with;  // the comment hangs on the first block that holds these words; "" is the whole document
    const char* words;       // on these words of it; "" is the whole block
    const char* text;
    const char* stance;  // "for", "against", "neutral" or ""
    const char* reply;   // an answer of somebody else; "" is none
};

// The working programme in three versions, and what is said about the first of them.
std::vector<std::string_view> programme_versions();
const std::vector<DemoComment>& programme_comments();

// A short resolution that is voted on, and statutes that are still being prepared.
std::string_view resolution_text();
std::string_view statutes_text();

}  // namespace samrad::app
