// Laws of counting that hold for every set of turns, tried on random ones.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "domain/ballot/tally.hpp"

using namespace samrad;
using namespace samrad::domain;

namespace {

const std::vector<ChoiceId> choices{ChoiceId{11}, ChoiceId{12}, ChoiceId{13}, ChoiceId{14}};

// A random election: each voter in one electorate, with one to four turns, in no order.
std::vector<Turn> random_turns() {
    std::vector<Turn> turns;
    const int voters = *rc::gen::inRange(0, 40);
    for (int voter = 1; voter <= voters; ++voter) {
        const auto electorate = *rc::gen::element(Electorate::members, Electorate::participants);
        const int casts = *rc::gen::inRange(1, 5);
        for (int number = 1; number <= casts; ++number) {
            turns.push_back({AccountId{voter}, number, electorate, *rc::gen::elementOf(choices)});
        }
    }
    return turns;
}

// Whether a law held for every random election; rapidcheck prints the smallest one that breaks it.
void holds(const char* law, const std::function<void()>& body) { CHECK(rc::check(law, body)); }

}  // namespace

TEST_CASE("The last turn of each voter counts, in the voter's own electorate") {
    const AccountId a{1}, b{2}, c{3};
    const auto counts = count_last_turns({ChoiceId{1}, ChoiceId{2}}, {{a, 2, Electorate::members, ChoiceId{2}},
                                                                      {a, 1, Electorate::members, ChoiceId{1}},
                                                                      {b, 1, Electorate::members, ChoiceId{1}},
                                                                      {c, 1, Electorate::participants, ChoiceId{1}}});
    CHECK(counts == std::vector<Count>{{Electorate::members, ChoiceId{1}, 1},
                                       {Electorate::members, ChoiceId{2}, 1},
                                       {Electorate::participants, ChoiceId{1}, 1},
                                       {Electorate::participants, ChoiceId{2}, 0}});
}

TEST_CASE("Votes counted are voters who voted, neither more nor fewer") {
    holds("sum of counts = number of voters", [] {
        const auto turns = random_turns();
        std::map<AccountId, int> voters;
        for (const auto& turn : turns) ++voters[turn.voter];
        int sum = 0;
        for (const auto& count : count_last_turns(choices, turns)) sum += count.votes;
        RC_ASSERT(sum == int(voters.size()));
    });
}

TEST_CASE("Anonymity: who the voters are and in which order turns are read changes nothing") {
    holds("shuffled and renamed voters give the same counts", [] {
        auto turns = random_turns();
        const auto before = count_last_turns(choices, turns);
        for (auto& turn : turns) turn.voter = AccountId{1000 - turn.voter.value * 7};
        const auto keys = *rc::gen::container<std::vector<int>>(turns.size(), rc::gen::arbitrary<int>());
        std::vector<std::size_t> order(turns.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](auto x, auto y) { return keys[x] < keys[y]; });
        std::vector<Turn> shuffled;
        for (const auto i : order) shuffled.push_back(turns[i]);
        RC_ASSERT(count_last_turns(choices, shuffled) == before);
    });
}

TEST_CASE("Neutrality: renamed choices take their counts with them") {
    holds("counts follow the renaming", [] {
        auto turns = random_turns();
        const auto before = count_last_turns(choices, turns);
        const auto renamed = [](ChoiceId choice) { return ChoiceId{11 + (choice.value - 11 + 1) % 4}; };
        for (auto& turn : turns) turn.choice = renamed(turn.choice);
        const auto after = count_last_turns(choices, turns);
        for (const auto& count : before) {
            const Count expected{count.electorate, renamed(count.choice), count.votes};
            RC_ASSERT(std::find(after.begin(), after.end(), expected) != after.end());
        }
    });
}

TEST_CASE("One more vote for a choice raises that choice by one and no other") {
    holds("monotone", [] {
        auto turns = random_turns();
        auto expected = count_last_turns(choices, turns);
        const auto place = *rc::gen::inRange<std::size_t>(0, expected.size());
        ++expected[place].votes;
        turns.push_back({AccountId{999}, 1, expected[place].electorate, expected[place].choice});
        RC_ASSERT(count_last_turns(choices, turns) == expected);
    });
}
