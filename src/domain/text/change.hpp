// A change of a text: the one value that versions, amendments, live drafting and anchors share.
//
// A change is a list of sections from left to right over the text before, the form that CodeMirror's editor sends: a
// section keeps units of the old text, deletes units, inserts units, or replaces units by others. All positions and
// lengths are UTF-16 code units, because the browser counts so. The list is canonical (joined where CodeMirror joins),
// so that the browser and the server write the same change the same way; the vectors in tests/domain/text check that.
//
// The algebra: apply, invert, compose (first a, then b) and map (b as it reads after a). What makes merging possible is
// that for two changes a and b of one text   compose(a, map(b, a, false)) == compose(b, map(a, b, true))   in the texts
// they make.
//
// Pure values without shared state: use from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace samrad::domain {

class Change {
public:
    // One run over the old text. A kept run has inserted == 0; a run that is not kept has length > 0 or inserted > 0.
    struct Section {
        std::size_t length;    // units of the old text
        std::size_t inserted;  // units that come in their place
        bool kept;
        bool operator==(const Section&) const = default;
    };

    // The empty change of the empty text.
    Change() = default;

    // The change of a text of `length` units that leaves it alone.
    static Change keep(std::size_t length);

    // Replaces the units [from, to) of a text of `length` units by `insert`. Needs from <= to <= length (asserted, else
    // clamped).
    static Change replace(std::size_t length, std::size_t from, std::size_t to, std::u16string_view insert);

    std::size_t length() const noexcept { return length_; }          // of the text before
    std::size_t new_length() const noexcept { return new_length_; }  // of the text after
    bool empty() const noexcept;                                     // true when it leaves every text alone

    const std::vector<Section>& sections() const noexcept { return sections_; }
    // What the sections insert, one after the other.
    const std::u16string& inserted() const noexcept { return inserted_; }

    // The text after. Fails with Kind::conflict "change.length" when `text` does not have length() units.
    Result<std::u16string> apply(std::u16string_view text) const;

    // Building from left to right. Adjacent runs of one sort join, runs of nothing vanish.
    void add_kept(std::size_t length);
    void add_replaced(std::size_t length, std::u16string_view insert);

    bool operator==(const Change&) const = default;

private:
    friend class ChangeWriter;  // algebra.cpp: writes sections as compose and map need them
    void add(std::size_t length, std::size_t inserted, bool kept, bool join);
    std::vector<Section> sections_;
    std::u16string inserted_;
    std::size_t length_ = 0;
    std::size_t new_length_ = 0;
};

// The change that does `first` and then `second`. Needs first.new_length() == second.length().
Change compose(const Change& first, const Change& second);

// `change` as it reads on the text that `over` makes; both start from the same text, so change.length() ==
// over.length(). Where both insert at one position, `change` comes after what `over` inserted, or before it when
// `before` is true.
Change map(const Change& change, const Change& over, bool before);

// The change that takes the text after `change` back to `text`. Needs text.size() == change.length().
Change invert(const Change& change, std::u16string_view text);

// Where a position of the text before lies in the text after. `assoc` < 0 keeps it to the left of what is inserted
// right there, > 0 to the right. Positions inside a deleted run move to its place. Needs position <= change.length().
std::size_t map_position(const Change& change, std::size_t position, int assoc);

// The same, and nothing when the units on both sides of the position were deleted or replaced in one run.
std::optional<std::size_t> map_surviving_position(const Change& change, std::size_t position, int assoc);

// A stretch [from_a, to_a) of the text before that [from_b, to_b) of the text after stands for.
struct ChangedRange {
    std::size_t from_a, to_a, from_b, to_b;
    bool operator==(const ChangedRange&) const = default;
};

// The changed stretches in order; neighbours that touch are one.
std::vector<ChangedRange> changed_ranges(const Change& change);

// True when no section of `change` begins or ends between the two halves of a surrogate pair of `text`, and
// what it inserts is well-formed UTF-16. A change from outside has to pass this before it is applied.
bool keeps_pairs(const Change& change, std::u16string_view text);

}  // namespace samrad::domain
