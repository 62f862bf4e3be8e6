// Finding again what somebody quoted on paper.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/text/anchor.hpp"
#include "domain/text/markdown.hpp"

namespace samrad::domain {

enum class Found { one, several, none };

struct Finding {
    Found found = Found::none;
    Range range{0, 0};  // of the text; where one is found
    int line_from = 0;  // the official lines of that place
    int line_to = 0;
};

// Finds quotes in one text. People copy from the page, from the source or from paper, so these do not count: how much
// white space there is and where lines end, which of the marks of quotation, apostrophes and dashes are used, large and
// small letters, soft hyphens. A quote is of whole words. Looked for in the Markdown first, then in what readers see.
class QuoteFinder {
public:
    // `text` and `blocks` must outlive it. Linear.
    QuoteFinder(std::u16string_view text, const std::vector<Block>& blocks, int line_width);

    // The place of a quote. With lines (1 or more; `line_to` not before `line_from`): the one place that touches them,
    // or where none does the one nearest; several where two are as good, unless one of them alone has the very letters.
    // Without lines (0): the one place in the text. Cost: one search of the text.
    Finding find(std::u16string_view quote, int line_from, int line_to) const;

    // The last block with text on an official line or before it; null before the first.
    const Block* block_at(int line) const;

private:
    // A folded text and where each of its units was.
    struct Folded {
        std::u16string units;
        std::vector<std::uint32_t> places;
    };
    struct Place {
        Range range;
        int line_from, line_to;
        bool exact;
    };
    static Folded fold(std::u16string_view text);
    std::vector<Range> occurrences(const Folded& in, std::u16string_view quote) const;
    Place place_of(Range range, std::u16string_view quote) const;
    std::optional<Range> from_visible(Range range) const;
    std::size_t block_of(std::size_t position) const;

    std::u16string_view text_;
    const std::vector<Block>& blocks_;
    std::vector<Line> lines_;
    std::u16string visible_;                 // of all blocks, a line break after each
    std::vector<std::size_t> visible_from_;  // where each block's begins there
    std::vector<std::size_t> order_;         // the blocks by where they begin in the text
    Folded source_folded_, visible_folded_;
};

}  // namespace samrad::domain
