// What a committee answers themes, and what a report may tell.
#include "domain/consultation/response.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace samrad;
using namespace samrad::domain;

namespace {

Theme theme(std::int64_t id, std::int64_t parent = 0) {
    Theme one;
    one.id = ThemeId{id};
    one.consultation = ConsultationId{1};
    if (parent > 0) one.parent = ThemeId{parent};
    one.title = "Tema " + std::to_string(id);
    one.ordinal = int(id);
    return one;
}

Response answered(std::int64_t id, int revision = 1) {
    Response one;
    one.theme = ThemeId{id};
    one.revision = revision;
    one.heard = "Vi hørte.";
    one.decided = "Vi bestemte.";
    one.why = "Fordi.";
    return one;
}

CountsByVoice said_by_members(std::int64_t n) {
    CountsByVoice counts{};
    counts[std::size_t(Voice::members)] = n;
    return counts;
}

}  // namespace

TEST_CASE("A response is complete when it says what was heard, what was decided, and why unless it was followed") {
    auto one = answered(1);
    CHECK(is_complete(one));
    one.why = "";
    CHECK(!is_complete(one));
    one.status = ResponseStatus::followed;
    CHECK(is_complete(one));
    one.heard = "";
    CHECK(!is_complete(one));
}

TEST_CASE("Blocks that changed belong to a version later than the one that was asked about") {
    ConsultationRules rules;
    auto one = answered(1);
    CHECK(!check_response(one, rules));
    one.blocks = {17};
    CHECK(check_response(one, rules)->field == "version");
    one.version = 2;
    CHECK(check_response(one, rules)->code == "response.no_document");
    rules.document = DocumentId{5};
    rules.version = 2;
    CHECK(check_response(one, rules)->code == "response.version_too_old");
    one.version = 3;
    CHECK(!check_response(one, rules));
    one.heard.assign(most_response_text + 1, 'x');
    CHECK(check_response(one, rules)->field == "heard");
}

TEST_CASE("One to four people are not told, and nobody is found by taking one edition from the next") {
    const auto first = told_counts({12, 3, 0, 5, 4, 300}, std::nullopt);
    CHECK(first == ShownByVoice{12, std::nullopt, 0, 5, std::nullopt, 300});
    // 12 to 13 would be one person, 300 to 304 four; 5 to 10 is five; 0 to 4 is hidden; 3 to 8 was not told before.
    const auto second = told_counts({13, 8, 4, 10, 4, 304}, first);
    CHECK(second == ShownByVoice{12, 8, std::nullopt, 10, std::nullopt, 300});
    // What falls under five is hidden again.
    CHECK(told_counts({4, 0, 0, 0, 0, 0}, first)[0] == std::nullopt);
}

TEST_CASE("Every theme with passages is answered or named as open, and a theme above one that stands is its heading") {
    const std::vector<Theme> themes{theme(1), theme(2, 1), theme(3), theme(4)};
    std::map<ThemeId, Response> responses{{ThemeId{2}, answered(2, 4)}};
    std::map<ThemeId, CountsByVoice> counts{{ThemeId{2}, said_by_members(7)}, {ThemeId{3}, said_by_members(2)}};

    const auto refused = plan_report(themes, responses, counts, {}, {});
    REQUIRE(!refused);
    CHECK(refused.problem().code == "report.unanswered");
    CHECK(refused.problem().facts.front().second == "3");

    const auto report = plan_report(themes, responses, counts, {ThemeId{3}}, {});
    REQUIRE(report);
    REQUIRE(report->size() == 3);
    CHECK(report->at(0).theme == ThemeId{1});
    CHECK((!report->at(0).revision && !report->at(0).open));
    CHECK(report->at(1).level == 2);
    CHECK(report->at(1).revision == 4);
    CHECK(report->at(1).counts[0] == 7);
    CHECK(report->at(2).open);
    CHECK(report->at(2).counts[0] == std::nullopt);

    // An answer that is held back is not published.
    const auto held = plan_report(themes, responses, counts, {ThemeId{2}, ThemeId{3}}, {});
    REQUIRE(held);
    CHECK(!held->at(1).revision);

    CHECK(plan_report(themes, {}, {}, {}, {}).problem().code == "report.empty");
    CHECK(plan_report(themes, {}, {}, {ThemeId{9}}, {}).problem().code == "report.not_a_theme");

    CHECK(says_the_same(*report, *plan_report(themes, responses, counts, {ThemeId{3}}, *report)));
    responses[ThemeId{2}] = answered(2, 5);
    CHECK(!says_the_same(*report, *plan_report(themes, responses, counts, {ThemeId{3}}, *report)));
}

TEST_CASE("A removed theme stands in no report") {
    auto gone = theme(2);
    gone.removed = true;
    const auto report =
        plan_report({theme(1), gone}, {{ThemeId{1}, answered(1)}, {ThemeId{2}, answered(2)}}, {}, {}, {});
    REQUIRE(report);
    CHECK(report->size() == 1);
}
