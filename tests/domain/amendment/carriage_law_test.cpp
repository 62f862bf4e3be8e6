// Carrying one amendment over a version says what taking both together says.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "domain/amendment/carriage.hpp"
#include "domain/text/markdown_by_chance.hpp"

using namespace samrad::domain;
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
