// A tag of the HTML that cmark writes. Private to domain/text.
#pragma once

#include <string_view>

namespace samrad::domain {

struct Tag {
    std::string_view name;        // "p", "li"
    std::string_view attributes;  // ` href="..."`, without data-sourcepos
    std::string_view sourcepos;   // "3:1-4:20", empty for none
    bool closing = false;
};

// Reads `<...>`. cmark escapes < and > in texts and attributes, so the next > ends the tag.
Tag read_tag(std::string_view text);

// Where an element came from, in lines and bytes of the source, both from 1.
struct SourcePlace {
    int first_line = 0;
    int first_column = 0;
    int last_line = 0;
};

// Reads "3:1-4:20".
SourcePlace place_of(std::string_view sourcepos);

// The value of an attribute as it is written there, "" where there is none.
std::string_view attribute(std::string_view attributes, std::string_view name);

// 1 to 6 for h1 to h6, 0 for all else.
int heading_level(std::string_view name);

// The number that a numbered list begins with (CommonMark 0.31, 5.3: 0 to 999,999,999).
int first_number(std::string_view attributes);

}  // namespace samrad::domain
