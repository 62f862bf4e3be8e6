// Where one thought ends and another may be changed beside it.
#include "domain/text/clauses.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "domain/text/merged.hpp"

using namespace samrad::domain;
using samrad::tests::merged;

namespace {

std::vector<std::u16string> clauses(std::u16string_view text) {
    std::vector<std::u16string> found;
    const auto units = clauses_of(text);
    for (std::size_t i = 0; i < units.size(); ++i) {
        found.emplace_back(text.substr(units.starts[i], units.starts[i + 1] - units.starts[i]));
    }
    return found;
}

bool is_one(std::u16string_view text) { return clauses_of(text).size() == 1; }

}  // namespace

TEST_CASE("A clause ends at a mark with space behind it, at a line's end, and before words that begin one") {
    CHECK(clauses(u"Vi vil ha 3,5 lærere, og tid. Kort") ==
          std::vector<std::u16string>{u"Vi vil ha 3,5 lærere, ", u"og tid. ", u"Kort"});
    CHECK(clauses(u"We say that rail matters\n\n- Buses") ==
          std::vector<std::u16string>{u"We say ", u"that rail matters\n\n", u"- Buses"});
    CHECK(clauses(u"") == std::vector<std::u16string>{});
    CHECK(clauses(u"«God skole.» Trygg vei") == std::vector<std::u16string>{u"«God skole.» ", u"Trygg vei"});
    CHECK(clauses(u"I 2024. Så") == std::vector<std::u16string>{u"I 2024. ", u"Så"});
}

TEST_CASE("A point in a date, behind a shortened word and before a number ends nothing") {
    CHECK(is_one(u"Fristen er 17. mai"));
    CHECK(is_one(u"17. mai er dagen"));
    CHECK(is_one(u"Se § 4 nr. 2 i loven"));
    CHECK(is_one(u"Vi vil ha bl.a. gratis ferge"));
    CHECK(is_one(u"Fra kl. 8 til ca. 16"));
    CHECK(is_one(u"Etter møtet med O. Hansen"));
    CHECK(is_one(u"F.eks. Oslo"));
    CHECK(is_one(u"Det er 5. *mai*"));
    CHECK(is_one(u"Mellom 3. čakčamánnu"));
    CHECK(merged(u"Fristen er 17. mai.", u"Fristen er 18. mai.", u"Fristen er 17. juni.") == u"");
}

TEST_CASE("The numbers of a list are no part of what its items say") {
    CHECK(clauses(u"1. tog\n2. vei") == std::vector<std::u16string>{u"1. ", u"tog\n", u"2. ", u"vei"});
    CHECK(merged(u"1. tog\n2. vei\n", u"1. tog\n3. vei\n", u"1. tog\n2. god vei\n") == u"1. tog\n3. god vei\n");
}

TEST_CASE("A line that is wrapped in the middle of a sentence ends nothing") {
    CHECK(is_one(u"Skolen skal ha\nlekser hver dag"));
    CHECK(is_one(u"- Skolen skal ha\n  lekser"));
    CHECK(is_one(u"> Skolen skal ha\n> lekser"));
    CHECK(is_one(u"Vi vil gi alle barn i hele dette lange landet vårt nå\nNorges beste lærere"));
    CHECK(merged(u"Skolen skal ha\nlekser hver dag.\n", u"Skolen skal ikke ha\nlekser hver dag.\n",
                 u"Skolen skal ha\nlekser og mat hver dag.\n") == u"");
    CHECK(clauses(u"Vi vil ha mat.\nOg tog.") == std::vector<std::u16string>{u"Vi vil ha mat.\n", u"Og tog."});
}

TEST_CASE("Lines that are lines of their own end what they say") {
    for (const auto* two :
         {u"# Skole\nvei", u"Skole\n# vei", u"Skole\n- vei", u"Skole\n> vei", u"| skole |\n| vei |", u"Skole  \nvei",
          u"Skole\\\nvei", u"```\nskole\nvei\n```", u"Skole\n\nvei", u"Kontingenten er 120\nMøtet er i uke 4"}) {
        CHECK(clauses_of(two).size() > 1);
    }
    CHECK(is_one(u"#skole\nvei"));
}

TEST_CASE("Whoever makes one clause of two is at odds with whoever changes either") {
    CHECK(merged(u"I tillegg, skal staten betale.", u"I dag skal staten betale.",
                 u"I tillegg, skal staten ikke betale.") == u"");
    CHECK(merged(u"Vi vil bygge nye skoler og selge veier.", u"Vi vil bygge nye skoler for å kunne selge veier.",
                 u"Vi vil rive gamle skoler og selge veier.") == u"");
    CHECK(merged(u"Alle skal betale skatt. Stiftelser får fritak.",
                 u"Alle skal betale skatt unntatt Stiftelser får fritak.",
                 u"Alle skal betale skatt. Stiftelser får aldri fritak.") == u"");
    CHECK(merged(u"Vi bygger skoler\n\nstaten eier veier.\n", u"Vi bygger skoler der staten eier veier.\n",
                 u"Vi bygger skoler\n\nkommunen selger veier.\n") == u"");
    CHECK(merged(u"Vi vil ha tog, ferge og vei.", u"Vi vil ha ferge og vei.", u"Vi vil ha tog, ferge og bred vei.") ==
          u"Vi vil ha ferge og bred vei.");
}
