// The elements that draw a table around the text it was typed as. Private to domain/text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "domain/text/tables.hpp"

namespace samrad::domain {

struct TableTag {
    enum class Kind { plain, cell, frame, frame_end };
    std::size_t offset;  // of the block's visible text: it stands before the unit there
    std::string_view html;
    Kind kind = Kind::plain;
};

// In order. Everything within a table is in a cell or in a frame, and all that is typed is in one of the two.
std::vector<TableTag> tags_of(const std::vector<Table>& tables);

}  // namespace samrad::domain
