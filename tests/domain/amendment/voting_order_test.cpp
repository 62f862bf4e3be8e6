// In which order a meeting votes, and what falls when something is adopted.
#include "domain/amendment/voting_order.hpp"

#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"
#include "domain/text/diff.hpp"

using namespace samrad::domain;
using samrad::name_of;
using samrad::to_utf8;

namespace {

const std::u16string programme =
    u"# Ferge\n\nVi vil ha gratis ferge. Maten er god, og dekket er rent.\n\n# Vei\n\nVeien skal være trygg.\n";

Contender text_of_number(int number, const std::u16string& wanted, int chapter = 1, int line = 2) {
    return {number, chapter, line, step_between(programme, wanted).change};
}

std::u16string with(const std::u16string& old_words, const std::u16string& new_words) {
    auto text = programme;
    return text.replace(text.find(old_words), old_words.size(), new_words);
}

// The numbers in the order of the votes; those of one vote joined by "=".
std::string order_of(const std::vector<Contender>& contenders) {
    const VotingOrder order(programme, contenders);
    std::string text;
    for (const auto& item : order.items()) {
        for (const auto one : item.contenders) {
            text += (one == item.contenders.front() ? " " : "=") + std::to_string(contenders[one].number);
        }
    }
    return text.empty() ? text : text.substr(1);
}

std::string numbers(const std::vector<Contender>& contenders, const std::vector<std::size_t>& indexes) {
    std::string text;
    for (const auto index : indexes) text += " " + std::to_string(contenders[index].number);
    return text;
}

std::string fallen(const std::vector<Contender>& contenders, const Consequence& consequence) {
    std::string text;
    for (const auto& fall : consequence.falls) {
        text += " " + std::to_string(contenders[fall.contender].number) + " " + std::string(name_of(fall.reason));
    }
    return text;
}

}  // namespace

TEST_CASE("Votes go by chapter and line, with principles first in their place") {
    CHECK(order_of({text_of_number(1, with(u"trygg", u"bred"), 2, 5),
                    {2, 0, 0, std::nullopt},
                    text_of_number(3, with(u"gratis", u"billig"), 1, 2),
                    {4, 2, 0, std::nullopt}}) == "2 3 4 1");
}

TEST_CASE("Of alternatives the farthest-reaching is voted on first: the deletion, then the larger replacement") {
    const auto sentence = with(u"Maten er god, og dekket er rent.", u"Alt er fint.");
    CHECK(order_of({text_of_number(1, with(u"god", u"dyr")), text_of_number(2, sentence),
                    text_of_number(3, with(u"Maten er god, og dekket er rent.", u""))}) == "3 2 1");
    // The same words taken away: what puts in more reaches farther, then the lower number does.
    CHECK(order_of({text_of_number(7, with(u"god", u"dyr")), text_of_number(8, with(u"god", u"altfor dyr")),
                    text_of_number(9, with(u"god", u"fin"))}) == "8 7 9");
}

TEST_CASE("Alternatives stand together where the first of them has its place, and are one group") {
    const std::vector<Contender> contenders{
        text_of_number(1, with(u"gratis", u"billig"), 1, 2), text_of_number(2, with(u"god", u"dyr"), 1, 2),
        text_of_number(3, with(u"trygg", u"bred"), 2, 5),
        text_of_number(4, u"# Ferge\n\nVi vil ha dyr ferge. Maten er god, og dekket er rent.\n\n# Vei\n\nNei.\n", 1,
                       2)};
    const VotingOrder order(programme, contenders);
    CHECK(order_of(contenders) == "4 1 3 2");
    std::vector<int> groups;
    for (const auto& item : order.items()) groups.push_back(item.group);
    CHECK(groups == std::vector<int>{1, 1, 1, 0});
}

TEST_CASE("Without the farthest-reaching one its group comes apart and goes by line again") {
    const auto all_gone = with(programme, u"Ingenting.\n");
    CHECK(order_of({text_of_number(1, with(u"trygg", u"svært bred og fin"), 2, 5),
                    text_of_number(2, with(u"gratis", u"dyr"), 1, 2), text_of_number(3, all_gone, 1, 1),
                    text_of_number(4, with(u"gratis ferge", u"buss"), 1, 2)}) == "3 4 2 1");
}

TEST_CASE("Those that say the same are one vote, under the lowest number") {
    CHECK(order_of({text_of_number(5, with(u"god", u"dyr")), text_of_number(2, with(u"god", u"dyr"))}) == "2=5");
    CHECK(order_of({{5, 0, 0, std::nullopt}, {2, 0, 0, std::nullopt}}) == "2 5");
}

TEST_CASE("What is put in between two lines is no alternative to what goes on with the one before") {
    const std::u16string list = u"# Ferge\n\n- gratis ferge\n- trygg vei\n";
    const auto one = [&](int number, const std::u16string& wanted) {
        return Contender{number, 1, 2, step_between(list, wanted).change};
    };
    const std::vector<Contender> contenders{one(1, u"# Ferge\n\n- gratis ferge og buss\n- trygg vei\n"),
                                            one(2, u"# Ferge\n\n- gratis ferge\n- flere tog\n- trygg vei\n"),
                                            one(3, u"# Ferge\n\n- gratis ferge\n- bedre lys\n- trygg vei\n")};
    const VotingOrder order(list, contenders);
    REQUIRE(order.items().size() == 3);
    for (const auto& item : order.items()) CHECK(item.group == 0);
    CHECK(order.if_adopted(1).falls.empty());
}

TEST_CASE("The same paragraph behind one and before the next is one vote") {
    const auto at = programme.find(u"\n\n# Vei");
    const auto put = [&](int number, std::size_t place, const std::u16string& words) {
        return Contender{number, 1, 2, Change::replace(programme.size(), place, place, words)};
    };
    const std::vector<Contender> contenders{put(4, at + 2, u"Båten går hver time.\n\n"),
                                            put(6, at, u"\n\nBåten går hver time.")};
    CHECK(order_of(contenders) == "4=6");
    const VotingOrder order(programme, contenders);
    CHECK(numbers(contenders, order.if_adopted(0).along) == " 6");
}

TEST_CASE("When one is adopted its alternatives fall, and what it contains is adopted along with it") {
    const std::vector<Contender> contenders{
        text_of_number(1, with(u"god", u"dyr")),
        text_of_number(2, with(u"god", u"fin")),
        text_of_number(3, with(u"trygg", u"bred"), 2, 5),
        text_of_number(4,
                       u"# Ferge\n\nVi vil ha gratis ferge. Maten er dyr, og dekket er rent.\n\n# Vei\n\nVeien skal "
                       u"være bred.\n"),
        {5, 0, 0, std::nullopt, {3}},
        text_of_number(6, with(u"gratis", u"billig"))};
    const VotingOrder order(programme, contenders);
    const auto adopted = order.if_adopted(3);
    CHECK(numbers(contenders, adopted.along) == " 1 3");
    CHECK(fallen(contenders, adopted) == " 2 collides 5 covered");
    const auto part = order.if_adopted(0);
    CHECK(numbers(contenders, part.along).empty());
    CHECK(fallen(contenders, part) == " 2 collides");
}

TEST_CASE("What falls follows the wording that is adopted, and those of one vote are done with together") {
    const std::vector<Contender> contenders{text_of_number(1, with(u"god", u"dyr")),
                                            text_of_number(2, with(u"god", u"dyr")),
                                            text_of_number(3, with(u"trygg", u"bred"), 2, 5)};
    const VotingOrder order(programme, contenders);
    const auto wording = step_between(programme, with(u"trygg", u"trang")).change;
    const auto adopted = order.if_adopted(0, wording);
    CHECK(numbers(contenders, adopted.along).empty());
    CHECK(fallen(contenders, adopted) == " 2 covered 3 collides");
    CHECK(numbers(contenders, order.if_adopted(0).along) == " 2");
}

TEST_CASE("The chair's order stands, and what came since goes where the rule has it") {
    std::vector<VotingItem> rule;
    for (std::size_t i = 0; i < 5; ++i) rule.push_back({{i}, 0, 0, 0});
    const auto order = [&](std::vector<std::size_t> put) {
        std::string text;
        for (const auto& item : arranged(rule, put)) text += std::to_string(item.contenders.front());
        return text;
    };
    CHECK(order({}) == "01234");
    CHECK(order({4, 2, 0, 1, 3}) == "42013");
    CHECK(order({4, 2, 0}) == "42301");
    CHECK(order({3, 2, 1}) == "03421");
}

TEST_CASE("Chapters are the headings of the highest level that has several") {
    const auto blocks = read_blocks("# Program\n\nHei.\n\n## Ferge\n\n### Mat\n\nGod.\n\n## Vei\n\nBred.\n");
    const Chapters chapters(blocks);
    std::string titles;
    for (const auto& title : chapters.titles()) titles += to_utf8(title) + " ";
    CHECK(titles == "Program Ferge Vei ");
    CHECK(chapters.of_line(0) == 0);
    CHECK(chapters.of_line(2) == 1);
    CHECK(chapters.of_line(5) == 2);
    CHECK(chapters.of_line(7) == 3);
    CHECK(Chapters(read_blocks("Bare tekst.\n")).of_line(1) == 0);
}

TEST_CASE("Who would take away what is adopted to be moved falls, and is not adopted along with it") {
    const std::u16string_view sentence = u"Vi vil ha gratis ferge. ";
    const auto from = programme.find(sentence);
    const auto to = from + sentence.size();
    Change moved;
    moved.add_kept(from);
    moved.add_replaced(sentence.size(), u"");
    moved.add_kept(programme.size() - to);
    moved.add_replaced(0, u"\nVi vil ha gratis ferge.\n");
    const std::vector<Contender> contenders = {{1, 1, 2, moved},
                                               {2, 1, 2, Change::replace(programme.size(), from, to, u"")}};
    const auto adopted = VotingOrder(programme, contenders).if_adopted(0);
    CHECK(adopted.along.empty());
    CHECK(fallen(contenders, adopted) == " 2 collides");
}
