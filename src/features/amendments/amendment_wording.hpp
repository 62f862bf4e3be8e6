// What somebody would send to say what an amendment says: the way back from a change to edited blocks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "features/perform.hpp"
#include "features/texts.hpp"

namespace boost {
namespace json {
class value;
}
}  // namespace boost

namespace samrad::features {

// A block and its own Markdown as it is to be, "" where it goes.
struct EditedBlock {
    int block;
    std::string markdown;
};

// The blocks that make `change` of the text when they are sent: the very change where it was made of edited blocks,
// else one that makes the same text. Nothing where no edits of blocks make that text (a line break between two blocks
// that goes alone, say). Needs a change of the text.
std::optional<std::vector<EditedBlock>> blocks_edited_by(const domain::Change& change, const Text& text);

// The body that would write the amendment's words again: {"changes":[{block,markdown}|{after,markdown}|{move,after}]}
// or {"markdown"} of the whole text; null for a principle. On the version of its last wording, as it was written. Of a
// draft a moved block is one; of what is submitted it is the two that change, for a body that words it otherwise. A
// draft that amends another names the blocks of `blocks?amends=` on the newest version; "block" is null where those
// words are others now. Needs a draft or one that is pending.
boost::json::value wording_json(Work& work, const domain::Document& document, const domain::Amendment& amendment,
                                Texts& texts);

}  // namespace samrad::features
