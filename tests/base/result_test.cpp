#include "base/result.hpp"

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>

#include "base/id.hpp"

using namespace samrad;

namespace {

Result<std::string> title(bool there) {
    if (!there) return missing("document.missing");
    return std::string("Arbeidsprogram");
}

}  // namespace

TEST_CASE("A result holds the value or the problem") {
    const auto good = title(true);
    REQUIRE(good);
    CHECK(*good == "Arbeidsprogram");
    CHECK(good->size() == 14);

    const auto bad = title(false);
    REQUIRE_FALSE(bad);
    CHECK(bad.problem().kind == Kind::missing);
    CHECK(bad.problem().code == "document.missing");
}

TEST_CASE("A value that can only be moved is handed out of a result") {
    Result<std::unique_ptr<int>> made(std::make_unique<int>(7));
    REQUIRE(made);
    const std::unique_ptr<int> mine = *std::move(made);
    CHECK(*mine == 7);
}

TEST_CASE("A value that is false is still a value") {
    const Result<bool> answer(false);
    REQUIRE(answer);
    CHECK_FALSE(*answer);
}

TEST_CASE("An id that was never given is no id") {
    CHECK_FALSE(AccountId{});
    CHECK(AccountId{1});
    CHECK(AccountId{1} < AccountId{2});
    static_assert(!std::is_convertible_v<AccountId, UnitId>, "ids of two nouns do not mix");
    static_assert(!std::is_convertible_v<int, AccountId>, "a number is not an id");
}
