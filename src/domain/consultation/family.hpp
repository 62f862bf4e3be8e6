// Families: nearly identical answers, found so that a campaign is read once.
//
// The idea. A text becomes its sketch: a number for each run of three words, small letters alone, each word cut to its
// first six letters, so that "skoleveien" and "skoleveiene" are one. How many runs two texts share says how much of one
// stands in the other. A new text is compared with delegates only: the first text of each family, and up to fifteen
// more that differ most from those before. So a campaign of 20,000 costs a new text no more than one of 20, and one
// that is like no other costs its family of one.
//
// What everybody says says nothing. A run that many families have in common ("det er viktig at") is a turn of phrase:
// it counts on neither side. Which runs these are needs no list in any language: delegates of different families are
// unlike one another by construction, so what occurs in more than common_from of them is no campaign's own.
//
// When it joins: the shared runs are at least `share_of_shorter` of the shorter text and `share_of_longer` of the
// longer one, so that an answer with three paragraphs of its own under a campaign's text is still of it, and a long
// letter that holds one sentence of it is not.
//
// Example: "Vi vil ha tryggere skolevei nå. Senk farten forbi skolen." and "Vi vil ha tryggere skolevei nå! Senk farten
// forbi skolen, og sett opp lys. Jeg bor i Fjellveien." share 7 of 8 and 16 runs. Counter-example: two people who both
// write "Jeg er enig i forslaget, men" and go on differently share 4 runs of 20 at the most, which is not enough.
//
// Bridges. Two early texts of a campaign may differ so much that they begin a family each. A later one that is like
// both joins the two families, if it is the same words of it that both have. Where they are different words it is a
// letter put together of two campaigns' texts; it goes to the one it is more like, and the two campaigns stay apart.
//
// Cost: a look-up for each run of the new text and at most common_from steps behind it; about 8 bytes of memory a run.
// Nothing depends on chance: the same answers in the same order give the same families.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/id.hpp"

namespace samrad::domain {

// The numbers of a text's runs of three words, sorted, each once; at most the first most_runs. Two texts with one
// sketch are the same words in nearly the same order.
using Sketch = std::vector<std::uint32_t>;
inline constexpr std::size_t most_runs = 3000;
// Of several texts, no run reaching from one into the next.
Sketch sketch_of(const std::vector<std::u16string>& texts);

class Families {
public:
    // Texts with fewer runs are never folded: "Nei, det er bra som det er." is an answer, not a campaign.
    static constexpr std::size_t least_runs = 6;
    static constexpr double share_of_shorter = 0.20;
    static constexpr double share_of_longer = 0.10;
    static constexpr std::size_t least_shared = 5;
    static constexpr std::size_t common_from = 48;
    static constexpr std::size_t most_delegates = 16;

    struct Placed {
        AnswerId family;               // the answer's own where it is like no other
        bool delegate = false;         // whether later ones are compared with it
        std::vector<AnswerId> joined;  // families whose members are of `family` from now on
    };
    // Finds the family of a new answer.
    Placed add(AnswerId answer, const Sketch& sketch);
    // Puts in a delegate as it was found before.
    void restore(AnswerId answer, AnswerId family, const Sketch& sketch);
    // Nothing is compared with this answer any longer.
    void remove(AnswerId answer);
    // Whether some delegate stands for the family.
    bool has_delegate(AnswerId family) const;

private:
    struct Delegate {
        AnswerId answer;
        AnswerId family;
        std::uint32_t runs = 0;
        bool removed = false;
    };
    struct Candidate {
        AnswerId family;
        double score = 0;
        std::vector<bool> shared;  // which runs of the new text
        std::size_t count = 0;
    };
    // The runs of all delegates: from a run to the delegates that have it, as chains in `links_`. Open addressing.
    struct Slot {
        std::uint32_t run = 0;
        std::uint32_t head = 0;  // 0: free; else a place in links_
        std::uint32_t length = 0;
    };
    struct Link {
        std::uint32_t delegate;
        std::uint32_t next;
    };
    Slot& slot_of(std::uint32_t run);
    const Slot* find_slot(std::uint32_t run) const;
    void grow();
    void add_delegate(AnswerId answer, AnswerId family, const Sketch& sketch);
    std::vector<Candidate> candidates(const Sketch& sketch);
    void join(AnswerId family, AnswerId into);

    std::vector<Delegate> delegates_;
    std::unordered_map<AnswerId, std::vector<std::uint32_t>> of_family_;
    std::unordered_map<AnswerId, std::uint32_t> of_answer_;
    std::vector<Slot> slots_ = std::vector<Slot>(1024);
    std::size_t used_ = 0;
    std::vector<Link> links_ = std::vector<Link>(1);  // the first stands for none
    std::vector<std::uint32_t> counts_;               // scratch, one for each delegate, all 0 between calls
};

}  // namespace samrad::domain
