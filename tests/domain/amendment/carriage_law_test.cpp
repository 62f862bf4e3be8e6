// Carrying one amendment over a version says what taking both together says.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "domain/amendment/carriage.hpp"

using namespace samrad::domain;

namespace {

std::u16string some_text() {
    std::u16string text;
    const int count = *rc::gen::inRange(1, 25);
    for (int i = 0; i < count; ++i) {
        text += *rc::gen::element<std::u16string>(u"a", u"b c", u". ", u"\n", u"\n\n", u"\n- ", u", ", u" og ");
    }
    return text;
}

// Of `most` places, each some units farther on.
Change some_change(std::u16string_view text, int most) {
    Change change;
    for (int i = 0; i < most && change.length() < text.size(); ++i) {
        change.add_kept(std::min(text.size() - change.length(), *rc::gen::inRange<std::size_t>(0, 12)));
        const auto gone = std::min(text.size() - change.length(), *rc::gen::inRange<std::size_t>(0, 4));
        change.add_replaced(gone,
                            *rc::gen::element<std::u16string>(u"", u"x", u"\n- y", u"z. ", u" w", u"v\n", u"\n\nu"));
    }
    change.add_kept(text.size() - change.length());
    return change;
}

}  // namespace

TEST_CASE("What is carried clean says on the new version what both together say, however much the version changes") {
    CHECK(rc::check("carried", [] {
        const auto text = some_text();
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
