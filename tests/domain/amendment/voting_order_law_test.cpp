// Laws of the order of votes, held against random texts and amendments.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include "domain/amendment/voting_order.hpp"

using namespace samrad::domain;

namespace {

// Sentences of a few words, so that amendments meet often.
std::u16string some_text() {
    std::u16string text;
    const int count = *rc::gen::inRange(1, 9);
    for (int i = 0; i < count; ++i) {
        for (int w = *rc::gen::inRange(1, 5); w > 0; --w) {
            text += std::u16string(u"abcdefgh").substr(*rc::gen::inRange(0, 8), 1) + (w > 1 ? u" " : u"");
        }
        text += *rc::gen::element<std::u16string>(u", ", u". ", u"\n\n", u" og ");
    }
    return text;
}

Change some_change(std::u16string_view text) {
    const auto from = *rc::gen::inRange<std::size_t>(0, text.size());
    const auto to = std::min(text.size(), from + *rc::gen::inRange<std::size_t>(0, 9));
    auto change = Change::replace(text.size(), from, to, *rc::gen::element<std::u16string>(u"", u"x", u"z. "));
    if (*rc::gen::inRange(0, 3) > 0 || to + 4 > text.size()) return change;
    const auto step = map(Change::replace(text.size(), to + 2, to + 4, u"y"), change, false);
    return compose(change, step);
}

std::vector<Contender> some_contenders(std::u16string_view text) {
    std::vector<Contender> contenders;
    const int count = *rc::gen::inRange(1, 12);
    for (int number = 1; number <= count; ++number) {
        Contender one{number, *rc::gen::inRange(0, 3), *rc::gen::inRange(0, 20), std::nullopt};
        const int sort = *rc::gen::inRange(0, 8);
        if (sort == 1 && !contenders.empty()) {
            one.change = contenders[*rc::gen::inRange<std::size_t>(0, contenders.size())].change;
        } else if (sort > 0) {
            one.change = some_change(text);
        }
        contenders.push_back(std::move(one));
    }
    return contenders;
}

// Which contenders collide, as the gathering says it.
std::set<std::pair<std::size_t, std::size_t>> collisions(std::u16string_view text,
                                                         const std::vector<Contender>& contenders) {
    const auto units = clauses_of(text);
    Gathering all(text, units);
    for (const auto& one : contenders) all.add(one.change.value_or(Change::keep(text.size())));
    std::set<std::pair<std::size_t, std::size_t>> found;
    for (const auto& meeting : all.meetings()) found.insert({meeting.a, meeting.b});
    return found;
}

bool holds(const char* law, const auto& property) { return rc::check(law, property); }

}  // namespace

TEST_CASE("Every amendment is voted on once, the farther of two alternatives first, and groups are kept together") {
    CHECK(holds("order", [] {
        const auto text = some_text();
        const auto contenders = some_contenders(text);
        const VotingOrder order(text, contenders);
        std::map<std::size_t, std::size_t> position;
        std::set<int> closed_groups;
        int last = 0;
        for (std::size_t i = 0; i < order.items().size(); ++i) {
            const auto& item = order.items()[i];
            for (const auto one : item.contenders) RC_ASSERT(position.emplace(one, i).second);
            if (item.group != last) RC_ASSERT(closed_groups.insert(last).second || last == 0);
            if (item.group != 0) RC_ASSERT(!closed_groups.contains(item.group));
            last = item.group;
        }
        RC_ASSERT(position.size() == contenders.size());
        for (const auto& [a, b] : collisions(text, contenders)) {
            const auto& one = order.items()[position[a]];
            const auto& other = order.items()[position[b]];
            RC_ASSERT(one.group != 0 && one.group == other.group);
            const bool a_leads = farther(order.reach(one.contenders.front()), order.reach(other.contenders.front()));
            RC_ASSERT((position[a] < position[b]) == a_leads);
        }
    }));
}

TEST_CASE("The order does not depend on the order in which amendments are handed in") {
    CHECK(holds("order of input", [] {
        const auto text = some_text();
        auto contenders = some_contenders(text);
        const auto numbers = [&] {
            std::vector<int> told;
            const VotingOrder order(text, contenders);
            for (const auto& item : order.items()) {
                for (const auto one : item.contenders) told.push_back(contenders[one].number);
            }
            return told;
        };
        const auto before = numbers();
        std::shuffle(contenders.begin(), contenders.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
        RC_ASSERT(numbers() == before);
    }));
}

TEST_CASE("What is adopted with its company makes the text that it makes alone, and leaves no alternative open") {
    CHECK(holds("consequence", [] {
        const auto text = some_text();
        const auto contenders = some_contenders(text);
        const VotingOrder order(text, contenders);
        const auto adopted = *rc::gen::inRange<std::size_t>(0, contenders.size());
        const auto consequence = order.if_adopted(adopted);
        const auto units = clauses_of(text);
        Gathering all(text, units);
        for (const auto& one : contenders) all.add(one.change.value_or(Change::keep(text.size())));
        std::vector<std::size_t> together{adopted};
        const auto alone = text_of(all.weave(together), text);
        together.insert(together.end(), consequence.along.begin(), consequence.along.end());
        RC_ASSERT(text_of(all.weave(together), text) == alone);
        std::set<std::size_t> settled(together.begin(), together.end());
        for (const auto& fall : consequence.falls) RC_ASSERT(settled.insert(fall.contender).second);
        for (const auto& [a, b] : collisions(text, contenders)) {
            if (a == adopted || b == adopted) RC_ASSERT(settled.contains(a) && settled.contains(b));
        }
    }));
}

TEST_CASE("The chair's order is a rearrangement in which what he named stands as he named it") {
    CHECK(holds("arranged", [] {
        std::vector<VotingItem> rule(*rc::gen::inRange<std::size_t>(0, 12));
        for (std::size_t i = 0; i < rule.size(); ++i) rule[i].contenders = {i};
        std::vector<std::size_t> put(rule.size() + 3);
        std::iota(put.begin(), put.end(), std::size_t(0));
        std::shuffle(put.begin(), put.end(), std::mt19937(*rc::gen::arbitrary<unsigned>()));
        put.resize(*rc::gen::inRange<std::size_t>(0, put.size()));
        const auto items = arranged(rule, put);
        std::vector<std::size_t> told, named;
        for (const auto& item : items) {
            const auto one = item.contenders.front();
            told.push_back(one);
            if (std::find(put.begin(), put.end(), one) != put.end()) named.push_back(one);
        }
        std::erase_if(put, [&](std::size_t one) { return one >= rule.size(); });
        RC_ASSERT(named == put);
        std::sort(told.begin(), told.end());
        for (std::size_t i = 0; i < rule.size(); ++i) RC_ASSERT(told[i] == i);
        RC_ASSERT(told.size() == rule.size());
    }));
}
