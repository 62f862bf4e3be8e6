// What the adoption of a deletion, a move or a rewording of one paragraph means for the others.
//
// The rule: an amendment is adopted along where each of its parts is one of the adopted one's too, and does there what
// it does here. A deletion is no part of a move, though the mover takes the same words away in the same place: the
// words stand elsewhere then. So the deletion of a paragraph, its move to one place, its move to another and its
// rewording each exclude all the others, and those that say the same of it are one vote.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "domain/amendment/voting_order.hpp"
#include "domain/text/diff.hpp"

using namespace samrad::domain;
using samrad::name_of;

namespace {

const std::u16string title = u"# Ferge\n\n";
const std::u16string fares = u"Alle ferger skal være gratis for dem som bor på øyene.\n\n";
const std::u16string food = u"Maten om bord skal være god og komme fra kysten.\n\n";
const std::u16string roads = u"Veien til kaia skal være trygg for barn som går.\n\n";
const std::u16string piers = u"Kaiene skal ha lys, tak og benker for dem som venter.\n";
const std::u16string programme = title + fares + food + roads + piers;

Contender wants(int number, const std::u16string& text) { return {number, 1, 2, step_between(programme, text).change}; }

// `words` of a paragraph, with its first word another.
std::u16string reworded(std::u16string words) { return words.replace(0, words.find(u' '), u"Samtlige"); }

const auto deleted = wants(1, title + food + roads + piers);
const auto moved = wants(2, title + food + roads + fares + piers);
const auto moved_elsewhere = wants(3, title + food + fares + roads + piers);
const auto rewritten = wants(4, title + reworded(fares) + food + roads + piers);
const auto moved_and_reworded = wants(5, title + food + roads + reworded(fares) + piers);
const auto deleted_too = wants(6, title + food + roads + piers);
const auto moved_too = wants(7, title + food + roads + fares + piers);
const std::vector<Contender> all{deleted,     moved,    moved_elsewhere, rewritten, moved_and_reworded,
                                 deleted_too, moved_too};

// "6 | 2 3 4 5": those adopted along, and those that fall because they collide, by number.
std::string when_adopted(int number, const std::vector<Contender>& contenders = all) {
    const VotingOrder order(programme, contenders);
    std::size_t index = 0;
    while (contenders[index].number != number) ++index;
    const auto consequence = order.if_adopted(index);
    std::string told;
    for (const auto one : consequence.along) told += std::to_string(contenders[one].number) + " ";
    told += "|";
    for (const auto& fall : consequence.falls) {
        told += " " + std::to_string(contenders[fall.contender].number);
        if (fall.reason != FallReason::collides) told += " " + std::string(name_of(fall.reason));
    }
    return told;
}

std::string order_of(const std::vector<Contender>& contenders) {
    const VotingOrder order(programme, contenders);
    std::string told;
    for (const auto& item : order.items()) {
        for (const auto one : item.contenders) {
            told += (one == item.contenders.front() ? " " : "=") + std::to_string(contenders[one].number);
        }
    }
    return told;
}

}  // namespace

TEST_CASE("When a paragraph is deleted its moves and rewordings fall, and who deletes it too is adopted along") {
    CHECK(when_adopted(1) == "6 | 2 3 4 5 7");
}

TEST_CASE("When a paragraph is moved its deletion, other moves and rewordings fall, in every direction of the move") {
    CHECK(when_adopted(2) == "7 | 1 3 4 5 6");
    CHECK(when_adopted(3) == "| 1 2 4 5 6 7");
    const std::vector<Contender> upwards{wants(1, title + piers + u"\n" + fares + food + roads),
                                         wants(2, title + fares + food + roads.substr(0, roads.size() - 1))};
    CHECK(when_adopted(1, upwards) == "| 2");
    CHECK(when_adopted(2, upwards) == "| 1");
}

TEST_CASE("When a paragraph is reworded, in its place or with a move, its deletion and its moves fall") {
    CHECK(when_adopted(4) == "| 1 2 3 5 6 7");
    CHECK(when_adopted(5) == "| 1 2 3 4 6 7");
}

TEST_CASE("A paragraph's deletion is voted on first, then its moves, then the rewording of a word") {
    CHECK(order_of({rewritten, moved, moved_too, deleted_too, deleted}) == " 1=6 2=7 4");
}

TEST_CASE("Who deletes one sentence of a paragraph that is moved is not adopted along with the move") {
    const std::u16string two = u"Alle ferger skal være gratis. Kaffen om bord skal koste ti kroner.\n\n";
    const auto text = title + two + food + roads + piers;
    const auto wanting = [&](int number, const std::u16string& then) {
        return Contender{number, 1, 2, step_between(text, then).change};
    };
    const std::vector<Contender> contenders{
        wanting(1, title + food + roads + two + piers),
        wanting(2, title + u"Alle ferger skal være gratis.\n\n" + food + roads + piers)};
    const VotingOrder order(text, contenders);
    for (const std::size_t adopted : {0, 1}) {
        const auto consequence = order.if_adopted(adopted);
        CHECK(consequence.along.empty());
        REQUIRE(consequence.falls.size() == 1);
        CHECK(consequence.falls.front().reason == FallReason::collides);
    }
}

TEST_CASE("Who puts a paragraph in once more is not adopted along with who moves it there") {
    CHECK(when_adopted(2, {moved, wants(8, title + fares + food + roads + fares + piers)}) == "| 8");
}

TEST_CASE("Who deletes two paragraphs has the deletion of one adopted along, and who moves the other falls") {
    const std::vector<Contender> contenders{
        wants(8, title + food + piers), deleted,
        wants(9, title + fares + food + piers + u"\n" + roads.substr(0, roads.size() - 1))};
    CHECK(when_adopted(8, contenders) == "1 | 9");
    CHECK(when_adopted(1, contenders) == "|");
    CHECK(when_adopted(9, contenders) == "| 8");
}

TEST_CASE("Who moves a paragraph and changes another has the move alone adopted along, and no deletion") {
    const auto darker = std::u16string(u"Kaiene skal være mørke og tomme.\n");
    const std::vector<Contender> contenders{wants(8, title + food + roads + fares + darker), moved, deleted,
                                            wants(9, title + fares + food + roads + darker)};
    CHECK(when_adopted(8, contenders) == "2 9 | 1");
}

TEST_CASE("A body's wording that moves a paragraph lets its deletion fall") {
    const std::vector<Contender> contenders{rewritten, deleted};
    const auto consequence = VotingOrder(programme, contenders).if_adopted(0, moved.change);
    CHECK(consequence.along.empty());
    REQUIRE(consequence.falls.size() == 1);
    CHECK(consequence.falls.front().contender == 1);
}
