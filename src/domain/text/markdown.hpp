// Markdown as people read it: blocks with names, official lines, safe HTML.
//
// cmark renders in its safe mode and says for each element which lines of the source it came from. One linear pass over
// that HTML reads the blocks off it, or writes their names into it. What a browser calls the text of a block
// (textContent without inner blocks) is therefore what is counted here, by construction.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/text/anchor.hpp"
#include "domain/text/diff.hpp"

namespace samrad::domain {

enum class BlockKind { heading, paragraph, item, code, rule };

struct Block {
    int id = 0;  // the block's number in its document, "b17" on the wire; 0 while it has none
    BlockKind kind = BlockKind::paragraph;
    int level = 0;               // of a heading, 1 to 6 as written; of an item, in how many lists it stands, from 1
    std::optional<int> ordinal;  // of an item in a numbered list its number, as readers see it
    std::size_t from = 0;  // the source of the block without that of blocks inside it, UTF-16 units of the Markdown
    std::size_t to = 0;
    std::u16string visible;  // what a reader sees, without inner blocks
    int first_line = 0;      // official lines; 0 where the block has no text
    int last_line = 0;
};

// An official line: a piece of a block's visible text.
struct Line {
    int number = 0;
    std::size_t block = 0;  // index
    Range visible{0, 0};
};

struct OutlineEntry {
    int block = 0;
    int level = 1;
    std::string title;
    int line = 0;
};

struct Rendering {
    std::string html;
    std::vector<OutlineEntry> outline;
    int line_count = 0;
};

// All blocks in reading order, without ids. `markdown` has passed check_text().
std::vector<Block> read_blocks(std::string_view markdown, int line_width = 80);

// Names the blocks of a first version 'next_id', 'next_id + 1', ... Returns the next free number.
int name_blocks(std::vector<Block>& blocks, int next_id);

// Names the blocks of a later version: each inherits the name of the block before with which it shares most text,
// through the step's change or a move; every name is given once; new blocks get fresh ones. Returns the next free
// number.
int name_blocks(std::vector<Block>& blocks, const std::vector<Block>& before, const Step& step, int next_id);

// The page's HTML: block elements carry id="b17" and data-lines="112-114", an official line begins at
// <span class="ln" data-n="112"></span>, headings are one level lower (the page's title is the first), images are
// links.
Rendering render(std::string_view markdown, const std::vector<Block>& blocks, int line_width = 80);

// One block of such HTML, with what is inside of it, to be shown on another page: without the elements' names, with the
// marks of its official lines, of which the first has the class "first". "" where there is no such block.
std::string html_of_block(std::string_view html, int block);

// A comment or a description: the same safety without names and lines, headings at the fourth level or lower.
std::string render_passage(std::string_view markdown);

// The official lines. The rule, for ever: the visible text of each block (so marks and entities move nothing) is broken
// after the last space or hyphen that lets the line hold at most `width` code points (a space at the end does not
// count); a longer word is cut at `width`; a newline of the source is a space, a hard break ends the line. Blocks
// without text have no line.
std::vector<Line> lines_of(const std::vector<Block>& blocks, int width = 80);

// For each unit of a block's visible text the range of the source that it was written as; empty for one that is not
// found there.
std::vector<Range> written_as(std::u16string_view source, const Block& block);

// From a range of a block's visible text to the source it was written as, and back. Nothing for a range that is empty
// or outside.
std::optional<Range> to_source(std::u16string_view source, const Block& block, Range visible);
std::optional<Range> to_visible(std::u16string_view source, const Block& block, Range range);

}  // namespace samrad::domain
