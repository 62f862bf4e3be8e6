// Carrying an amendment over a version says what taking both together says.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "domain/amendment/carriage.hpp"
#include "domain/text/markdown_by_chance.hpp"
#include "domain/text/merged.hpp"

using namespace samrad::domain;
using samrad::tests::merged;
using samrad::tests::some_change;
using samrad::tests::some_markdown;

TEST_CASE("What is carried clean says on the new version what both together say, however much the version changes") {
    CHECK(rc::check("carried", [] {
        const auto text = some_markdown(25);
        const auto step = some_change(text, 8);
        const auto amendment = some_change(text, 2);
        Carrier carrier(text, step, false);
        const auto carried = carrier.carry(amendment);
        RC_ASSERT(carried.change.length() == step.new_length());
        const auto units = clauses_of(text);
        Gathering both(text, units);
        both.add(step);
        both.add(amendment);
        RC_ASSERT((carried.state == Carriage::clean) <= both.meetings().empty());
        if (!both.meetings().empty()) return;
        const std::size_t all[] = {0, 1};
        const auto woven = both.weave(all);
        RC_ASSERT(carried.change == rest_of(woven, 0));
        RC_ASSERT(*carried.change.apply(*step.apply(text)) == text_of(woven, text));
    }));
}

TEST_CASE("New items in one place stand in one order, whichever of them was in the text first") {
    const std::u16string base = u"- Tog\n";
    const auto buss = Change::replace(base.size(), base.size(), base.size(), u"- Buss\n");
    const auto vei = Change::replace(base.size(), base.size(), base.size(), u"- Vei\n");
    CHECK(merged(base, base + u"- Buss\n", base + u"- Vei\n") == u"- Tog\n- Buss\n- Vei\n");
    const auto after = [&](const Change& first, const Change& second) {
        return *Carrier(base, first, false).carry(second).change.apply(*first.apply(base));
    };
    CHECK(after(buss, vei) == u"- Tog\n- Buss\n- Vei\n");
    CHECK(after(vei, buss) == u"- Tog\n- Buss\n- Vei\n");
}

TEST_CASE("A counter-draft is carried over a new paragraph on top of a text that begins with an empty line") {
    const std::u16string base = u"\nTog er bra for alle. Vei er bra for noen.\n";
    const auto on_top = Change::replace(base.size(), 0, 0, u"Aller først.\n\n");
    const auto counter = Change::replace(base.size(), 0, 11, u"Skatten skal ned");
    const auto before = *on_top.apply(base);
    const auto carried = Carrier(base, on_top, false).carry(counter);
    if (carried.state == Carriage::clean)
        CHECK(*carried.change.apply(before) == u"Aller først.\n\nSkatten skal ned for alle. Vei er bra for noen.\n");
}
