#include "domain/unit/unit.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace samrad;
using namespace samrad::domain;
using namespace std::chrono_literals;

namespace {

const Time noon = *from_iso("2026-11-23T12:00:00Z");

Standing from_to(Time from, std::optional<Time> to = std::nullopt) {
    Standing standing;
    standing.from = from;
    standing.to = to;
    return standing;
}

}  // namespace

TEST_CASE("A standing counts from its first moment on and no more at its last") {
    CHECK(in_force(from_to(noon), noon));
    CHECK_FALSE(in_force(from_to(noon + 1us), noon));
    CHECK(in_force(from_to(noon - 1h, noon + 1us), noon));
    CHECK_FALSE(in_force(from_to(noon - 1h, noon), noon));
    CHECK(in_force(from_to(noon - 1h), noon + std::chrono::years(50)));
}

TEST_CASE("A standing ends after it begins") {
    CHECK_FALSE(check_dates(noon, std::nullopt));
    CHECK_FALSE(check_dates(noon, noon + 1s));
    for (const auto end : {noon, noon - 1s}) {
        const auto problem = check_dates(noon, end);
        REQUIRE(problem);
        CHECK(problem->code == "standing.ends_before_start");
        CHECK(problem->field == "to");
    }
}

TEST_CASE("Trees have a central unit or an affiliate for a root, and nothing else") {
    for (const auto kind : {UnitKind::central, UnitKind::affiliate}) {
        CHECK_FALSE(check_place(kind, false, false));
        CHECK(check_place(kind, true, false)->code == "unit.kind_misplaced");
    }
    for (const auto kind : {UnitKind::county, UnitKind::municipality, UnitKind::branch, UnitKind::committee}) {
        CHECK_FALSE(check_place(kind, true, false));
        CHECK(check_place(kind, false, false)->code == "unit.kind_misplaced");
        CHECK(check_place(kind, true, true)->code == "unit.affiliation_misplaced");
    }
    CHECK_FALSE(check_place(UnitKind::affiliate, false, true));
    CHECK(check_place(UnitKind::central, false, true)->code == "unit.affiliation_misplaced");
}

TEST_CASE("An invitation is for one address, once, in time") {
    Invitation invitation;
    invitation.email = "Kari@Example.org";
    invitation.expires = noon;
    CHECK_FALSE(refuse_invitation(invitation, "kari@example.ORG", noon - 1us));
    CHECK(refuse_invitation(invitation, "kari@example.org", noon)->code == "invitation.expired");
    CHECK(refuse_invitation(invitation, "kari@example.org.evil.no", noon - 1s)->code == "invitation.other_address");
    CHECK(refuse_invitation(invitation, "", noon - 1s)->code == "invitation.other_address");
    invitation.used = true;
    CHECK(refuse_invitation(invitation, "kari@example.org", noon - 1s)->code == "invitation.used");
}
