// What a change does to the shape of a text, where that may not be meant.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "base/names.hpp"
#include "domain/text/change.hpp"
#include "domain/text/markdown.hpp"

namespace samrad::domain {

enum class Breakage {
    kind,    // a heading, paragraph or list item that is changed becomes something else
    list,    // something comes between two items of a list, which ends there
    table,   // the rows of a table have no longer as many cells as its head
    beyond,  // what the change does not touch is read otherwise: swallowed by a code block, made a heading, ...
};

struct Broken {
    Breakage what;
    int line;  // official line of the text before
    bool operator==(const Broken&) const = default;
};

// What `change`, from the text of `before` to that of `after`, breaks; each kind once, at its first place. `after` is
// as read_blocks() reads it, without names. Linear, but for naming the blocks.
std::vector<Broken> broken_by(const Change& change, std::u16string_view text, const std::vector<Block>& before,
                              std::u16string_view new_text, std::vector<Block> after);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::Breakage> =
    std::array<std::string_view, 4>{"kind", "list", "table", "beyond"};
