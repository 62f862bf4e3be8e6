// In which order a meeting votes on amendments, and what falls when one of them is adopted.
//
// The rule is that of parliaments: chapter by chapter and line by line; what excludes one another is voted on together,
// the farthest-reaching first; what says the same is one vote. docs/domain/amendments.md tells it with its source.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/names.hpp"
#include "domain/text/gathering.hpp"
#include "domain/text/markdown.hpp"

namespace samrad::domain {

// An amendment before the vote, as it stands on the version that is voted on.
struct Contender {
    int number = 0;                // its official one, different for all
    int chapter = 0;               // see Chapters; 0 for what concerns the whole text
    int line = 0;                  // its first official line; 0 for the same
    std::optional<Change> change;  // nothing for a principle, and for a text that could not be carried here
    // Those that a body recommends it is covered by, by index.
    std::vector<std::size_t> covered_by = {};
    // The one that it amends, by index: it is voted on before that one, and falls with it. Its own change is not given.
    std::optional<std::size_t> amends = {};
    bool whole = false;  // another text in the place of all: excludes every other, and reaches farthest
};

// How far a change of a text reaches. One reaches farther than another where the first of these that differs says so:
// it touches more clauses; it takes them away without putting anything in their place; it takes away more characters;
// it puts in more; its number is lower.
struct Reach {
    std::size_t clauses = 0;
    bool deletes = false;
    std::size_t taken = 0;  // characters, as UTF-16 units
    std::size_t put_in = 0;
    int number = 0;
    bool operator==(const Reach&) const = default;
};
bool farther(const Reach& a, const Reach& b);

// One vote. Contenders are named by their index.
struct VotingItem {
    std::vector<std::size_t> contenders;  // by number; several where they say the same
    int group = 0;  // what excludes one another has the same number, from 1; 0 where it excludes nothing
    int chapter = 0;
    int line = 0;
    bool operator==(const VotingItem&) const = default;
};

enum class FallReason { collides, covered, amends };
struct Fall {
    std::size_t contender = 0;
    FallReason reason = FallReason::collides;
    bool operator==(const Fall&) const = default;
};

// What follows for others when one is adopted, each list by number.
struct Consequence {
    std::vector<std::size_t> along;  // adopted with it: they say the same, or nothing that it does not say
    std::vector<Fall> falls;
};

class VotingOrder {
public:
    // `text` is the version's; it must outlive the order. Cost: that of finding all collisions.
    VotingOrder(std::u16string_view text, std::vector<Contender> contenders);
    VotingOrder(const VotingOrder&) = delete;  // what it gathers points into it

    // Every contender once, in the order of the rule.
    const std::vector<VotingItem>& items() const { return items_; }
    const Reach& reach(std::size_t contender) const { return reaches_[contender]; }
    // `wording` is what is adopted in its place, where a body changed it. Linear in all hunks.
    // Those that amend it, by number: they fall when it does.
    std::vector<std::size_t> amending(std::size_t contender) const;
    Consequence if_adopted(std::size_t contender, const std::optional<Change>& wording = {}) const;

private:
    std::u16string_view text_;
    std::vector<Contender> contenders_;
    Units units_;
    Gathering all_;
    std::vector<Reach> reaches_;
    std::vector<VotingItem> items_;
};

// The items as the chair put them: `put` names contenders in order, of which some may be gone. What it does not name
// comes behind the item that it follows by the rule.
std::vector<VotingItem> arranged(const std::vector<VotingItem>& by_rule, std::span<const std::size_t> put);

// A text's chapters: its headings of the highest level that has more than one of them, or of the highest where none
// has. Chapter 0 is what stands before the first.
class Chapters {
public:
    explicit Chapters(std::span<const Block> blocks);
    // The chapter that an official line lies in.
    int of_line(int line) const;
    // The chapters' headings as a reader sees them; [0] is that of chapter 1.
    const std::vector<std::u16string>& titles() const { return titles_; }

private:
    std::vector<int> lines_;
    std::vector<std::u16string> titles_;
};

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::FallReason> =
    std::array<std::string_view, 3>{"collides", "covered", "amends"};
