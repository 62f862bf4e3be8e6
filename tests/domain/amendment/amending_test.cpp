// An amendment to an amendment: whose words are whose, and what counts when it is taken.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "domain/amendment/amending.hpp"
#include "domain/amendment/voting_order.hpp"
#include "domain/text/diff.hpp"

using namespace samrad;
using namespace samrad::domain;

namespace {

Change some_change(std::size_t length) {
    Change change;
    std::size_t left = length;
    while (left > 0) {
        const auto units = *rc::gen::inRange<std::size_t>(1, left + 1);
        if (*rc::gen::arbitrary<bool>()) {
            change.add_kept(units);
        } else {
            change.add_replaced(units, *rc::gen::element<std::u16string>(u"", u"x", u"y z"));
        }
        left -= units;
        if (*rc::gen::inRange(0, 3) == 0) change.add_replaced(0, u"q");
    }
    return change;
}

Amendment pending(int id, int amends = 0) {
    Amendment one;
    one.id = AmendmentId{id};
    one.state = AmendmentState::submitted;
    one.now_change = "[]";
    if (amends > 0) one.amends = AmendmentId{amends};
    return one;
}

}  // namespace

TEST_CASE("Each unit that the two took or put in is one's alone, and the shares make the text that both make") {
    CHECK(rc::check([] {
        const std::u16string text(*rc::gen::inRange<std::size_t>(1, 30), u'a');
        const auto first = some_change(text.size());
        const auto second = some_change(first.new_length());
        const auto after = *second.apply(*first.apply(text));
        std::u16string made;
        std::size_t at = 0;
        for (const auto& share : shares_of(first, second)) {
            RC_ASSERT(share.old_from >= at);
            made += text.substr(at, share.old_from - at);
            RC_ASSERT(share.new_from == made.size());
            made += after.substr(share.new_from, share.new_to - share.new_from);
            at = share.old_to;
        }
        made += text.substr(at);
        RC_ASSERT(made == after);
    }));
}

TEST_CASE("Where the second does nothing all is the first's, and where the first does nothing all is the second's") {
    CHECK(rc::check([] {
        const auto change = some_change(*rc::gen::inRange<std::size_t>(1, 30));
        for (const auto& share : shares_of(change, Change::keep(change.new_length()))) RC_ASSERT(!share.second);
        for (const auto& share : shares_of(Change::keep(change.length()), change)) RC_ASSERT(share.second);
    }));
}

TEST_CASE("The parts of a stretch cover it once, in order") {
    CHECK(rc::check([] {
        const auto first = some_change(*rc::gen::inRange<std::size_t>(1, 30));
        const auto second = some_change(first.new_length());
        const Range whole{0, second.new_length()};
        std::size_t at = 0;
        for (const auto& part : parts_of(whole, shares_of(first, second), true)) {
            RC_ASSERT(part.from == at);
            RC_ASSERT(part.to > at);
            at = part.to;
        }
        RC_ASSERT(at == whole.to);
    }));
}

TEST_CASE("A word in an amended sentence is the one's who changed it, the rest of the sentence the other's") {
    const std::u16string text = u"Vei.";
    const auto first = Change::replace(4, 4, 4, u" Alle skal ha gratis buss.");
    const auto second = step_between(*first.apply(text), u"Vei. Alle skal ha billig buss.").change;
    const auto shares = shares_of(first, second);
    const auto parts = parts_of({4, 30}, shares, true);
    CHECK(parts == std::vector<Part>{{4, 18, false}, {18, 24, true}, {24, 30, false}});
}

TEST_CASE("One that amends another stands for it where that one is taken as proposed, and counts for nothing else") {
    const std::vector<Amendment> all{pending(1), pending(2, 1), pending(3)};
    using enum MergeDecision;
    CHECK(standing(all, {{0, take}, {1, take}, {2, take}}) == std::vector<std::size_t>{1, 2});
    CHECK(standing(all, {{1, take}}).empty());
    CHECK(standing(all, {{0, take_changed}, {1, take}}) == std::vector<std::size_t>{0});
    CHECK(standing(all, {{0, take}}) == std::vector<std::size_t>{0});
    const std::vector<Amendment> after{pending(2, 1)};
    CHECK(standing(after, {{0, take}}) == std::vector<std::size_t>{0});
}

TEST_CASE("An amendment is not amended where it has no words before the committee, and never twice over") {
    auto one = pending(1);
    CHECK_FALSE(refuse_amending(one));
    CHECK(refuse_amending(pending(2, 1))->code == "amendment.amends_one");
    one.carried = Carriage::needs_sponsor;
    CHECK(refuse_amending(one)->code == "amendment.needs_sponsor");
    one.state = AmendmentState::withdrawn;
    CHECK(refuse_amending(one)->code == "amendment.amended_gone");
    one.kind = AmendmentKind::principle;
    CHECK(refuse_amending(one)->code == "amendment.amended_not_text");
}

TEST_CASE("What amends another is voted on just before it, and falls when that one falls") {
    const std::u16string text = u"En setning her. Og en til der.";
    const auto all_gone = Change::replace(text.size(), 0, 16, u"");
    const auto word = Change::replace(text.size(), 3, 10, u"linje");
    const VotingOrder order(text, {{1, 0, 1, word}, {2, 0, 1, all_gone}, {3, 0, 1, {}, {}, 0}, {4, 0, 1, {}, {}, 0}});
    std::vector<std::size_t> votes;
    for (const auto& item : order.items()) votes.push_back(item.contenders.front());
    CHECK(votes == std::vector<std::size_t>{1, 2, 3, 0});
    const auto adopted = order.if_adopted(1);
    CHECK(adopted.falls ==
          std::vector<Fall>{{0, FallReason::collides}, {2, FallReason::amends}, {3, FallReason::amends}});
    CHECK(order.if_adopted(2).falls.empty());
    CHECK(order.if_adopted(0, all_gone).falls.back() == Fall{3, FallReason::amends});
}
