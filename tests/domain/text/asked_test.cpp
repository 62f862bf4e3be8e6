// Where the words of one side would mean another thing beside the other's, somebody is asked.
#include <catch2/catch_test_macros.hpp>

#include "domain/text/merged.hpp"

using samrad::tests::merged;

namespace {

using Text = std::u16string;

// Both sides are asked, whichever comes first.
bool asks(const Text& base, const Text& ours, const Text& theirs) {
    return merged(base, ours, theirs).empty() && merged(base, theirs, ours).empty();
}

// Taken together without a question, in either order.
Text both(const Text& base, const Text& ours, const Text& theirs) {
    const auto text = merged(base, ours, theirs);
    return text == merged(base, theirs, ours) ? text : Text(u"not the same in either order");
}

const Text three = u"Skolen skal være gratis. Barn skal ha varm mat hver eneste dag i skolen. Staten betaler.";

}  // namespace

TEST_CASE("What is put in behind words that another moves is asked for: it may belong to them") {
    CHECK(asks(u"Vi vil ha gratis skole.\n\n## Skole\n", u"## Skole\n\nVi vil ha gratis skole.\n",
               u"Vi vil ha gratis skole.\n\nDen skal staten betale.\n\n## Skole\n"));
    const auto more = three + u" Det gjelder fra i år.\n";
    CHECK(asks(three + u"\n",
               u"Skolen skal være gratis.\n\nBarn skal ha varm mat hver eneste dag i skolen.\n\nStaten betaler.\n",
               more));
    CHECK(asks(three + u"\n",
               u"- Skolen skal være gratis.\n- Barn skal ha varm mat hver eneste dag i skolen.\n- Staten betaler.\n",
               more));
    CHECK(asks(u"Først om havet. Så om fisken i det.\n\nOm veien er det mer.\n",
               u"Først om havet.\n\nOm veien er det mer. Så om fisken i det.\n",
               u"Først om havet. Så om fisken i det. Den er god.\n\nOm veien er det mer.\n"));
}

TEST_CASE("What is put in at the end of a chapter stands under no other heading when the chapter goes or moves") {
    const Text a = u"## A\n\nOm havet og fisken.\n", b = u"\n## B\n\nOm veien og bilen.\n",
               c = u"\n## C\n\nMer om skog.\n";
    const Text more = u"\nOg om sykkelen.\n";
    CHECK(asks(a + b, a, a + b + more));
    CHECK(asks(a + b + c, a + c, a + b + more + c));
    CHECK(asks(a + b + c, b.substr(1) + u"\n" + a + c, a + b + more + c));
    CHECK(both(u"Om havet.\n\nOm fisken.\n\nOm veien.\n", u"Om havet.\n\nOm veien.\n",
               u"Om havet.\n\nOm fisken.\n\nOm båten.\n\nOm veien.\n") == u"Om havet.\n\nOm båten.\n\nOm veien.\n");
}

TEST_CASE("Who makes a quotation, a heading, code or a paragraph of words is at odds with who goes on with them") {
    CHECK(asks(u"Statsråden vil kutte i skolen.\n", u"I fjor sa statsråden:\n\n> Statsråden vil kutte i skolen.\n",
               u"Statsråden vil kutte i skolen. Det er vi imot.\n"));
    CHECK(asks(u"# Skole\n\nVi vil ha mer.\n", u"Skole\n\nVi vil ha mer.\n",
               u"# Skole\nKort om skolen.\n\nVi vil ha mer.\n"));
    CHECK(asks(u"1. Først skal vi bygge.\n2. Så skal vi eie.\n", u"Først skal vi bygge.\n\nSå skal vi eie.\n",
               u"1. Først skal vi bygge.\n2. Så skal vi eie.\n3. Til slutt skal vi selge.\n"));
    CHECK(asks(u"Vi vil ha skole.\n", u"## Vi vil ha skole.\n", u"Vi vil ha skole. Den skal være god.\n"));
    CHECK(asks(u"Først dette.\n\nSå dette.\n", u"```\nFørst dette.\n\nSå dette.\n```\n",
               u"Først dette.\n\nMidt imellom.\n\nSå dette.\n"));
    CHECK(asks(u"```\nkode\n```\n\nFørst dette.\n\nSå dette.\n", u"```\nkode\n\nFørst dette.\n\nSå dette.\n",
               u"```\nkode\n```\n\nFørst dette.\n\nSå noe annet.\n"));
    // The level of a heading, and its words, say nothing of what stands below it.
    CHECK(both(u"## Skole\n\nTekst.\n", u"### Skole\n\nTekst.\n", u"## Skole\n\nNy tekst her.\n\nTekst.\n") ==
          u"### Skole\n\nNy tekst her.\n\nTekst.\n");
    CHECK(both(u"## Skole\n\nTekst.\n", u"## Skole og mat\n\nTekst.\n", u"## Skole\n\nNy tekst her.\n\nTekst.\n") ==
          u"## Skole og mat\n\nNy tekst her.\n\nTekst.\n");
}

TEST_CASE("What goes on with the last lines of a text goes on with no others when those go") {
    const Text said = u"Dette er målene som vi alle sammen skal nå.\n";
    CHECK(asks(said + u"\nMer om dette siden.\n", said, said + u"\nMer om dette siden.\nOg enda en linje her.\n"));
    const Text items = u"\n1. tog er bra\n2. buss er bra\n";
    CHECK(asks(said + items, said, said + items + u"3. fly er bra\n"));
    const Text table = u"\n| Navn | Sum |\n|---|---|\n| Ola | 5 |\n";
    CHECK(asks(said + table, said, said + table + u"| Kari | 7 |\n"));
    // Behind an item of the same list, or as a paragraph of its own, it may.
    CHECK(both(u"Mål:\n\n- tog er bra\n- buss er bra\n", u"Mål:\n\n- tog er bra\n",
               u"Mål:\n\n- tog er bra\n- buss er bra\n- fly er bra\n") == u"Mål:\n\n- tog er bra\n- fly er bra\n");
    CHECK(both(u"Om havet.\n\nOm fisken.\n", u"Om havet.\n", u"Om havet.\n\nOm fisken.\n\nOm båten.\n") ==
          u"Om havet.\n\nOm båten.\n");
}

TEST_CASE(
    "A heading or a row that two move to two places, or one moves and one deletes, stands neither twice nor again") {
    const Text head = u"| Navn | Sum |\n|---|---|\n";
    CHECK(asks(head + u"| Ola | 5 |\n| Kari | 7 |\n| Per | 8 |\n", head + u"| Kari | 7 |\n| Per | 8 |\n| Ola | 50 |\n",
               head + u"| Kari | 7 |\n| Ola | 6 |\n| Per | 8 |\n"));
    const Text before = u"Først om havet her.\n\n", after = u"Så om veien her.\n\nOg så om fisken.\n";
    CHECK(asks(before + u"## Skole\n\n" + after, u"## Skole for alle\n\n" + before + after,
               before + after + u"\n## Skole og mat\n"));
    CHECK(asks(before + u"## Skole\n\n" + after, before + after + u"\n## Skole\n\nAlle skal lære å lese.\n",
               before + after));
}

TEST_CASE("A row has the columns of its table: who puts in or takes a column is at odds with who adds a row") {
    const Text two = u"| Navn | Sum |\n|---|---|\n| Ola | 5 |\n";
    const Text three_columns = u"| Nr | Navn | Sum |\n|---|---|---|\n| 1 | Ola | 5 |\n";
    CHECK(asks(two, three_columns, two + u"| Kari | 7 |\n"));
    CHECK(asks(three_columns, two, three_columns + u"| 2 | Kari | 7 |\n"));
    CHECK(both(two + u"| Kari | 7 |\n", u"| Navn | Kroner |\n|---|---|\n| Ola | 5 |\n| Kari | 7 |\n",
               two + u"| Kari | 7 |\n| Per | 8 |\n") ==
          u"| Navn | Kroner |\n|---|---|\n| Ola | 5 |\n| Kari | 7 |\n| Per | 8 |\n");
}

TEST_CASE("A number that gets longer takes what is drawn in under it along, or asks") {
    Text nine, ten = u"1. Helt nytt\n";
    for (int i = 1; i <= 9; ++i) {
        nine += Text(1, char16_t(u'0' + i)) + u". Punkt nummer " + Text(1, char16_t(u'0' + i)) + u"\n";
        ten += (i == 9 ? Text(u"10") : Text(1, char16_t(u'1' + i))) + u". Punkt nummer " + Text(1, char16_t(u'0' + i)) +
               u"\n";
    }
    CHECK(asks(nine, ten, nine + u"   - under ni\n"));
}

TEST_CASE("A sentence goes on behind the short words that Norwegian texts use") {
    CHECK(asks(u"Staten skal handle iht. EØS-avtalen fra Brussel.\n",
               u"Staten skal ikke handle iht. EØS-avtalen fra Brussel.\n",
               u"Staten skal handle iht. FN-pakten fra Brussel.\n"));
}
