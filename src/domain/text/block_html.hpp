// The one pass over cmark's HTML. Private to domain/text.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/text/html_tag.hpp"
#include "domain/text/markdown.hpp"
#include "domain/text/tables.hpp"

namespace samrad::domain {

// A block as the pass meets it.
struct MetBlock {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;
    std::optional<int> ordinal;
    SourcePlace place;
    std::u16string visible;
    int inner = -1;  // the index of the first block inside it, -1 for none
};

struct PassOptions {
    bool blocks = true;  // false: a passage, without names
    int heading_shift = 1;
    // Attributes for the n-th block's element, such as ` id="b17"`.
    std::function<std::string(std::size_t block)> attributes = {};
    // The official line that begins at this offset of a block's visible text; 0 for none.
    std::function<int(std::size_t block, std::size_t offset)> line_at = {};
    // The tables in the n-th block, which are drawn where no mark of the text reaches from one cell into another.
    std::function<const std::vector<Table>*(std::size_t block)> tables_of = {};
};

struct Passed {
    std::string html;
    std::vector<MetBlock> blocks;
    std::vector<std::size_t> undrawable;  // blocks whose tables could not be drawn; the HTML is not to be used then
};

// Renders Markdown with cmark and goes over the result once.
Passed pass_over(std::string_view markdown, const PassOptions& options);

}  // namespace samrad::domain
