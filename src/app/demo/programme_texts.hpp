// The party's programme of sixty pages and the amendments to it, as they lie in programme/ and are built into the
// binary.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samrad::app {

// The files of programme/ in their order; each ends with a line break. Written by src/CMakeLists.txt.
const std::vector<std::string_view>& programme_chapters();
const std::vector<std::string_view>& programme_amendments();

// What a body says of an amendment.
struct ToldRecommendation {
    std::string body;  // "county2", "committee", "board"
    std::string verdict;
    int votes_for = 0;
    int votes_against = 0;
    std::string reason;
    std::string wording;        // of adopt_changed: what it would put in the place of `before`
    std::string dissent_names;  // "" where nobody dissents
    std::string dissent;
};

// One amendment as it is told.
struct ToldAmendment {
    std::string sponsor;  // "member", "municipality", "county", "youth" or "union"
    std::size_t which = 0;
    std::string reason;
    std::string before;  // stands in the text exactly once; "" for a principle
    std::string after;
    std::string instruction;
    int supporters = 0;
    std::vector<ToldRecommendation> recommendations;
};

// Reads one file of amendments. They are parted by empty lines; a line's first word says what the rest of it is:
//   by SPONSOR NUMBER    ~ reason    - words that are changed    + words instead (none: taken out)    = instruction
//   s supporters         r BODY VERDICT FOR AGAINST reason       w its other wording                 d names | dissent
// Throws std::runtime_error for anything else.
std::vector<ToldAmendment> read_amendments(std::string_view file);

}  // namespace samrad::app
