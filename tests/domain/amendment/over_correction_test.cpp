// An amendment over a correction of typing errors.
#include <catch2/catch_test_macros.hpp>

#include "domain/amendment/carriage.hpp"
#include "domain/text/diff.hpp"

using namespace samrad::domain;

namespace {

using Text = std::u16string;

struct Carried {
    Carriage state;
    Text text;
    bool operator==(const Carried&) const = default;
};

// What the amendment, from `base` to `wanted`, is on the text that the correction makes.
Carried over(const Text& base, const Text& wanted, const Text& corrected) {
    Carrier carrier(base, step_between(base, corrected).change, true);
    const auto carried = carrier.carry(step_between(base, wanted).change);
    REQUIRE(carried.change.length() == corrected.size());
    return {carried.state, carried.state == Carriage::clean ? *carried.change.apply(corrected) : u""};
}

Carried clean(const Text& text) { return {Carriage::clean, text}; }
const Carried moot{Carriage::moot, u""};
const Carried asked{Carriage::needs_sponsor, u""};

}  // namespace

TEST_CASE("What a correction and an amendment both say is said once") {
    CHECK(over(u"Vi vil en god skole.\n", u"Vi vil ha en god skole.\n", u"Vi vil ha en god skole.\n") == moot);
    CHECK(over(u"Når skolen stenger må alle hjem.\n", u"Når skolen stenger, må alle hjem snart.\n",
               u"Når skolen stenger, må alle hjem.\n") == clean(u"Når skolen stenger, må alle hjem snart.\n"));
    CHECK(over(u"Vi vil ha skole.\n\nSlutt.\n", u"Vi vil ha skole.\n\nAlle skal med.\n\nSlutt.\n",
               u"Vi vil ha skole.\n\nAlle skal med.\n\nSlutt.\n") == moot);
}

TEST_CASE("Where an amendment has the words of a correction among its own, its own stand") {
    CHECK(over(u"Vi vil ha gratis ferge\n", u"Vi vil ha gratis ferge til alle øyer.\n", u"Vi vil ha gratis ferge.\n") ==
          clean(u"Vi vil ha gratis ferge til alle øyer.\n"));
    CHECK(over(u"Vi vil ha skole\n", u"Vi vil ha skole. Alle skal med.\n", u"Vi vil ha skole.\n") ==
          clean(u"Vi vil ha skole. Alle skal med.\n"));
    CHECK(over(u"Vi vil ha grattis ferge.\n", u"Vi vil ha billig ferge.\n", u"Vi vil ha gratis ferge.\n") ==
          clean(u"Vi vil ha billig ferge.\n"));
}

TEST_CASE("Where both put something in at one place, the sponsor says which comes first") {
    CHECK(over(u"Vi vil ha ferge\n", u"Vi vil ha ferge og båt\n", u"Vi vil ha ferge.\n") == asked);
}

TEST_CASE("A correction beside what an amendment says ruins nothing of it, and is not undone by it") {
    CHECK(over(u"Vi vil ha en god skloe i byen.\n", u"Vi vil ha en ny og god skloe i byen.\n",
               u"Vi vil ha en god skole i byen.\n") == clean(u"Vi vil ha en ny og god skole i byen.\n"));
    CHECK(over(u"Vi vil ha skole\n", u"Vi vil ha barnehager\n", u"Vi vil ha skole.\n") ==
          clean(u"Vi vil ha barnehager.\n"));
    // What goes is gone with its corrected end.
    CHECK(over(u"Vi vil ha skole.\n\nAlle skal med\n", u"Vi vil ha skole.\n",
               u"Vi vil ha skole.\n\nAlle skal med.\n") == clean(u"Vi vil ha skole.\n"));
}

TEST_CASE("Words beside several corrections stay, and no word of the amendment is lost or stuck to another") {
    const Text base = u"Komunen skal byge skoler. Resten star fast.\n";
    const Text mended = u"Kommunen skal bygge skoler. Resten står fast.\n";
    CHECK(over(base, u"Komunen skal ikke byge skoler. Resten star fast.\n", mended) ==
          clean(u"Kommunen skal ikke bygge skoler. Resten står fast.\n"));
    CHECK(over(base, u"Komunen byge skoler. Resten star fast.\n", mended) ==
          clean(u"Kommunen bygge skoler. Resten står fast.\n"));
    CHECK(over(u"Vi vil bygge vei. Vi vill ikek ha bom. Slutt.\n", u"Vi vil bygge vei. Vi skal ikek ha bom. Slutt.\n",
               u"Vi vil bygge vei. Vi vil ikke ha bom. Slutt.\n") ==
          clean(u"Vi vil bygge vei. Vi skal ikke ha bom. Slutt.\n"));
    CHECK(over(u"Vi vill ikke byge ny vei.\n", u"Vi vill byge ny vei.\n", u"Vi vil ikke bygge ny vei.\n") ==
          clean(u"Vi vil bygge ny vei.\n"));
}

TEST_CASE("A paragraph that an amendment moves is moved as it was corrected") {
    const Text first = u"Vi vil ha en god skloe i byen.\n", second = u"\nHavet er viktig for oss.\n",
               third = u"\nVeien er lang.\n";
    const Text mended = u"Vi vil ha en god skole i byen.\n";
    CHECK(over(first + second + third, second.substr(1) + third + u"\n" + first, mended + second + third) ==
          clean(second.substr(1) + third + u"\n" + mended));
}

TEST_CASE("A text says already what an amendment wants where it has the clauses that it puts in") {
    const Text base = u"Vi vil ha gratis ferge. Og bedre vei.\n";
    const auto wanted = step_between(base, u"Vi vil ha gratis ferge. Og mye bedre vei.\n").change;
    CHECK(says_already(wanted, base, u"Helt ny innledning. Og mye bedre vei.\n"));
    CHECK_FALSE(says_already(wanted, base, u"Vi vil ha gratis ferge.\n"));
    CHECK_FALSE(says_already(wanted, base, u"Og mye tryggere vei.\n"));
    const Text two = u"Tog er dyre, dessverre.\n\nBuss er dyre, alltid.\n\nTakk.\n";
    CHECK_FALSE(
        says_already(step_between(two, u"Tog er dyre, dessverre.\n\nBuss er dyre, dessverre.\n\nTakk.\n").change, two,
                     u"Tog er dyre, dessverre.\n\nTakk.\n"));
    // What wants to take away alone is done where it is gone.
    CHECK(says_already(step_between(base, u"Vi vil ha gratis ferge.\n").change, base, u"Noe annet.\n"));
    CHECK(says_already(step_between(base, u"").change, base, u""));
}
