#include "domain/text/diff.hpp"

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"
#include "domain/text/change_json.hpp"
#include "domain/text/sequence.hpp"

using namespace samrad::domain;

namespace {

std::string between(std::string_view before, std::string_view after) {
    const auto a = samrad::to_utf16(before);
    const auto b = samrad::to_utf16(after);
    const Step step = step_between(a, b);
    CHECK(*step.change.apply(a) == b);
    CHECK(keeps_pairs(step.change, a));
    return to_json(step.change);
}

std::u16string_view cut(std::u16string_view text, std::size_t from, std::size_t to) {
    return text.substr(from, to - from);
}

}  // namespace

TEST_CASE("Only the word that changed is marked") {
    CHECK(between("Styret velges for ett år.\n", "Styret velges for to år.\n") == "[18,[3,\"to\"],5]");
    CHECK(between("En.\n\nTo.\n", "En.\n\nNy.\n\nTo.\n") == "[5,[0,\"Ny.\",\"\",\"\"],4]");
    CHECK(between("same\n", "same\n") == "[5]");
    CHECK(between("", "new") == "[[0,\"new\"]]");
    CHECK(between("old", "") == "[[3]]");
    CHECK(between("", "") == "[]");
}

TEST_CASE("A rewritten sentence is not pieced together from small words") {
    CHECK(between("The cat of the house, sleeps in a basket.\n",
                  "Nobody knows the reason, written down in their minutes.\n") ==
          "[[40,\"Nobody knows the reason, written down in their minutes\"],2]");
    CHECK(between("alpha beta gamma\n", "delta epsilon zeta\n") == "[[16,\"delta epsilon zeta\"],1]");
}

TEST_CASE("A difference never cuts an emoji or a word") {
    CHECK(between("Vi \xF0\x9F\x98\x80 alle\n", "Vi \xF0\x9F\x98\x81 alle\n") == "[3,[2,\"\xF0\x9F\x98\x81\"],6]");
    CHECK(between("medlemmer\n", "medlemmene\n") == "[[9,\"medlemmene\"],1]");
}

TEST_CASE("A paragraph that stands elsewhere is known as moved, also with a word changed") {
    const std::u16string first = u"Landsmøtet er partiets øverste organ og møtes annethvert år.\n";
    const std::u16string second = u"Lokallagene velger delegater etter antall medlemmer i laget.\n";
    const std::u16string third = u"Styret leder arbeidet mellom landsmøtene og fører regnskap for hele partiet.\n";
    const std::u16string before = first + u"\n" + second + u"\n" + third;
    const std::u16string changed = u"Landsmøtet er partiets øverste organ og møtes hvert år.\n";
    for (const auto& moved : {first, changed}) {
        const std::u16string after = second + u"\n" + third + u"\n" + moved;
        const Step step = step_between(before, after);
        CHECK(*step.change.apply(before) == after);
        REQUIRE(step.moves.size() == 1);
        const Move& move = step.moves[0];
        CHECK(cut(before, move.from_a, move.to_a) == first.substr(0, first.size() - 1));
        CHECK(cut(after, move.from_b, move.to_b) == moved.substr(0, moved.size() - 1));
        CHECK(*move.change.apply(cut(before, move.from_a, move.to_a)) == cut(after, move.from_b, move.to_b));
    }
}

TEST_CASE("A short line or one that stands twice is never a move") {
    CHECK(step_between(u"Vedtatt.\n\nA b c d e f g.\n\nH i j k l m n.\n",
                       u"A b c d e f g.\n\nH i j k l m n.\n\nVedtatt.\n")
              .moves.empty());
    const std::u16string twice = u"Denne setningen står her to ganger.\n";
    CHECK(step_between(twice + twice + u"En ganske annen setning her i midten.\n",
                       u"En ganske annen setning her i midten.\n" + twice)
              .moves.empty());
}

TEST_CASE("The change between any two texts makes the second of the first") {
    CHECK(rc::check("step", [] {
        const auto text = [] {
            std::u16string out;
            for (const int i : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 8))) {
                out += std::u16string_view(i == 0   ? u"\n"
                                           : i == 1 ? u"alle medlemmer "
                                           : i == 2 ? u"\U0001F600"
                                           : i == 3 ? u"En lang linje om noe viktig her.\n"
                                           : i == 4 ? u", "
                                           : i == 5 ? u"og "
                                           : i == 6 ? u"Styret velger leder, nestleder og kasserer selv.\n\n"
                                                    : u"å");
            }
            return out;
        };
        const auto a = text();
        const auto b = text();
        const Step step = step_between(a, b);
        RC_ASSERT(*step.change.apply(a) == b);
        RC_ASSERT(keeps_pairs(step.change, a));
        for (const Move& move : step.moves)
            RC_ASSERT(*move.change.apply(cut(a, move.from_a, move.to_a)) == cut(b, move.from_b, move.to_b));
    }));
}

TEST_CASE("Common parts of two sequences are common, in order, and the longest for few differences") {
    CHECK(rc::check("common", [] {
        const auto a = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 4));
        const auto b = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 4));
        std::vector<std::vector<std::size_t>> longest(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
        for (std::size_t i = a.size(); i-- > 0;) {
            for (std::size_t j = b.size(); j-- > 0;) {
                longest[i][j] =
                    a[i] == b[j] ? longest[i + 1][j + 1] + 1 : std::max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        for (const bool by_unique : {false, true}) {
            std::size_t x = 0, y = 0, count = 0;
            for (const Match& match : by_unique ? common_parts_by_unique(a, b) : common_parts(a, b)) {
                RC_ASSERT(match.from_a >= x && match.from_b >= y);
                for (std::size_t i = 0; i < match.count; ++i) RC_ASSERT(a[match.from_a + i] == b[match.from_b + i]);
                x = match.from_a + match.count;
                y = match.from_b + match.count;
                count += match.count;
            }
            if (!by_unique) RC_ASSERT(count == longest[0][0]);
        }
    }));
}
