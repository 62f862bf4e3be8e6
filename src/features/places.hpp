// A comment's place between two ways to say it: words in a block as people see them, and a range of the source, which
// is what domain/text carries through changes.
#pragma once

#include <string>
#include <vector>

#include "domain/comment/comment.hpp"
#include "domain/text/anchor.hpp"
#include "domain/text/markdown.hpp"

namespace samrad::features {

// Where the place stands now, as a range of the source that `block` is a block of. Orphaned where it was so already,
// where there is no such block (null), or where the block has no such words.
domain::Anchor anchor_of(const domain::Place& place, const std::u16string& source, const domain::Block* block);

// Writes the carried range back into the place, as words of the first block that holds some of it; orphaned where no
// block does. Of an orphaned place the last position stays.
void settle(domain::Place& place, const domain::Anchor& anchor, const std::u16string& source,
            const std::vector<domain::Block>& blocks);

}  // namespace samrad::features
