// Where lines that are put in stand, and what they leave alone.
#include "domain/text/hunk.hpp"

#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "domain/text/markdown_by_chance.hpp"
#include "domain/text/merged.hpp"

using namespace samrad::domain;
using samrad::tests::merged;
using samrad::tests::some_change;
using samrad::tests::some_markdown;

namespace {

bool holds(const char* law, const auto& property) { return rc::check(law, property); }

}  // namespace

TEST_CASE("The same lines in one place are the same hunk, whichever line their breaks are counted to") {
    const std::u16string base = u"Tog.\n\nVei.\n";
    const auto at = [&](std::size_t place, const std::u16string& words) {
        return hunks_of(Change::replace(base.size(), place, place, words), base);
    };
    CHECK(at(6, u"Buss.\n\n") == at(4, u"\n\nBuss."));
    CHECK(at(5, u"\nBuss.\n") == at(4, u"\n\nBuss."));
    CHECK(at(base.size(), u"\nBuss.\n") == at(base.size() - 1, u"\n\nBuss."));
    CHECK(at(0, u"Buss.\n\n") == std::vector<Hunk>{{0, 0, u"Buss.\n\n"}});
}

TEST_CASE("The hunks of a change make the text that it makes") {
    CHECK(holds("hunks", [] {
        const auto text = some_markdown(12);
        const auto change = some_change(text, 5);
        Change again;
        for (const auto& hunk : hunks_of(change, text)) {
            RC_ASSERT(again.length() <= hunk.from);
            again.add_kept(hunk.from - again.length());
            again.add_replaced(hunk.to - hunk.from, hunk.insert);
        }
        again.add_kept(text.size() - again.length());
        RC_ASSERT(*again.apply(text) == *change.apply(text));
    }));
}

TEST_CASE("What goes on with a line, what begins the next one and what is put in between need nobody to order them") {
    const std::u16string base = u"Tog er bra.\n\nVei er bra.\n";
    const std::u16string between = u"Tog er bra.\n\nBuss er bra.\n\nVei er bra.\n";
    CHECK(merged(base, u"Tog er bra. Det er raskt.\n\nVei er bra.\n", between) ==
          u"Tog er bra. Det er raskt.\n\nBuss er bra.\n\nVei er bra.\n");
    CHECK(merged(base, u"Tog er bra.\n\nTrygg Vei er bra.\n", between) ==
          u"Tog er bra.\n\nBuss er bra.\n\nTrygg Vei er bra.\n");
    CHECK(merged(u"- Tog\n- Vei\n", u"- Tog og buss\n- Vei\n", u"- Tog\n- Båt\n- Vei\n") ==
          u"- Tog og buss\n- Båt\n- Vei\n");
    CHECK(merged(u"- Tog\n- Vei\n", u"- Tog\n- Vei og bru\n", u"- Tog\n- Vei\n- Båt\n") ==
          u"- Tog\n- Vei og bru\n- Båt\n");
    // Where the line that comes goes on with the same paragraph, somebody has to say which words come first.
    CHECK(merged(base, u"Tog er bra. Det er raskt.\n\nVei er bra.\n",
                 u"Tog er bra.\nDet er billig.\n\nVei er bra.\n") == u"");
    CHECK(merged(base, between, u"Tog er bra.\n\nBåt er bra.\n\nVei er bra.\n") == u"");
}

TEST_CASE("What is put in beside a passage that the other side takes away stays") {
    const std::u16string base = u"- Tog\n- Buss\n- Skole\n- Sang\n";
    const std::u16string gone = u"- Tog\n- Buss\n- Sang\n";
    CHECK(merged(base, gone, u"- Tog\n- Buss\n- Skole\n- Park\n- Sang\n") == u"- Tog\n- Buss\n- Park\n- Sang\n");
    CHECK(merged(base, gone, u"- Tog\n- Buss\n- Park\n- Skole\n- Sang\n") == u"- Tog\n- Buss\n- Park\n- Sang\n");
    CHECK(merged(u"Tog.\n\nVei.\n\nSkole.\n", u"Tog.\n\nSkole.\n", u"Tog.\n\nVei.\n\nPark.\n\nSkole.\n") ==
          u"Tog.\n\nPark.\n\nSkole.\n");
    // Where two lines become one, no line comes between.
    CHECK(merged(u"- Tog\n- Buss\n", u"- Tog - Buss\n", u"- Tog\n- Park\n- Buss\n") == u"");
}

TEST_CASE(
    "What makes another thing of the line behind is decided by somebody: a list, a quotation, a paragraph drawn in") {
    CHECK(merged(u"- Gratis ferge\n- Gratis mat\n", u"- Gratis for alle:\n  - Gratis mat\n",
                 u"- Gratis ferge\n- Flere tog\n- Gratis mat\n") == u"");
    CHECK(merged(u"- A\n\nB\n", u"- A\n\n  B\n", u"- A\n- N\n\nB\n") == u"");
    CHECK(merged(u"- A\n- B\n", u"- A\n> - B\n", u"- A\n- N\n- B\n") == u"");
    CHECK(merged(u"Tog.\n\nVei.\n", u"Tog.\n\n1. Vei.\n", u"Tog.\n\nBuss.\n\nVei.\n") == u"");
}

TEST_CASE("A line is a new item only where readers take it for one") {
    CHECK(merged(u"Vi møtes hvert år\n", u"Vi møtes hvert år i parken\n", u"Vi møtes hvert år\n17. mai er dagen\n") ==
          u"");
    CHECK(merged(u"We pay a lot\n", u"We pay a lot now\n", u"We pay a lot\n1.5 percent of dues\n") == u"");
    CHECK(merged(u"1. Tog\n2. Vei\n", u"1. Tog og buss\n2. Vei\n", u"1. Tog\n17. Båt\n2. Vei\n") ==
          u"1. Tog og buss\n17. Båt\n2. Vei\n");
}

TEST_CASE("Where two paragraphs become one, nothing is put between them") {
    CHECK(merged(u"Vi vil ha ferge\n\nog god mat\n", u"Vi vil ha ferge,\nog god mat\n",
                 u"Vi vil ha ferge\n\nFlere tog\n\nog god mat\n") == u"");
    CHECK(merged(u"- A\n\n- B\n", u"- A\n- B\n", u"- A\n\n- N\n\n- B\n") == u"");
}

TEST_CASE("New items in one place are taken side by side on one level, and none twice") {
    CHECK(merged(u"- A\n", u"- A\n- x\n", u"- A\n- x\n- y\n") == u"");
    CHECK(merged(u"- A\n", u"- A\n  - s\n", u"- A\n- t\n") == u"");
    CHECK(merge(u"- A\n", u"- A\n- s\n  - under\n", u"- A\n- t\n").open.empty());
    CHECK(merged(u"- A\n- B\n- C\n", u"- A\n- C\n", u"- A\n- B\n  - under B\n- C\n") == u"");
}

TEST_CASE("A line break that is put in before a word stands before what becomes of that word") {
    const std::u16string base = u"Tog.\n\nVei er bra.\n";
    const auto replaced = Change::replace(base.size(), 6, 9, u"Bane");
    const auto before = Change::replace(base.size(), 6, 6, u"\n- Ny ");
    const auto units = clauses_of(base);
    Gathering all(base, units);
    all.add(replaced);
    all.add(before);
    const std::size_t both[] = {0, 1};
    CHECK(text_of(all.weave(both), base) == u"Tog.\n\n\n- Ny Bane er bra.\n");
}

TEST_CASE("A line that is put in at the beginning stands before what another takes away there") {
    const std::u16string base = u"\n> Tog";
    const auto units = clauses_of(base);
    Gathering all(base, units);
    all.add(Change::replace(base.size(), 0, 0, u"\nVei"));
    all.add(Change::replace(base.size(), 0, 2, u""));
    const std::size_t both[] = {0, 1};
    const auto woven = all.weave(both);
    CHECK(text_of(woven, base) == u"\nVei Tog");
    CHECK(*rest_of(woven, 0).apply(u"\nVei\n> Tog") == u"\nVei Tog");
}

TEST_CASE("A sentence that is put before a paragraph does not stay behind when that goes") {
    const std::u16string base = u"Tog er bra.\n\nVi vil ha gratis ferge.\n\n## Skole\n";
    const std::u16string gone = u"Tog er bra.\n\n## Skole\n";
    CHECK(merged(base, u"Tog er bra.\n\nFolk bor på øyer. Vi vil ha gratis ferge.\n\n## Skole\n", gone) == u"");
    CHECK(merged(base, u"Tog er bra.\n\nVi vil ha gratis ferge. Folk bor på øyer.\n\n## Skole\n", gone) == u"");
    CHECK(merged(base, u"Tog er bra.\n\nFolk bor på øyer.\n\nVi vil ha gratis ferge.\n\n## Skole\n", gone) ==
          u"Tog er bra.\n\nFolk bor på øyer.\n\n## Skole\n");
    CHECK(merged(u"Vei.\n- ferge\n- tog\n", u"Vei.\nFolk reiser. - ferge\n- tog\n", u"Vei.\n- tog\n") == u"");
}

TEST_CASE("What is put in at a line's beginning is of that line, also where white space begins it") {
    CHECK(merged(u"Mat.\n\nha lekser hver dag\n", u"Mat.\n\n  Vi skal ikke ha lekser hver dag\n",
                 u"Mat.\n\nfå lekser hver dag\n") == u"");
    CHECK(merged(u"- Vi vil\n\nha gratis ferge\n", u"- Vi vil\n\n  - bygge vei\n\nikke ha gratis ferge\n",
                 u"- Vi vil\n\nkreve gratis ferge\n") == u"");
}

TEST_CASE("Who draws a line in or out, or quotes it, says something of what stands before and behind it") {
    const std::u16string base = u"- Ferge:\n  - Gratis\n  - Mat\n";
    CHECK(merged(base, u"- Ferge:\n  - Gratis\n    - Mat\n", u"- Ferge:\n  - Gratis\n  - Nytt\n  - Mat\n") == u"");
    CHECK(merged(base, u"- Ferge:\n  - Gratis\n- Mat\n", base + u"  - Kaffe\n") == u"");
    CHECK(merged(u"1. A\n   1. B\n   2. C\n", u"1. A\n   1. B\n      1. C\n", u"1. A\n   1. B\n   2. N\n   3. C\n") ==
          u"");
    CHECK(merged(u"- A\n- B\n", u"> - A\n> - B\n", u"- A\n- B\n- N\n") == u"");
}

TEST_CASE("At the end of a text without a line break nothing runs together") {
    const std::u16string base = u"Tog er bra\n";
    CHECK(merged(base, u"Tog er bra", base + u"Buss er fin") == u"");
    CHECK(merged(u"- Vei\n", u"- Vei", u"- Vei\n- Buss") == u"");
    CHECK(merged(base, u"Tog er bra", base + u"\nBuss er fin") != u"Tog er braBuss er fin");
}
