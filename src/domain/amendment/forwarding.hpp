// An amendment sent on from one document to another, such as from a branch's copy of a draft to the party's own.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/text/change.hpp"
#include "domain/text/markdown.hpp"

namespace samrad::domain {

struct ReadText {
    std::u16string_view source;
    std::span<const Block> blocks;
};

// The change of `from` as the same change of `to`. The blocks that it touches must stand in `to` word for word, in the
// same order, each in one place alone (of several alike that which has the same line before it); else nothing: then a
// person has to say where it belongs.
std::optional<Change> transplanted(const Change& change, const ReadText& from, const ReadText& to);

// What the change makes of the passages that it touches, for people: «before» → «after», a paragraph each.
std::u16string quoted(const Change& change, const ReadText& from);

}  // namespace samrad::domain
