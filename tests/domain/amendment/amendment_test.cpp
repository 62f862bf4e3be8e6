// What an amendment is, and when it may be sent, answered for and joined.
#include "domain/amendment/amendment.hpp"

#include <catch2/catch_test_macros.hpp>

#include "domain/text/diff.hpp"

using namespace samrad;
using namespace samrad::domain;

namespace {

const std::u16string text = u"En.\n\nTo.\n\nTre.\n\n- tog\n- buss\n";

ChangeSort sort(std::u16string_view after) { return sort_of(step_between(text, after).change, text); }

Amendment pending(std::int64_t id) {
    Amendment amendment;
    amendment.id = AmendmentId{id};
    amendment.state = AmendmentState::submitted;
    amendment.version = 1;
    amendment.now_version = 1;
    return amendment;
}

std::string code(const std::optional<Problem>& problem) { return problem ? problem->code : ""; }

}  // namespace

TEST_CASE("The kind of an amendment is read from its change") {
    CHECK(sort(u"En.\n\nTo.\n\nOg mer.\n\nTre.\n\n- tog\n- buss\n") == ChangeSort::insertion);
    CHECK(sort(u"En.\n\nTre.\n\n- tog\n- buss\n") == ChangeSort::deletion);
    CHECK(sort(u"En.\n\nFire.\n\nTre.\n\n- tog\n- buss\n") == ChangeSort::replacement);
    CHECK(sort(u"To.\n\nTre.\n\nEn.\n\n- tog\n- buss\n") == ChangeSort::move);
    CHECK(sort(u"En.\n\nTo.\n\nTre.\n\n- buss\n- tog\n") == ChangeSort::move);
    CHECK(sort(u"Fire.\n\nTre.\n\nTo.\n\n- tog\n- buss\n") == ChangeSort::several);
}

TEST_CASE("What is put in again where it was taken away says nothing") {
    Change change = Change::keep(3);
    change.add_replaced(0, u"\n\nTo.");
    change.add_kept(2);
    change.add_replaced(5, u"");
    change.add_kept(text.size() - change.length());
    REQUIRE(*change.apply(text) == text);
    CHECK(code(refuse_change(change, text)) == "amendment.empty");
}

TEST_CASE("Who has as many before the committee as each may have sends no more, units apart") {
    AmendmentRules rules;
    rules.each = 2;
    Amendment draft;
    CHECK(code(refuse_submission(draft, rules, 1, Time{})).empty());
    const auto refused = refuse_submission(draft, rules, 2, Time{});
    CHECK(code(refused) == "amendment.limit_reached");
    CHECK(refused->facts.front().second == "2");
    draft.sponsor_unit = UnitId{3};
    CHECK(code(refuse_submission(draft, rules, 2, Time{})).empty());
    rules.each = 0;
    draft.sponsor_unit.reset();
    CHECK(code(refuse_submission(draft, rules, 200, Time{})).empty());
}

TEST_CASE("Where members' support alone counts, others' is shown and not counted") {
    auto amendment = pending(1);
    amendment.supporters_needed = 3;
    amendment.supports = 5;
    amendment.member_supports = 2;
    CHECK(supporters_missing(amendment) == 0);
    amendment.supporters_from = SupportersFrom::members;
    CHECK(supporters_missing(amendment) == 1);
}

TEST_CASE("A sponsor answers for an amendment on a later version than its own, and while it is pending") {
    auto amendment = pending(1);
    CHECK(code(refuse_answer(amendment)) == "amendment.own_version");
    amendment.now_version = 2;
    CHECK(code(refuse_answer(amendment)).empty());
    amendment.state = AmendmentState::adopted;
    CHECK(code(refuse_answer(amendment)) == "amendment.decided");
}

TEST_CASE("An amendment is joined to another one that is pending, of the same kind of thing") {
    const auto one = pending(1);
    auto other = pending(2);
    CHECK(code(refuse_joining(one, other)).empty());
    CHECK(code(refuse_joining(one, one)) == "amendment.join_itself");
    other.amends = AmendmentId{7};
    CHECK(code(refuse_joining(one, other)) == "amendment.join_gone");
    other.amends.reset();
    other.state = AmendmentState::withdrawn;
    CHECK(code(refuse_joining(one, other)) == "amendment.join_gone");
    CHECK(code(refuse_joining(other, one)) == "amendment.decided");
}

TEST_CASE("The words that an amendment takes away are kept for the search, as many as there is room for") {
    CHECK(words_taken_by(step_between(text, u"En.\n\nTre.\n\n- tog\n- bane\n").change, text).find("buss") !=
          std::string::npos);
    const std::u16string emoji = u"a" + [] {
        std::u16string all;
        for (int i = 0; i < 4'000; ++i) all += u"\U0001F600";
        return all;
    }();
    const auto kept = words_taken_by(step_between(emoji, u"b").change, emoji);
    CHECK(kept.size() <= 20'480);
    CHECK(kept.substr(kept.size() - 4) == "\xF0\x9F\x98\x80");
}
