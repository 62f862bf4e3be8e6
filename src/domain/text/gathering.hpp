// Several changes of one text taken together: where they collide, and the text that those make which do not.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/text/anchor.hpp"
#include "domain/text/change.hpp"
#include "domain/text/clauses.hpp"
#include "domain/text/hunk.hpp"
#include "domain/text/moved.hpp"

namespace samrad::domain {

// Hunk `one` of change `a` and hunk `other` of change `b`.
struct Meeting {
    std::size_t a, one, b, other;
    bool operator==(const Meeting&) const = default;
};

// Changes of one text side by side, each known by its index. Says which of them cannot be taken together without a
// human decision. All positions are of the text before.
class Gathering {
public:
    // `text` and `units` must outlive it.
    Gathering(std::u16string_view text, const Units& units) : text_(text), units_(units) {}

    // Adds the next change; its index is the number of changes before it. One that is `whole` speaks of all of the
    // text, whatever it changes: it meets every other that is not the same. Cost: its own hunks.
    void add(const Change& change, bool whole = false);
    // The same for a change that is known by its hunks, or for some of them.
    void add_hunks(std::vector<Hunk> hunks, bool whole = false);

    // Forgets all changes but the first ones.
    void keep_first(std::size_t count) {
        hunks_.resize(count);
        touched_.resize(count);
        whole_.resize(count);
        moves_.resize(count);
    }

    std::size_t size() const { return hunks_.size(); }
    bool whole(std::size_t change) const { return whole_[change]; }
    const std::vector<Hunk>& hunks(std::size_t change) const { return hunks_[change]; }
    Touched touched(std::size_t change, std::size_t hunk) const { return touched_[change][hunk]; }

    // The hunks of a change with which this one moves words, if it does; see moved.hpp.
    const std::vector<std::size_t>& ends_of_move(std::size_t change, std::size_t hunk) const {
        return moves_[change][hunk];
    }

    // Every meeting of two changes, a < b, sorted. Cost: n log n for n hunks, and the meetings themselves.
    std::vector<Meeting> meetings() const;
    // Every two changes that meet anywhere, the lower first, sorted. Many parts on the same clauses are one pair.
    std::vector<std::pair<std::size_t, std::size_t>> pairs() const;
    // For each change the first one that has the same hunks; itself where it is that one, or has none.
    std::vector<std::size_t> first_same() const;
    // The meetings of one change with all others, as `a`. Linear in the hunks.
    std::vector<Meeting> meetings_of(std::size_t change) const;

    // A stretch of the text that a selection of changes makes. What is kept has no changes; what is inserted or deleted
    // names each change that says so, in order.
    struct Woven {
        Range before;         // of the old text; empty for what is inserted
        std::u16string text;  // inserted, "" for what is kept or deleted
        std::vector<std::size_t> changes;
        bool by_hand = false;  // see merge_all()
        bool kept() const { return changes.empty() && !by_hand; }
        bool operator==(const Woven&) const = default;
    };
    // The text of these changes taken together, left to right, covering the old text and all insertions. Same hunks are
    // one. Needs changes that do not meet one another; the order in which they are named makes no difference.
    std::vector<Woven> weave(std::span<const std::size_t> changes) const;

private:
    bool collide(const Meeting& meeting) const;
    bool is_moved_otherwise(std::size_t change, std::size_t hunk, std::size_t other) const;
    bool brings_words_before(std::size_t change, std::size_t hunk, std::size_t place) const;
    bool are_whole(std::size_t a, std::size_t b) const;
    template <class Wanted, class Found>
    void sweep(Wanted wanted, Found found) const;
    std::u16string_view text_;
    const Units& units_;
    std::vector<std::vector<Hunk>> hunks_;
    std::vector<std::vector<Touched>> touched_;
    std::vector<bool> whole_;
    std::vector<std::vector<std::vector<std::size_t>>> moves_;  // of each change, of each hunk of it
};

// The text that a weave of `text` makes, and the change that it stands for.
std::u16string text_of(const std::vector<Gathering::Woven>& woven, std::u16string_view text);
Change change_of(const std::vector<Gathering::Woven>& woven);

// What is left to do of a weave where the change `done` has been made already: a change of the text that `done` makes.
// This is how an amendment is rebased on a version that took another one.
Change rest_of(const std::vector<Gathering::Woven>& woven, std::size_t done);

}  // namespace samrad::domain
