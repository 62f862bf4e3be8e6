#include <catch2/catch_test_macros.hpp>

#include "features/accounts/account_routes.hpp"
#include "features/sessions/session_routes.hpp"
#include "support/world.hpp"

using namespace samrad;
using testing::json_text;

namespace {

const features::Passwords passwords(features::Passwords::cheap());

struct Door : testing::World {
    explicit Door(double limit_scale = 0) : World(limit_scale) {
        const features::Site site{"https://samrad.example", "Partiet", true};
        add(features::account_routes(site, passwords));
        add(features::session_routes(site, passwords));
    }
    std::string token() {
        return database.value(
            "select substring(body from 'token=([A-Za-z0-9_-]+)') from outbox order by id desc limit 1");
    }
    std::string token_for(std::string_view email) {
        browser().post("/api/password/forgot", "{\"email\":" + json_text(email) + "}");
        return token();
    }
};

std::string choice(std::string_view token, std::string_view password = "et ganske nytt passord") {
    return "{\"token\":" + json_text(token) + ",\"password\":" + json_text(password) + "}";
}

}  // namespace

TEST_CASE("A forgotten password is chosen anew through the mailed link, and all sessions end") {
    Door door;
    const auto kari = door.person("Kari", "kari@example.org");
    auto elsewhere = door.signed_in(kari);
    const auto token = door.token_for("KARI@example.org");
    auto browser = door.browser();
    CHECK(browser.post("/api/password/reset", choice(token)).status == 204);
    CHECK(browser.cookie.empty());
    CHECK(elsewhere.get("/api/me").at("account") == "null");
    CHECK(door.announced() == std::vector<live::Topic>{"account:" + std::to_string(kari.value)});
    CHECK(browser.post("/api/session", R"({"email":"kari@example.org","password":"et ganske nytt passord"})").status ==
          200);
    CHECK(door.database.value("select subject from outbox order by id desc limit 1") ==
          "Passordet ditt er endret – Partiet");
}

TEST_CASE("A reset link works once, and for an hour, and for nothing else") {
    Door door;
    door.person("Kari", "kari@example.org");
    const auto token = door.token_for("kari@example.org");
    CHECK(door.browser().post("/api/accounts/confirm", "{\"token\":" + json_text(token) + "}").code() ==
          "link.unknown");
    CHECK(door.browser().post("/api/password/reset", choice(token)).status == 204);
    CHECK(door.browser().post("/api/password/reset", choice(token)).code() == "link.used");
    const auto late = door.token_for("kari@example.org");
    door.database.sql("update mail_links set expires_at = now() where used_at is null");
    CHECK(door.browser().post("/api/password/reset", choice(late)).code() == "link.expired");
}

TEST_CASE("A new password makes every link that was mailed before worthless") {
    Door door;
    door.person("Kari", "kari@example.org");
    const auto first = door.token_for("kari@example.org");
    const auto second = door.token_for("kari@example.org");
    CHECK(door.browser().post("/api/password/reset", choice(second)).status == 204);
    CHECK(door.browser().post("/api/password/reset", choice(first)).code() == "link.used");
}

TEST_CASE("A weak new password is refused, and the link still works") {
    Door door;
    door.person("Kari", "kari@example.org");
    const auto token = door.token_for("kari@example.org");
    const auto weak = door.browser().post("/api/password/reset", choice(token, "kort"));
    CHECK(weak.code() == "account.password_weak");
    CHECK(weak.field() == "password");
    CHECK(door.browser().post("/api/password/reset", choice(token)).status == 204);
}

TEST_CASE("Asking for a new password says the same for a known address as for an unknown one") {
    Door door;
    door.person("Kari", "kari@example.org");
    const auto known = door.browser().post("/api/password/forgot", R"({"email":"kari@example.org"})");
    const auto unknown = door.browser().post("/api/password/forgot", R"({"email":"ingen@example.org"})");
    CHECK(known.status == 202);
    CHECK(known.status == unknown.status);
    CHECK(known.body == unknown.body);
    CHECK(known.headers == unknown.headers);
    CHECK(door.database.number("select count(*) from outbox where sent_at is null") == 1);
}

TEST_CASE("Nobody can be mailed endless reset links") {
    Door door(1);
    door.person("Kari", "kari@example.org");
    int status = 0;
    for (int i = 0; i < 5; ++i)
        status = door.browser().post("/api/password/forgot", R"({"email":"kari@example.org"})").status;
    CHECK(status == 429);
    CHECK(door.database.number("select count(*) from outbox") == 4);
    // The limit holds for unknown addresses alike.
    for (int i = 0; i < 5; ++i)
        status = door.browser().post("/api/password/forgot", R"({"email":"ingen@example.org"})").status;
    CHECK(status == 429);
}
