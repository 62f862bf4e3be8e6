#include "domain/consultation/suggestion.hpp"

#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"
#include "domain/consultation/passage.hpp"

using namespace samrad;
using namespace samrad::domain;

namespace {

const std::vector<Witness> marked{
    {MarkId{1}, ThemeId{1}, {"kommun", "ferg", "pris", "dyr"}}, {MarkId{2}, ThemeId{1}, {"kommun", "ferg", "rut"}},
    {MarkId{3}, ThemeId{2}, {"kommun", "lys", "vei", "mørk"}},  {MarkId{4}, ThemeId{2}, {"kommun", "brøyt", "vei"}},
    {MarkId{5}, ThemeId{3}, {"kommun", "skol", "lær"}},
};

}  // namespace

TEST_CASE("A theme is suggested by the marked passage that is most alike, which it names") {
    const auto found = suggest_themes({"ferg", "dyr", "famili"}, marked, 3);
    REQUIRE(!found.empty());
    CHECK(found[0].theme == ThemeId{1});
    CHECK(found[0].because_of == MarkId{1});
    CHECK(found[0].likeness > 0.25);
}

TEST_CASE("A word that every passage has suggests nothing") {
    CHECK(suggest_themes({"kommun", "politi"}, marked, 3).empty());
    CHECK(suggest_themes({}, marked, 3).empty());
    CHECK(suggest_themes({"ferg"}, {}, 3).empty());
}

TEST_CASE("The same marks in another order give the same suggestions") {
    auto other = marked;
    std::reverse(other.begin(), other.end());
    const std::vector<std::string> stems{"vei", "lys", "ferg", "pris"};
    const auto a = suggest_themes(stems, marked, 3), b = suggest_themes(stems, other, 3);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].theme == b[i].theme);
        CHECK(a[i].because_of == b[i].because_of);
    }
}

TEST_CASE("What is blacked out leaves a bar of the same length, and every other passage its place") {
    const auto text = to_utf16("Ring Kari på 99 00 11 22.\nHun vet.");
    const auto shown = blacked_out(text, {{"q", 5, 9}, {"q", 13, 30}});
    CHECK(shown.size() == text.size());
    CHECK(to_utf8(shown) == "Ring ████ på ████████████\n████vet.");
    CHECK(to_utf8(without_bars(shown)) == "Ring      på             \n    vet.");
}

TEST_CASE("A passage is a stretch of the text that cuts no sign in two") {
    const auto text = to_utf16("a😀b");
    CHECK(!check_passage({"q", 0, 4}, text));
    CHECK(!check_passage({"q", 1, 3}, text));
    for (const Passage wrong : {Passage{"q", 0, 2}, Passage{"q", 2, 4}, Passage{"q", 0, 5}, Passage{"q", 1, 1},
                                Passage{"q", -1, 1}, Passage{"q", 3, 2}}) {
        CHECK(check_passage(wrong, text)->code == "passage.outside");
    }
}

TEST_CASE("Marks follow their words when the answer is changed, and bars hold on to whatever is left of theirs") {
    const auto before = to_utf16("Senk farten nå. Ring Kari Nordmann om det. Sett opp lys.");
    const auto after = to_utf16("Hei! Senk farten nå. Ring Kari Nordvik om det.");
    const auto place = [&](const char* words) {
        const auto at = before.find(to_utf16(words));
        return Passage{"q", int(at), int(at + to_utf16(words).size())};
    };
    const auto marks = carried({place("Senk farten nå."), place("Sett opp lys.")}, before, after, false);
    REQUIRE(marks[0]);
    CHECK(words_of(*marks[0], after) == to_utf16("Senk farten nå."));
    CHECK(!marks[1]);
    const auto bars = carried({place("Kari Nordmann")}, before, after, true);
    REQUIRE(bars[0]);
    CHECK(words_of(*bars[0], after).starts_with(to_utf16("Kari Nordvik")));
}
