// What becomes of an open amendment when the text gets a new version.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/names.hpp"
#include "domain/text/gathering.hpp"

namespace samrad::domain {

enum class Carriage {
    clean,          // rebased: it says the same on the new version
    needs_sponsor,  // somebody else changed its clauses: its sponsor has to say what is meant now
    moot,           // what it wants is done already, or its passage is gone
};

struct Rebased {
    Carriage state;
    Change change;  // against the new version where clean; else the empty change of it
    bool operator==(const Rebased&) const = default;
};

// Carries amendments over one step. What the step touches is worked out once, so that a version with thousands of open
// amendments is saved in about a second.
class Carrier {
public:
    // `step` is a change of `before`, which must outlive it. `correction` says that the step mends errors of typing and
    // changes no meaning: then an amendment is carried, and where both touch the same words the amendment's own stand;
    // its sponsor is asked only where both put something in at one place.
    Carrier(std::u16string_view before, const Change& step, bool correction);
    Carrier(const Carrier&) = delete;  // what it gathers points into it
    // The amendment, a change of `before`, on the text that the step makes. One thread at a time.
    Rebased carry(const Change& amendment);

private:
    static constexpr std::size_t the_step = 0;
    static constexpr std::size_t the_amendment = 1;
    // Where a place of the text before lies in the text after, by what the correction puts in there.
    struct Edge {
        std::size_t from, to;
        bool inside;  // in the middle of words that the correction replaces
    };
    Edge edge(std::size_t at) const;
    void find_mended();
    Change rest_beside_step();
    Rebased over_correction() const;
    Hunk corrected(std::size_t hunk) const;

    std::u16string_view before_;
    Change step_;
    bool correction_;
    Units units_;
    Gathering both_;                     // the step, and the amendment that is being carried
    Gathering beside_;                   // what the step does beside it, and the amendment
    std::u16string after_;               // what a correction makes
    std::vector<ChangedRange> mended_;   // where it does
    std::vector<std::ptrdiff_t> grown_;  // by how much the text has grown with each hunk of the step
};

// Whether a text, `now`, has every clause that an amendment, a change of `before`, makes of the words it puts in.
// Linear in both.
bool says_already(const Change& amendment, std::u16string_view before, std::u16string_view now);

}  // namespace samrad::domain

template <>
inline constexpr auto samrad::names_of<samrad::domain::Carriage> =
    std::array<std::string_view, 3>{"clean", "needs_sponsor", "moot"};
