// What somebody sends as an amendment: edited blocks of a version, a whole other text, or a principle.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/amendment/amendment.hpp"
#include "features/body.hpp"
#include "features/reach.hpp"
#include "features/texts.hpp"

namespace samrad::features {

// The text that an amendment's change of `base` makes, with blocks named from b1 on. Cost: reading the whole text.
std::shared_ptr<const Text> text_made_by(const domain::Change& change, const Text& base, int line_width);

// Reads {version, kind?, changes?: [{block, markdown} | {after, markdown} | {move, after}], markdown?, instruction?,
// reason?, sponsor_unit?, amends?} into a draft on the document's newest version (an older one is carried along; where
// that cannot be done it stays with its own). With `amends`, the blocks are those of the text that the amended one
// makes of the newest version. Does not call body.done(). Throws a Problem that names the field.
domain::Amendment read_amendment(Work& work, Body& body, const ReachedDocument& at, Texts& texts);

// An amendment as it was read, carried over what has been saved since: behind the document's lock, so that no version
// comes between that and the storing. One that amends another is stale there where that one's words are others now.
void carry_on(Work& work, const domain::Document& document, domain::Amendment& amendment, Texts& texts);

// Reads {answers?: [comment id]}: comments on the document's text that are shown to everybody.
std::vector<CommentId> read_answered(Work& work, Body& body, const ReachedDocument& at);

// A wording for a block or several of `text` as a change of it, from the body's `changes` or `markdown`; nothing where
// neither is there.
std::optional<domain::Change> read_changes(Body& body, const Text& text);

// New Markdown for a stretch of a text; the empty Markdown takes the stretch away with its line breaks.
struct Edit {
    domain::Range range;
    std::u16string markdown;
};
// A block's own source without the line breaks behind it, which are no part of what is edited.
domain::Range own_source(const domain::Block& block, std::u16string_view source);
// What goes where those words are emptied: with the mark of their list item or quote, and the line breaks behind.
domain::Range whole_block(domain::Range own, std::u16string_view source);
// What is put in behind a block, as a block of its own.
Edit insertion_after(const domain::Block& block, std::string_view markdown, const Text& text);
// The edits as one change. Throws amendment.edits_overlap, and the problem of a text that is refused.
domain::Change change_of(std::vector<Edit> edits, const Text& text);

// Which block a change moves, and behind which one it then stands; nothing where the change is no move of one block as
// `move` and `after` say it.
struct Moved {
    int block;
    int after;
};
std::optional<Moved> moved_by(const domain::Change& change, const Text& text);

// Writes a change of `amendment.version` into the amendment, with where it stands on the newest version. Throws the
// problem of a change that says nothing.
void set_change(Work& work, const domain::Document& document, domain::Amendment& amendment,
                const domain::Change& change, Texts& texts);

// A change of an older version as it stands on the newest: carried over each step since, corrections as such, as if it
// had been there.
domain::Rebased carry_to_newest(Work& work, const domain::Document& document, int version, const domain::Change& change,
                                Texts& texts);

// Throws the refusal where a change makes no lawful version: what it makes of a text that was checked before. The guard
// counts within lines and paragraphs, so those that the change touches are asked again and no others: a long text with
// hundreds of imported changes is not read hundreds of times.
void check_changed(const domain::Change& change, const Text& text);

}  // namespace samrad::features
