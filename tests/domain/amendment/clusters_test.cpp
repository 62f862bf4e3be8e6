// Which amendments concern one passage, and how they stand to one another.
#include "domain/amendment/clusters.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "domain/text/diff.hpp"

using namespace samrad::domain;

namespace {

const std::u16string text =
    u"# Ferge\n\nVi vil ha gratis ferge. Maten om bord er god.\n\n- flere tog\n- bedre vei\n\nVi vil ha gratis "
    u"skole.\n";

struct Passage {
    Units units = clauses_of(text);
    Gathering all{text, units};

    void change(std::u16string_view before, std::u16string_view after) {
        auto made = text;
        made.replace(made.find(before), before.size(), after);
        all.add(step_between(text, made).change);
    }
    std::vector<Neighbours> neighbours(std::size_t most = 10) { return neighbours_of(all, text, most); }
};

using List = std::vector<std::size_t>;

}  // namespace

TEST_CASE("Two that want the same are told so, two that want otherwise collide, and the others are left alone") {
    Passage of;
    of.change(u"gratis ferge", u"billig ferge");
    of.change(u"gratis ferge", u"dyr ferge");
    of.change(u"gratis ferge", u"billig ferge");
    of.change(u"bedre vei", u"bredere vei");
    const auto found = of.neighbours();
    CHECK(found[0].same == List{2});
    CHECK(found[0].colliding == List{1});
    CHECK(found[1].colliding == List{0, 2});
    CHECK(found[1].similar.empty());
    CHECK(found[3].alone());
    CHECK(clusters_of(of.all, text) == std::vector<List>{{0, 1, 2}});
}

TEST_CASE("Two that put nearly the same words in one place are similar, and whether they collide there is told too") {
    Passage of;
    of.change(u"er god.", u"er god, med kortere køer og lengre åpningstid.");
    of.change(u"er god.", u"er god, med mye kortere køer og lengre åpningstid.");
    of.change(u"- flere tog\n", u"- flere tog\n- billigere buss i alle distrikter\n");
    of.change(u"- flere tog\n", u"- flere tog\n- Billigere buss i alle fylkets distrikter\n");
    of.change(u"- flere tog\n", u"- flere tog\n- trygge skoleveier hele året\n");
    const auto found = of.neighbours();
    CHECK(found[0].similar == List{1});
    CHECK(found[0].colliding == List{1});
    CHECK(found[2].similar == List{3});
    CHECK(found[2].colliding.empty());
    CHECK(found[4].alone());
}

TEST_CASE(
    "The same words behind one paragraph and before the next say the same, though they are counted to other places") {
    Passage of;
    const auto at = text.find(u"\n\n- flere");
    const auto insert = [&](std::size_t place, const std::u16string& words) {
        Change change;
        change.add_kept(place);
        change.add_replaced(0, words);
        change.add_kept(text.size() - place);
        of.all.add(change);
    };
    insert(at, u"\n\nBuss er bra.");
    insert(at + 2, u"Buss er bra.\n\n");
    insert(at + 1, u"\nBuss er bra.\n");
    insert(at + 2, u"Buss er veldig bra.\n\n");
    const auto found = of.neighbours();
    CHECK(found[0].same == List{1, 2});
    CHECK(found[1].same == List{0, 2});
    CHECK(found[0].similar == List{3});
    const auto alike = alike_of(of.all, 1, text);
    CHECK(alike.same == List{0, 2});
    CHECK(alike.similar == List{3});
}

TEST_CASE("The same words at the end of an item, as a new item and before the next paragraph are alike") {
    Passage of;
    of.change(u"- bedre vei\n", u"- bedre vei. Billigere buss i alle fylker.\n");
    of.change(u"- bedre vei\n", u"- bedre vei\n- Billigere buss i alle fylker.\n");
    of.change(u"\n\nVi vil ha gratis skole", u"\n\nBilligere buss i alle fylker. Vi vil ha gratis skole");
    of.change(u"\n\nVi vil ha gratis skole", u"\n\nBilligere buss i alle fylker.\n\nVi vil ha gratis skole");
    of.change(u"- flere tog", u"- flere tog. Billigere buss i alle fylker.");
    const auto found = of.neighbours();
    CHECK(found[0].similar == List{1, 2, 3});
    CHECK(found[3].similar == List{0, 1, 2});
    CHECK(found[4].alone());
    CHECK(clusters_of(of.all, text) == std::vector<List>{{0, 1, 2, 3}});
    CHECK(alike_of(of.all, 1, text).similar == List{0, 2, 3});
    CHECK(alike_of(of.all, 4, text).similar.empty());
}

TEST_CASE("Of one item alone the new items that two add beside it are alike, at whatever end they add them") {
    Passage of;
    of.change(u"- flere tog\n", u"- billigere buss i alle fylker\n- flere tog\n");
    of.change(u"- flere tog\n", u"- flere tog\n- billigere buss i alle fylker\n");
    CHECK(of.neighbours()[0].alone());  // an item of the text stands between them
}

TEST_CASE("The same words in another passage are another matter") {
    Passage of;
    of.change(u"gratis ferge", u"billig ferge");
    of.change(u"gratis skole", u"billig skole");
    CHECK(of.neighbours()[0].alone());
    CHECK(clusters_of(of.all, text).empty());
}

TEST_CASE("Likeness is one for the same, none for what shares no word, and the same both ways") {
    const std::vector<Hunk> cheap{{19, 25, u"billig"}};
    const std::vector<Hunk> dear{{19, 25, u"dyr"}};
    const std::vector<Hunk> other{{9, 11, u"Dere"}};
    CHECK(likeness(cheap, cheap, text) == 1);
    CHECK(likeness(cheap, dear, text) == Catch::Approx(0.5));
    CHECK(likeness(dear, cheap, text) == likeness(cheap, dear, text));
    CHECK(likeness(cheap, other, text) == 0);
}

TEST_CASE("A thousand on one sentence are told to none of them by name") {
    Passage of;
    for (int i = 0; i < 1000; ++i) {
        const auto word = std::to_string(1000 + i);
        of.change(u"gratis ferge", std::u16string(word.begin(), word.end()) + u" ferge");
    }
    for (const auto& one : of.neighbours(20)) CHECK(one.colliding.size() == 20);
    CHECK(clusters_of(of.all, text).front().size() == 1000);
}
