// How many must stand behind an amendment before a body takes it up.
#include <catch2/catch_test_macros.hpp>

#include "domain/amendment/amendment.hpp"

using namespace samrad;
using namespace samrad::domain;

TEST_CASE("An amendment is taken up when as many support it as its process asks for") {
    Amendment amendment;
    CHECK(supporters_missing(amendment) == 0);
    CHECK_FALSE(refuse_taking_up(amendment));
    amendment.supporters_needed = 3;
    amendment.supports = 1;
    CHECK(supporters_missing(amendment) == 2);
    const auto refused = refuse_taking_up(amendment);
    REQUIRE(refused);
    CHECK(refused->code == "amendment.needs_supporters");
    CHECK(refused->facts == decltype(refused->facts){{"missing", "2"}});
    amendment.supports = 3;
    CHECK_FALSE(refuse_taking_up(amendment));
    amendment.supports = 40;
    CHECK(supporters_missing(amendment) == 0);
}

TEST_CASE("A unit's amendment needs no supporters: the unit has decided on it") {
    Amendment amendment;
    amendment.supporters_needed = 3;
    amendment.sponsor_unit = UnitId{7};
    CHECK(supporters_missing(amendment) == 0);
}

TEST_CASE("Where units are named the support of their people counts, and that of others does not") {
    Amendment amendment;
    amendment.supporters_needed = 2;
    amendment.supporters_from = SupportersFrom::units;
    amendment.supports = amendment.member_supports = 9;
    CHECK(supporters_missing(amendment) == 2);
    amendment.unit_supports = 1;
    CHECK(supporters_missing(amendment) == 1);
    amendment.unit_supports = 2;
    CHECK_FALSE(refuse_taking_up(amendment));
}

TEST_CASE("Supporters enough out of one unit are not enough where several units are asked for") {
    Amendment amendment;
    amendment.supporters_needed = 2;
    amendment.supporter_units_needed = 3;
    amendment.supports = 5;
    amendment.supporting_units = 1;
    CHECK(supporter_units_missing(amendment) == 2);
    const auto refused = refuse_taking_up(amendment);
    REQUIRE(refused);
    CHECK(refused->code == "amendment.needs_units");
    CHECK(refused->facts == decltype(refused->facts){{"missing", "2"}});
    amendment.supporting_units = 3;
    CHECK_FALSE(refuse_taking_up(amendment));
    amendment.supporting_units = 0;
    amendment.sponsor_unit = UnitId{7};
    CHECK_FALSE(refuse_taking_up(amendment));
}
