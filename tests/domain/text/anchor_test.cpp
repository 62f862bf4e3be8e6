#include "domain/text/anchor.hpp"

#include <catch2/catch_test_macros.hpp>

#include "domain/text/diff.hpp"

using namespace samrad::domain;

namespace {

// Where the comment on `quote` in `before` lands in `after`: the words there, or nothing when it is orphaned.
struct Landing {
    Carried state;
    std::u16string words;
};

Landing land(std::u16string_view before, std::u16string_view quote, std::u16string_view after) {
    const std::size_t from = before.find(quote);
    REQUIRE(from != before.npos);
    const Anchor anchor{{from, from + quote.size()}, Carried::exact};
    const Anchor carried = carry(anchor, quote, step_between(before, after), after);
    if (carried.state == Carried::orphaned) {
        CHECK(carried.range == anchor.range);
        return {carried.state, u""};
    }
    return {carried.state, std::u16string(after.substr(carried.range.from, carried.range.to - carried.range.from))};
}

constexpr std::u16string_view text =
    u"# Vedtekter\n\nStyret velges for ett år av landsmøtet i april.\n\nMedlemmer betaler kontingent innen første mars "
    u"hvert år.\n";

}  // namespace

TEST_CASE("A comment moves with its words when text comes before, after and around them") {
    const auto landing = land(text, u"velges for ett år",
                              u"Nytt.\n\n# Vedtekter\n\nStyret velges for ett år, og ikke mer, av landsmøtet.\n");
    CHECK(landing.state == Carried::exact);
    CHECK(landing.words == u"velges for ett år");
}

TEST_CASE("A comment follows a paragraph that was moved") {
    const auto landing = land(text, u"kontingent innen første mars",
                              u"# Vedtekter\n\nMedlemmer betaler kontingent innen første mars hvert år.\n\n"
                              u"Styret velges for ett år av landsmøtet i april.\n");
    CHECK(landing.state == Carried::exact);
    CHECK(landing.words == u"kontingent innen første mars");
}

TEST_CASE("A comment stays on a sentence with a word changed, and says that it changed") {
    const auto landing = land(text, u"Medlemmer betaler kontingent innen første mars hvert år",
                              u"# Vedtekter\n\nStyret velges for ett år av landsmøtet i april.\n\nMedlemmer betaler "
                              u"kontingent innen første mai hvert år.\n");
    CHECK(landing.state == Carried::changed);
    CHECK(landing.words == u"Medlemmer betaler kontingent innen første mai hvert år");
}

TEST_CASE("A comment whose words are gone is orphaned and never lands on other words") {
    CHECK(land(text, u"ett år", u"# Vedtekter\n\nStyret velges for to perioder av landsmøtet i april.\n").state ==
          Carried::orphaned);
    CHECK(land(text, u"Styret velges for ett år av landsmøtet i april.",
               u"# Vedtekter\n\nNoe helt annet om fisk og båter.\n")
              .state == Carried::orphaned);
    CHECK(land(text, u"Vedtekter", u"").state == Carried::orphaned);
}

TEST_CASE("A short quote with other words put into it is orphaned") {
    CHECK(land(u"Styret velges i april.\n", u"velges i april",
               u"Styret velges av alle medlemmene skriftlig og hemmelig i april.\n")
              .state == Carried::orphaned);
}

TEST_CASE("An orphaned comment stays orphaned") {
    const Anchor orphan{{0, 5}, Carried::orphaned};
    CHECK(carry(orphan, u"Hallo", step_between(u"Hallo", u"Hallo"), u"Hallo") == orphan);
}

TEST_CASE("Bold words are the words of a quote without marks") {
    const std::u16string_view before = u"Vi vil **straks** bygge ut\njernbanen i nord.\n";
    const std::size_t from = before.find(u"vil");
    const Anchor anchor{{from, before.find(u" i nord")}, Carried::exact};
    const std::u16string_view after = u"Ja! Vi vil straks bygge ut jernbanen i nord.\n";
    const Anchor carried = carry(anchor, u"vil straks bygge ut jernbanen", step_between(before, after), after);
    CHECK(carried.state == Carried::exact);
    CHECK(after.substr(carried.range.from, carried.range.to - carried.range.from) == u"vil straks bygge ut jernbanen");
}
