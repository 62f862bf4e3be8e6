// An amendment sent on to another text says there what it said of its own, or nothing.
#include "domain/amendment/forwarding.hpp"

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "base/utf8.hpp"
#include "domain/text/diff.hpp"

using namespace samrad::domain;
using samrad::to_utf16;
using samrad::to_utf8;

namespace {

// What the change that makes `wanted` of `from` makes of `to`; "" where it has no place there.
std::string sent(const std::string& from, const std::string& wanted, const std::string& to) {
    const auto source = to_utf16(from);
    const auto target = to_utf16(to);
    const auto blocks = read_blocks(from);
    const auto others = read_blocks(to);
    const auto moved = transplanted(step_between(source, to_utf16(wanted)).change, {source, blocks}, {target, others});
    return moved ? to_utf8(*moved->apply(target)) : "";
}

}  // namespace

TEST_CASE("An amendment goes with its paragraph into a text where that stands elsewhere") {
    CHECK(sent("# Ferge\n\nGratis ferge.\n\nGod mat.\n", "# Ferge\n\nBillig ferge.\n\nGod mat.\n",
               "# Vei\n\nTrygg vei.\n\n# Ferge\n\nGratis ferge.\n") ==
          "# Vei\n\nTrygg vei.\n\n# Ferge\n\nBillig ferge.\n");
    CHECK(sent("- tog\n- buss\n", "- hurtigtog\n- buss\n", "Vi vil ha:\n\n- båt\n- tog\n") ==
          "Vi vil ha:\n\n- båt\n- hurtigtog\n");
}

TEST_CASE("A new paragraph comes behind the one that it was put behind") {
    CHECK(sent("Gratis ferge.\n\nGod mat.\n", "Gratis ferge.\n\nOg kaffe.\n\nGod mat.\n",
               "Først.\n\nGratis ferge.\n\nSist.\n") == "Først.\n\nGratis ferge.\n\nOg kaffe.\n\nSist.\n");
}

TEST_CASE("Where a word of the paragraph differs, or the paragraph is a longer one, it has no place") {
    CHECK(sent("Gratis ferge.\n", "Billig ferge.\n", "Gratis ferje.\n").empty());
    CHECK(sent("Gratis ferge\n", "Billig ferge\n", "Gratis ferge nå\n").empty());
    CHECK(sent("Gratis ferge.\n", "Billig ferge.\n", "").empty());
}

TEST_CASE("Of several paragraphs alike that with the same line before it is meant, and none where that is not clear") {
    CHECK(sent("# A\n\nJa.\n\n# B\n\nJa.\n", "# A\n\nJa.\n\n# B\n\nNei.\n", "# B\n\nJa.\n\n# A\n\nJa.\n") ==
          "# B\n\nNei.\n\n# A\n\nJa.\n");
    CHECK(sent("Ja.\n", "Nei.\n", "Ei.\n\nJa.\n\nJa.\n").empty());
}

TEST_CASE("For people it is told as what stood there and what comes instead") {
    const auto source = to_utf16("# Ferge\n\nGratis ferge.\n\nGod mat.\n");
    const auto blocks = read_blocks("# Ferge\n\nGratis ferge.\n\nGod mat.\n");
    const auto change = step_between(source, to_utf16("# Ferge\n\nBillig ferge.\n\n")).change;
    CHECK(to_utf8(quoted(change, {source, blocks})) == "«Gratis ferge.» → «Billig ferge.»\n\n«God mat.» → «»");
}

TEST_CASE("In a text that holds the whole of its own an amendment does there what it does at home") {
    CHECK(rc::check("transplanted", [] {
        // Paragraphs that are all different, so that each has one place.
        const auto paragraphs = [](char16_t name, int count) {
            std::u16string text;
            for (int i = 0; i < count; ++i) {
                const auto words = *rc::gen::element<std::u16string>(u" a b.", u" c, og d e.", u" f");
                text += std::u16string(1, name) + std::u16string(std::size_t(i + 1), u'x') + words + u"\n\n";
            }
            return text;
        };
        const auto home = paragraphs(u'h', *rc::gen::inRange(1, 6));
        const auto before = paragraphs(u'p', *rc::gen::inRange(0, 4));
        const auto after = paragraphs(u's', *rc::gen::inRange(1, 4));
        const auto target = before + home + after;
        const auto from = *rc::gen::inRange<std::size_t>(0, home.size() - 2);
        const auto to = std::min(home.size() - 2, from + *rc::gen::inRange<std::size_t>(0, 12));
        const auto change =
            Change::replace(home.size(), from, to, *rc::gen::element<std::u16string>(u"", u"ny", u"Ny.\n\n"));
        if (change.empty()) return;
        const auto blocks = read_blocks(to_utf8(home));
        const auto others = read_blocks(to_utf8(target));
        const auto moved = transplanted(change, {home, blocks}, {target, others});
        RC_ASSERT(moved.has_value());
        RC_ASSERT(*moved->apply(target) == before + *change.apply(home) + after);
    }));
}
