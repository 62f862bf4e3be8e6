// What may be taken together without asking anybody, and what may not.
#include "domain/text/merge.hpp"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <iostream>
#include <sstream>

#include "base/utf8.hpp"
#include "domain/text/diff.hpp"
#include "domain/text/gathering.hpp"
#include "domain/text/merged.hpp"
#include "domain/text/shared_data.hpp"

using namespace samrad::domain;
using samrad::tests::merged;
namespace json = boost::json;

TEST_CASE("Changes to different clauses are taken together") {
    const std::u16string base = u"Kontingenten er 120 kroner. Vi møtes i uke 4, og kaffen er gratis.";
    CHECK(merged(base, u"Kontingenten er 450 kroner. Vi møtes i uke 4, og kaffen er gratis.",
                 u"Kontingenten er 120 kroner. Vi møtes i uke 4, og teen er gratis.") ==
          u"Kontingenten er 450 kroner. Vi møtes i uke 4, og teen er gratis.");
    CHECK(merged(base, u"Kontingenten er 120 kroner. Den betales i mars. Vi møtes i uke 4, og kaffen er gratis.",
                 u"Kontingenten er 120 kroner. Vi møtes i uke 5, og kaffen er gratis.") ==
          u"Kontingenten er 120 kroner. Den betales i mars. Vi møtes i uke 5, og kaffen er gratis.");
}

TEST_CASE("Two who write in one clause are never merged by words") {
    const std::u16string base = u"Skolen skal ha lekser hver dag.";
    CHECK(merged(base, u"Skolen skal ikke ha lekser hver dag.", u"Skolen skal ha lekser og mat hver dag.") == u"");
    CHECK(merged(base, u"Skolen bør ha lekser hver dag.", u"Skolen må ha lekser hver dag.") == u"");
    CHECK(merged(base, u"", u"Skolen skal ha lekser hver uke.") == u"");
    const auto disputed = merge(base, u"Skolen bør ha lekser hver dag.", u"Skolen må ha lekser hver dag.");
    REQUIRE(disputed.open.size() == 1);
    CHECK(disputed.open[0] == Dispute{{7, 11}, {0, 1}, {u"bør", u"må"}});
    CHECK(text_of(disputed.woven, base) == base);
}

TEST_CASE("What both say is said once") {
    CHECK(merged(u"Vi vil ha tog.", u"Vi vil ha mange tog.", u"Vi vil ha mange tog.") == u"Vi vil ha mange tog.");
    CHECK(merged(u"Vi sier nå at jernbanen alltid er viktig", u"at jernbanen alltid er viktig",
                 u"at jernbanen alltid er nyttig") == u"at jernbanen alltid er nyttig");
}

TEST_CASE("New items of a list come both, new sentences in one place ask for an order") {
    const Units units = clauses_of(u"- Tog");
    Gathering both(u"- Tog", units);
    both.add(step_between(u"- Tog", u"- Tog\n- Buss").change);
    both.add(step_between(u"- Tog", u"- Tog\n- Båt").change);
    CHECK(both.meetings().empty());
    const std::vector<std::size_t> forwards = {0, 1}, backwards = {1, 0};
    CHECK(text_of(both.weave(forwards), u"- Tog") == u"- Tog\n- Buss\n- Båt");
    CHECK(both.weave(forwards) == both.weave(backwards));
    CHECK(merged(u"En. To.", u"En. Halvannen. To.", u"En. Én og en halv. To.") == u"");
}

TEST_CASE("A dispute is settled by hand, and what was written names those who disputed it") {
    const std::u16string base = u"Skolen skal ha lekser. Maten er god.";
    const Change changes[] = {step_between(base, u"Skolen bør ha lekser. Maten er god.").change,
                              step_between(base, u"Skolen må ha lekser. Maten er varm.").change};
    const auto open = merge_all(base, changes, {});
    REQUIRE(open.open.size() == 1);
    CHECK(text_of(open.woven, base) == u"Skolen skal ha lekser. Maten er varm.");
    const Settlement by_hand[] = {{open.open[0].base, u"kan"}};
    const auto settled = merge_all(base, changes, by_hand);
    CHECK(settled.open.empty());
    CHECK(settled.settled == open.open);
    CHECK(text_of(settled.woven, base) == u"Skolen kan ha lekser. Maten er varm.");
    CHECK(std::any_of(settled.woven.begin(), settled.woven.end(), [](const auto& piece) {
        return piece.by_hand && piece.text == u"kan" && piece.changes == std::vector<std::size_t>{0, 1};
    }));
    CHECK(*change_of(settled.woven).apply(base) == text_of(settled.woven, base));
}

TEST_CASE("What is put in behind a disputed passage is no part of the dispute, and stays whatever comes of that") {
    const std::u16string base = u"- Flere tog\n- Vei\n";
    const Change changes[] = {step_between(base, u"- Flere båter\n- Vei\n").change,
                              step_between(base, u"- Flere busser\n- Vei\n").change,
                              step_between(base, u"- Flere tog\n- Ny\n- Vei\n").change};
    const auto open = merge_all(base, changes, {});
    REQUIRE(open.open.size() == 1);
    CHECK(open.open[0].changes == std::vector<std::size_t>{0, 1});
    CHECK(text_of(open.woven, base) == u"- Flere tog\n- Ny\n- Vei\n");
    const Settlement by_hand[] = {{open.open[0].base, open.open[0].readings[0]}};
    const auto settled = merge_all(base, changes, by_hand);
    CHECK(text_of(settled.woven, base) == u"- Flere båter\n- Ny\n- Vei\n");
    CHECK(fates_of(settled, 3)[2] == Fate{});
}

TEST_CASE("A text by hand that leaves a part of a dispute open settles nothing; of two in one place the first counts") {
    const std::u16string base = u"Vi vil ha gratis ferge.";
    const Change changes[] = {step_between(base, u"Vi vil ha billig ferge.").change,
                              step_between(base, u"Vi vil ha dyr ferge.").change,
                              step_between(base, u"Vi vil ha gratis båt.").change};
    const auto narrow = merge_all(base, std::span(changes).first(2), {}).open.at(0).base;
    const auto wide = merge_all(base, changes, {}).open.at(0).base;
    REQUIRE(narrow.to < wide.to);
    const Settlement one[] = {{narrow, u"rimelig"}};
    const auto open = merge_all(base, changes, one);
    CHECK(open.open.size() == 1);
    CHECK(text_of(open.woven, base) == base);
    const Settlement both[] = {{wide, u"rimelig båt"}, {narrow, u"rimelig"}};
    CHECK(text_of(merge_all(base, changes, both).woven, base) == u"Vi vil ha rimelig båt.");
}

TEST_CASE("The known cases of collision hold in both directions") {
    const auto file = samrad::tests::shared_data("amendment-cases.json");
    if (!file) SKIP("the shared data is not here");
    const auto joined = [](const json::value& lines) {
        std::string text;
        for (const auto& line : lines.as_array()) text += std::string(line.as_string()) + "\n";
        return samrad::to_utf16(text);
    };
    const json::value read = json::parse(*file);
    for (const auto& one : read.at("cases").as_array()) {
        const auto& input = one.at("input").as_object();
        if (one.at("kind") != "collision" || !input.contains("amendment_a")) continue;
        INFO(std::string(one.at("id").as_string()));
        const auto& expected = one.at("expected").as_object();
        const auto text =
            merged(joined(input.at("base")), joined(input.at("amendment_a")), joined(input.at("amendment_b")));
        CHECK((text == u"") == expected.at("collide").as_bool());
        if (expected.contains("merged")) CHECK(text == joined(expected.at("merged")));
    }
}

TEST_CASE("Real edits of policy texts are merged as people settled them at least as often as by lines") {
    const auto file = samrad::tests::shared_data("real-merges.jsonl");
    if (!file) SKIP("the shared data is not here");
    std::size_t clean = 0;
    std::size_t equal = 0;
    std::istringstream lines(*file);
    for (std::string line; std::getline(lines, line);) {
        const json::value edit = json::parse(line);
        const auto part = [&](const char* name) {
            return samrad::to_utf16(std::string_view(edit.at(name).as_string()));
        };
        const auto result = merge(part("base"), part("ours"), part("theirs"));
        if (!result.open.empty()) continue;
        ++clean;
        if (text_of(result.woven, part("base")) == part("accepted")) ++equal;
    }
    std::cout << "real merges: " << clean << " clean, " << equal << " as settled\n";
    CHECK(equal >= 46);
    CHECK(clean - equal < 11);
}
