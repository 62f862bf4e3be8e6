#include "domain/ballot/ballot.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace samrad;
using namespace samrad::domain;

namespace {

Time at(int minutes) { return Time{std::chrono::minutes{minutes}}; }

BallotRules good_rules() {
    BallotRules rules;
    rules.question = "Skal programmet vedtas?";
    rules.units = {UnitId{1}};
    return rules;
}

std::string refusal(const BallotRules& rules) {
    const auto problem = check_rules(rules);
    return problem ? problem->code + " " + problem->field : "";
}

Ballot opened_ballot(bool admits_participants) {
    Ballot ballot;
    ballot.state = BallotState::open;
    ballot.opened = at(60);
    ballot.rules.admits_participants = admits_participants;
    return ballot;
}

}  // namespace

TEST_CASE("An approval has its own three choices and takes no others") {
    auto rules = good_rules();
    CHECK(refusal(rules).empty());
    CHECK(choice_labels(rules) == std::vector<std::string>{"for", "against", "abstain"});
    rules.labels = {"Ja", "Nei"};
    CHECK(refusal(rules) == "ballot.choices_given choices");
}

TEST_CASE("Options are 2 to 50 different lines of text") {
    auto rules = good_rules();
    rules.kind = BallotKind::options;
    rules.labels = {"Ett"};
    CHECK(refusal(rules) == "ballot.option_count choices");
    rules.labels = {"Ett", "To"};
    CHECK(refusal(rules).empty());
    rules.labels = {"Ett", "Ett "};
    CHECK(refusal(rules) == "ballot.option_twice choices");
    rules.labels = {"Ett", "T\no"};
    CHECK(refusal(rules) == "ballot.option_invalid choices");
    rules.labels.clear();
    for (int i = 0; i < 51; ++i) rules.labels.push_back("Nr. " + std::to_string(i));
    CHECK(refusal(rules) == "ballot.option_count choices");
    rules.labels.pop_back();
    CHECK(refusal(rules).empty());
}

TEST_CASE("A ballot has a question, somebody to ask, and closes after it opens") {
    auto rules = good_rules();
    rules.question = "";
    CHECK(refusal(rules) == "input.too_short question");
    rules = good_rules();
    rules.units.clear();
    CHECK(refusal(rules) == "ballot.units_missing units");
    rules = good_rules();
    rules.opens = at(10);
    rules.closes = at(10);
    CHECK(refusal(rules) == "ballot.closes_before_opening closes");
    rules.closes = at(11);
    CHECK(refusal(rules).empty());
}

TEST_CASE("A ballot opens once, from a draft, at a stage for voting, before its time is over") {
    using enum BallotState;
    CHECK_FALSE(refuse_opening(draft, {}, StageKind::voting, at(5)));
    CHECK_FALSE(refuse_opening(draft, at(6), StageKind::voting, at(5)));
    CHECK(refuse_opening(draft, at(5), StageKind::voting, at(5))->code == "ballot.closes_in_past");
    CHECK(refuse_opening(open, {}, StageKind::voting, at(5))->code == "ballot.rules_fixed");
    CHECK(refuse_opening(closed, {}, StageKind::voting, at(5))->code == "ballot.rules_fixed");
    for (const auto stage : {StageKind::preparing, StageKind::reading, StageKind::discussing, StageKind::closed}) {
        CHECK(refuse_opening(draft, {}, stage, at(5))->code == "vote.stage_closed");
    }
}

TEST_CASE("A closing time closes at its very moment, whether or not the clock has been there") {
    CHECK(takes_votes(BallotState::open, {}, at(5)));
    CHECK(takes_votes(BallotState::open, at(6), at(5)));
    CHECK_FALSE(takes_votes(BallotState::open, at(5), at(5)));
    CHECK_FALSE(takes_votes(BallotState::draft, {}, at(5)));
    CHECK_FALSE(takes_votes(BallotState::closed, {}, at(5)));
}

TEST_CASE("Electors vote as members, others only as participants who were there before the opening") {
    CHECK(entitlement(opened_ballot(false), {true, at(1)}) == Electorate::members);
    CHECK(entitlement(opened_ballot(true), {true, at(1)}) == Electorate::members);
    CHECK_FALSE(entitlement(opened_ballot(false), {false, at(1)}));
    CHECK(entitlement(opened_ballot(true), {false, at(1)}) == Electorate::participants);
    CHECK_FALSE(entitlement(opened_ballot(true), {false, at(60)}));
    CHECK_FALSE(entitlement(opened_ballot(true), {false, std::nullopt}));
    CHECK_FALSE(entitlement(Ballot{}, {true, at(1)}));
}

TEST_CASE("Results are visible after the close, and before it only by a rule that says so") {
    Ballot ballot = opened_ballot(false);
    CHECK_FALSE(results_are_visible(ballot));
    ballot.rules.results_visible = ResultsVisible::always;
    CHECK(results_are_visible(ballot));
    ballot.state = BallotState::draft;
    CHECK_FALSE(results_are_visible(ballot));
    ballot.rules.results_visible = ResultsVisible::after_close;
    ballot.state = BallotState::closed;
    CHECK(results_are_visible(ballot));
}
