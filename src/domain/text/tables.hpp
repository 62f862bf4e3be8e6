// Tables as people type them: | between the cells and a row of dashes under the head.
//
// A table is no block of its own. It stays the paragraph that cmark reads, with the same name, the same visible text
// and the same official lines, so that anchors, amendments and line references are counted as in any other. What is
// found here is how that text is laid out: which of it is cells, and which is the frame (bars, dashes, and the space
// around them), that a page need not show.
#pragma once

#include <string_view>
#include <vector>

#include "domain/text/markdown.hpp"

namespace samrad::domain {

struct TableRow {
    Range all;                 // of the block's visible text, with the line break behind it
    std::vector<Range> cells;  // without the space around them; none in the row of dashes
    bool head = false;
};

struct Table {
    Range all;
    std::vector<TableRow> rows;
};

// The tables in a paragraph of `source`, in order. A head and the dashes under it have equally many cells; the rows end
// with the first line that has no bar. A bar that is written \| is a letter. Linear in the block.
std::vector<Table> tables_in(std::u16string_view source, const Block& block);

}  // namespace samrad::domain
