// What is left of each when somebody writes by hand where several cannot be taken together.
#include "domain/text/settled.hpp"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "domain/text/diff.hpp"
#include "domain/text/merge.hpp"

using namespace samrad::domain;

namespace {

std::vector<Extent> extents(std::u16string_view base, const std::vector<std::u16string>& readings,
                            std::u16string_view hand) {
    std::vector<Extent> all;
    for (std::size_t i = 0; i < readings.size(); ++i) all.push_back(extent_by_hand(base, readings, i, hand));
    return all;
}

using Each = std::vector<Extent>;

}  // namespace

TEST_CASE("Where one reading is chosen the others are left out, whatever words they share with it") {
    CHECK(extents(u"gratis", {u"billig", u"dyr"}, u"dyr") == Each{Extent::none, Extent::whole});
    CHECK(extents(u"gratis", {u"svært billig", u"billig"}, u" billig\n") == Each{Extent::none, Extent::whole});
    CHECK(extents(u"", {u"Og tog.", u"Og buss."}, u"Og tog.") == Each{Extent::whole, Extent::none});
    CHECK(extents(u"gratis", {u"", u"billig"}, u"") == Each{Extent::whole, Extent::none});
}

TEST_CASE("Where the text is left as it was all are left out") {
    CHECK(extents(u"gratis", {u"billig", u"dyr"}, u"gratis") == Each{Extent::none, Extent::none});
}

TEST_CASE("Those who say the same are kept together") {
    CHECK(extents(u"gratis", {u"billig", u"dyr", u"billig"}, u"billig") ==
          Each{Extent::whole, Extent::none, Extent::whole});
}

TEST_CASE("A third wording keeps of each what it does as they would, and nothing of one whose words it has not") {
    CHECK(extents(u"gratis", {u"billig", u"dyr"}, u"rimelig") == Each{Extent::part, Extent::part});
    CHECK(extents(u"gratis", {u"billig", u"dyr"}, u"billig og dyr") == Each{Extent::part, Extent::part});
    CHECK(extents(u"Skolen er gratis", {u"Skolen er billig", u"Skolen er helt gratis"}, u"Skolen er nesten gratis") ==
          Each{Extent::none, Extent::none});
}

TEST_CASE("Additions that stand there both, in any order, are whole") {
    CHECK(extents(u"", {u"Og tog.", u"Og buss."}, u"Og buss. Og tog.") == Each{Extent::whole, Extent::whole});
    CHECK(extents(u"ferge", {u"ferge og tog", u"ferge og buss"}, u"ferge og tog og buss") ==
          Each{Extent::whole, Extent::whole});
    CHECK(extents(u"ferge", {u"ferge og tog", u"ferge og buss"}, u"ferge, buss og tog") ==
          Each{Extent::whole, Extent::part});
}

TEST_CASE("Words that only move, and marks alone, cannot be counted: they are told as kept in part") {
    CHECK(extents(u"tog og buss", {u"buss og tog", u"tog og ferge"}, u"ferge og buss og tog").front() == Extent::part);
    CHECK(extents(u"tog og buss", {u"tog, og buss", u"tog og ferge"}, u"tog, buss og båt").front() == Extent::part);
    CHECK(extents(u"tog og buss", {u"tog, og buss", u"tog og ferge"}, u"båt").front() == Extent::none);
}

TEST_CASE("Words that chance has scattered over what was written are no addition that stands there") {
    CHECK(extents(u"Medlemmer kan stemme", {u"Medlemmer kan ikke stemme", u"Medlemmer skal stemme"},
                  u"Medlemmer kan stemme. De som ikke betaler kan ikke stemme")
              .front() != Extent::none);
    CHECK(extents(u"100 kr for alle", {u"100 kr for alle unntatt studenter", u"200 kr for alle"},
                  u"100 kr for alle unntatt pensjonister og studenter")
              .front() == Extent::part);
    CHECK(extents(u"Skatten skal ned.", {u"Skatten skal opp og betales.", u"Skatten skal bort."},
                  u"Skatten skal ned raskt og enkelt.")
              .front() == Extent::none);
}

TEST_CASE("A paragraph that is parted and one that is left as it was are two things") {
    CHECK(extents(u"Tog. Buss.", {u"Tog.\n\nBuss.", u"Tog. Ferge."}, u"Tog. Buss.") ==
          Each{Extent::none, Extent::none});
    CHECK(extents(u"Tog. Buss.", {u"Tog.\n\nBuss.", u"Tog. Ferge."}, u"Tog.\n\nBuss.") ==
          Each{Extent::whole, Extent::none});
}

TEST_CASE("What becomes of a change is what becomes of all its parts, and the winner is named") {
    const std::u16string base = u"Vi vil ha gratis ferge. Maten er god. Og bedre vei.";
    const Change changes[] = {step_between(base, u"Vi vil ha billig ferge. Maten er god. Og bedre vei.").change,
                              step_between(base, u"Vi vil ha dyr ferge. Maten er varm. Og bedre vei.").change,
                              step_between(base, u"Vi vil ha gratis ferge. Maten er god. Og mye bedre vei.").change};
    const auto place = merge_all(base, changes, {}).open.at(0).base;
    const auto fates = [&](const char16_t* text) {
        const Settlement hand[] = {{place, text}};
        return fates_of(merge_all(base, changes, hand), 3);
    };
    using Fates = std::vector<Fate>;
    CHECK(fates(u"dyr") == Fates{{Extent::none, 1}, {Extent::whole, {}}, {Extent::whole, {}}});
    // The second one's other sentence is in the text all the same.
    CHECK(fates(u"billig") == Fates{{Extent::whole, {}}, {Extent::part, 0}, {Extent::whole, {}}});
    CHECK(fates(u"rimelig") == Fates{{Extent::part, {}}, {Extent::part, {}}, {Extent::whole, {}}});
    CHECK(fates(u"gratis") == Fates{{Extent::none, {}}, {Extent::part, {}}, {Extent::whole, {}}});
}

TEST_CASE("What is written by hand is nobody's whose words it has not") {
    const std::u16string base = u"Vi vil ha gratis ferge.";
    const Change changes[] = {step_between(base, u"Vi vil ha billig ferge.").change,
                              step_between(base, u"Vi vil ha dyr ferge.").change};
    const Settlement hand[] = {{merge_all(base, changes, {}).open.at(0).base, u"dyr"}};
    int written = 0;
    for (const auto& piece : merge_all(base, changes, hand).woven) {
        if (!piece.by_hand) continue;
        ++written;
        CHECK(piece.changes == std::vector<std::size_t>{1});
    }
    CHECK(written > 0);
}
