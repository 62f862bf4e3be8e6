// Who is asked, who has answered, and what waits for them.
#include "domain/consultation/consultee.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace samrad;
using namespace samrad::domain;
using namespace std::chrono_literals;

namespace {

const Time noon = *from_iso("2026-11-23T12:00:00Z");

Consultee asked() {
    Consultee consultee;
    consultee.must_be_heard = true;
    consultee.sent = noon;
    return consultee;
}

}  // namespace

TEST_CASE("A consultee comes from unsent to answered, and an answer counts whatever came before") {
    Consultee consultee;
    CHECK(state_of(consultee) == ConsulteeState::unsent);
    consultee.sent = noon;
    CHECK(state_of(consultee) == ConsulteeState::sent);
    consultee.opened = noon;
    CHECK(state_of(consultee) == ConsulteeState::opened);
    consultee.declined = noon;
    CHECK(state_of(consultee) == ConsulteeState::declined);
    consultee.heard = noon;
    CHECK(state_of(consultee) == ConsulteeState::answered);
}

TEST_CASE("Who must be heard is awaited until the answer or a waiver; declining is no waiver") {
    auto consultee = asked();
    CHECK(is_awaited(consultee));
    consultee.declined = noon;
    CHECK(is_awaited(consultee));
    auto waived = consultee;
    waived.waived = noon;
    CHECK(!is_awaited(waived));
    consultee.heard = noon;
    CHECK(!is_awaited(consultee));
    Consultee other;
    CHECK(!is_awaited(other));
}

TEST_CASE("A reminder goes to who was sent it, has neither answered nor declined, and heard nothing for a day") {
    auto consultee = asked();
    CHECK(!is_to_remind(consultee, noon + 23h));
    CHECK(is_to_remind(consultee, noon + 24h));
    consultee.reminded = noon + 24h;
    CHECK(!is_to_remind(consultee, noon + 47h));
    CHECK(is_to_remind(consultee, noon + 48h));
    auto declined = consultee;
    declined.declined = noon;
    CHECK(!is_to_remind(declined, noon + 100h));
    consultee.heard = noon;
    CHECK(!is_to_remind(consultee, noon + 100h));
    CHECK(!is_to_remind({}, noon + 100h));
}

TEST_CASE("What is refused of a consultee says why") {
    Consultee free;
    CHECK(refuse_waiver(free)->code == "consultee.not_required");
    CHECK(refuse_declining(free)->code == "consultee.not_sent");
    CHECK(!refuse_removal(free));
    auto consultee = asked();
    CHECK(!refuse_waiver(consultee));
    CHECK(!refuse_declining(consultee));
    CHECK(refuse_removal(consultee)->code == "consultee.sent");
    consultee.heard = noon;
    CHECK(refuse_waiver(consultee)->code == "consultee.answered");
    CHECK(refuse_declining(consultee)->code == "consultee.answered");
    CHECK(refuse_requirement(StageKind::voting)->code == "consultee.stage_begun");
    CHECK(!refuse_requirement(StageKind::amending));
}
