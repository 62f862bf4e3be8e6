// What the lines of a Markdown text are, as far as merging has to know it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace samrad::domain {

// Whether readers see the break between two lines as a space: both are of one paragraph (CommonMark 0.31, 6.13). Not
// where one of them is a heading, a table's row, code, a rule or empty, nor before an item of a list or a quotation
// that begins there, nor a hard break; nor behind a short line where a capital letter follows, which people write as
// lines of their own. Otherwise, where it is unclear, they are of one.
bool are_one_paragraph(std::u16string_view before, std::u16string_view behind);

// The positions of those line breaks of a text, in order.
std::vector<std::size_t> soft_breaks(std::u16string_view text);

// The number of white space before a line's text, and whether that begins as an item of a list: a mark, or a number
// with a point or bracket, and a space and words behind it.
std::size_t indent_of(std::u16string_view line);
bool is_list_item(std::u16string_view line);

// Of a line that begins or ends code, "```" or "~~~"; of a heading, "# Skole", but not "#skole"; of a table's row.
bool is_fence(std::u16string_view line);
bool is_heading(std::u16string_view line);
bool is_row(std::u16string_view line);

// What a line stands in, by what it begins with: white space, marks of quotation and of items, whatever their number,
// and of a heading, whatever its level.
std::u16string frame_of(std::u16string_view line);

// Whether a line begins, or ends, at `at`.
inline bool begins_line(std::size_t at, std::u16string_view text) { return at == 0 || text[at - 1] == u'\n'; }
inline bool ends_line(std::size_t at, std::u16string_view text) { return at == text.size() || text[at] == u'\n'; }

}  // namespace samrad::domain
