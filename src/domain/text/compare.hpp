// Two versions side by side, for people: block by block, word by word inside the blocks that changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace samrad::domain {

// A block (heading, paragraph, list item) as it is compared.
struct ComparedBlock {
    std::string id;  // stable over versions where the block is known again; may be empty
    int line = 0;    // the number of its first line, for the reader
    std::u16string text;
};

// A run of words with one fate.
struct Piece {
    enum Mark { kept, deleted, inserted };
    std::u16string text;
    Mark mark = kept;
    bool operator==(const Piece&) const = default;
};

// One side of a row. `before` has kept and deleted pieces, `after` kept and inserted ones; joined they are the block's
// text.
struct Side {
    std::string block;
    int line = 0;
    std::vector<Piece> pieces;
};

struct Row {
    enum class Kind {
        same,      // `count` blocks that are equal; no sides
        changed,   // both sides
        inserted,  // only `after`
        deleted,   // only `before`
        moved,     // both sides; stands where the block is now, the words compared as in a changed block
    };
    Kind kind = Kind::same;
    int count = 0;
    std::optional<Side> before, after;
    bool from_above = false;  // moved: it stood further up before
};

// The rows in the order of the text after; deleted blocks stand where they were. Every block of either version is in
// exactly one row. A block rewritten beyond recognition gives a deleted and an inserted row. Bounded for any input.
std::vector<Row> compare(const std::vector<ComparedBlock>& before, const std::vector<ComparedBlock>& after);

}  // namespace samrad::domain
