#include "base/time.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace samrad;
using namespace std::chrono_literals;

namespace {

Time at(std::string_view text) {
    const auto time = from_iso(text);
    REQUIRE(time);
    return *time;
}

}  // namespace

TEST_CASE("A point in time is written with six decimals and Z") {
    CHECK(to_iso(Time{}) == "1970-01-01T00:00:00.000000Z");
    CHECK(to_iso(Time{1ms}) == "1970-01-01T00:00:00.001000Z");
    CHECK(to_iso(Time{-1us}) == "1969-12-31T23:59:59.999999Z");
}

TEST_CASE("What was written is read back equal, to the microsecond") {
    for (const auto since : {0us, 1us, 951'782'400'123'456us, 4'102'444'799'999'999us, -62'135'596'800'000'000us}) {
        const Time time{since};
        CHECK(at(to_iso(time)) == time);
    }
}

TEST_CASE("Seconds and their fraction may be left out") {
    CHECK(at("2026-11-23T09:07Z") == at("2026-11-23T09:07:00.000000Z"));
    CHECK(at("2026-11-23T09:07:06.5Z") == at("2026-11-23T09:07:06.500000Z"));
    CHECK(at("2026-11-23T09:07:06.123456789Z") == at("2026-11-23T09:07:06.123456Z"));
}

TEST_CASE("An offset is taken off to give UTC") {
    CHECK(at("2026-06-01T12:00:00+02:00") == at("2026-06-01T10:00:00Z"));
    CHECK(at("2026-06-01T00:30:00-01:45") == at("2026-06-01T02:15:00Z"));
}

TEST_CASE("A date that does not exist is no point in time") {
    CHECK_FALSE(from_iso("2026-02-29T00:00Z"));
    CHECK(from_iso("2028-02-29T00:00Z"));
    CHECK_FALSE(from_iso("2026-13-01T00:00Z"));
    CHECK_FALSE(from_iso("2026-00-10T00:00Z"));
    CHECK_FALSE(from_iso("2026-04-31T00:00Z"));
}

TEST_CASE("Any other form is no point in time") {
    for (const auto* text :
         {"", "now", "2026-11-23", "2026-11-23T09:07", "2026-11-23 09:07Z", "2026-11-23T24:00Z", "2026-11-23T09:60Z",
          "2026-11-23T09:07:60Z", "2026-11-23T09:07:06.Z", "2026-11-23T09:07:06,5Z", "2026-11-23T09:07:06.1234567890Z",
          "2026-11-23T09:07Z ", " 2026-11-23T09:07Z", "2026-11-23T09:07+2:00", "2026-11-23T09:07+0200",
          "+2026-11-23T09:07Z", "2026-1-23T09:07Z", "2026-11-23T09:07+24:00"}) {
        CAPTURE(text);
        CHECK_FALSE(from_iso(text));
    }
}
