#include <catch2/catch_test_macros.hpp>

#include "features/accounts/account_routes.hpp"
#include "features/sessions/session_routes.hpp"
#include "support/world.hpp"

using namespace samrad;

namespace {

const features::Passwords passwords(features::Passwords::cheap());

struct Door : testing::World {
    explicit Door(double limit_scale = 0) : World(limit_scale) {
        const features::Site site{"https://samrad.example", "Partiet", true};
        add(features::account_routes(site, passwords));
        add(features::session_routes(site, passwords));
        kari = person("Kari Nordbø", "kari@example.org");
        database.sql("update accounts set password_hash = '" + passwords.hash("svaler over fjorden") + "'");
    }
    AccountId kari;
};

constexpr const char* right = R"({"email":"kari@example.org","password":"svaler over fjorden"})";
constexpr const char* wrong = R"({"email":"kari@example.org","password":"spurver i buskene"})";
constexpr const char* unknown = R"({"email":"ingen@example.org","password":"spurver i buskene"})";

}  // namespace

TEST_CASE("Who signs in is known from then on, whatever the case of the address") {
    Door door;
    auto browser = door.browser();
    const auto answer =
        browser.post("/api/session", R"({"email":" Kari@Example.ORG ","password":"svaler over fjorden"})");
    CHECK(answer.status == 200);
    CHECK(answer.at("account.name") == "Kari Nordbø");
    CHECK(answer.at("settings.organisation") == "Partiet");
    CHECK(browser.get("/api/me").at("account.id") == std::to_string(door.kari.value));
}

TEST_CASE("An unknown address and a wrong password get one answer") {
    Door door;
    const auto a = door.browser().post("/api/session", wrong);
    const auto b = door.browser().post("/api/session", unknown);
    CHECK(a.status == 401);
    CHECK(a.code() == "session.wrong");
    CHECK(a.status == b.status);
    CHECK(a.body == b.body);
    CHECK(a.headers == b.headers);
}

TEST_CASE("An account without a password cannot be signed in to with any") {
    Door door;
    door.database.sql("update accounts set password_hash = null");
    CHECK(door.browser().post("/api/session", right).code() == "session.wrong");
    CHECK(door.browser()
              .post("/api/session", R"({"email":"kari@example.org","password":"nobody has this password"})")
              .code() == "session.wrong");
    CHECK(door.browser().post("/api/session", R"({"email":"kari@example.org","password":""})").status == 422);
}

TEST_CASE("The session's cookie is out of reach for scripts, other sites and other hosts") {
    Door door;
    const auto cookie = door.browser().post("/api/session", right).header("set-cookie");
    CHECK(cookie.starts_with("__Host-samrad="));
    CHECK(cookie.ends_with("; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=2592000"));
    CHECK(cookie.find("Domain") == std::string::npos);
    const auto token = cookie.substr(14, cookie.find(';') - 14);
    CHECK(token.size() == 43);  // 32 random bytes
    CHECK(door.database.number("select count(*) from sessions where token_hash = '" + token + "'::bytea") == 0);
    CHECK(door.database.number("select count(*) from sessions where token_hash = sha256('" + token + "'::bytea)") == 1);
}

TEST_CASE("A session that was planted before signing in is not the one after it") {
    Door door;
    auto browser = door.browser();
    browser.cookie = "planted-by-somebody-else";
    browser.post("/api/session", right);
    CHECK(browser.cookie != "planted-by-somebody-else");

    auto again = browser;
    const auto before = again.cookie;
    again.post("/api/session", right);
    CHECK(again.cookie != before);
    CHECK(browser.get("/api/me").at("account") == "null");  // the session that this browser had before is ended
    CHECK(again.get("/api/me").at("account.name") == "Kari Nordbø");
}

TEST_CASE("Signing out ends this session alone, at once, and tells the open pages") {
    Door door;
    auto browser = door.browser();
    browser.post("/api/session", right);
    auto elsewhere = door.browser();
    elsewhere.post("/api/session", right);
    auto stolen = browser;
    door.announced();
    const auto answer = browser.del("/api/session");
    CHECK(answer.status == 204);
    CHECK(answer.header("set-cookie") == "__Host-samrad=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0");
    CHECK(stolen.get("/api/me").at("account") == "null");
    CHECK(stolen.patch("/api/me", R"({"name":"Mallory"})").code() == "session.required");
    CHECK(elsewhere.get("/api/me").at("account.name") == "Kari Nordbø");
    CHECK(door.announced() == std::vector<live::Topic>{"account:" + std::to_string(door.kari.value)});
}

TEST_CASE("Signing out everywhere ends every session") {
    Door door;
    auto browser = door.browser();
    browser.post("/api/session", right);
    auto elsewhere = door.browser();
    elsewhere.post("/api/session", right);
    CHECK(browser.del("/api/sessions").status == 204);
    CHECK(elsewhere.get("/api/me").at("account") == "null");
    CHECK(door.database.number("select count(*) from sessions where ended_at is null") == 0);
}

TEST_CASE("A session ends after thirty days") {
    Door door;
    auto browser = door.browser();
    browser.post("/api/session", right);
    CHECK(door.database.value("select expires_at - created_at between interval '30 days' - interval '1 minute' and "
                              "interval '30 days' + interval '1 minute' from sessions") == "t");
    door.database.sql("update sessions set expires_at = now()");
    CHECK(browser.get("/api/me").at("account") == "null");
}

TEST_CASE("Guessing at one account is slowed down, wherever the guesses come from") {
    Door door(1);
    int tried = 0;
    for (int i = 0; i < 60; ++i) {
        auto browser = door.browser();
        browser.address = "192.0.2." + std::to_string(i);
        tried += browser.post("/api/session", wrong).status == 401;
    }
    CHECK(tried == 30);
}

TEST_CASE("One sender who tries many accounts is slowed down, and cannot move within an IPv6 network") {
    Door door(1);
    int tried = 0;
    for (int i = 0; i < 60; ++i) {
        auto browser = door.browser();
        browser.address = "2001:db8:1:2::" + std::to_string(i);
        tried += browser
                     .post("/api/session",
                           R"({"email":"a)" + std::to_string(i) + R"(@example.org","password":"spurver i buskene"})")
                     .status == 401;
    }
    CHECK(tried == 30);
}

TEST_CASE("A few wrong tries from one place stop the guesser there and not the owner elsewhere") {
    Door door(1);
    auto guesser = door.browser();
    guesser.address = "192.0.2.1";
    for (int i = 0; i < 6; ++i) CHECK(guesser.post("/api/session", wrong).status == 401);
    const auto limited = guesser.post("/api/session", right);
    CHECK(limited.status == 429);
    CHECK(std::stoi(limited.header("retry-after")) > 0);
    auto owner = door.browser();
    owner.address = "198.51.100.7";
    CHECK(owner.post("/api/session", right).status == 200);
}

TEST_CASE("Somebody who signs in rightly many times is never slowed down") {
    Door door(1);
    for (int i = 0; i < 40; ++i) CHECK(door.browser().post("/api/session", right).status == 200);
}

TEST_CASE("Signing in takes no address to go to: there is nothing to redirect with") {
    Door door;
    for (const char* next : {"//e", "/\\\\e", "https:e", "%2f%2fe", "@e", "/\\r\\nx:y"}) {
        const auto answer = door.browser().post(
            "/api/session",
            R"({"email":"kari@example.org","password":"svaler over fjorden","next":")" + std::string(next) + "\"}");
        CHECK(answer.code() == "input.unknown_field");
        CHECK(answer.header("location").empty());
    }
}

TEST_CASE("The language of somebody unknown follows the cookie, else the browser, else is Bokmål") {
    Door door;
    auto browser = door.browser();
    CHECK(browser.get("/api/me").at("language") == "nb");
    browser.headers = {{"accept-language", "de-DE,de;q=0.9,en;q=0.8,nb;q=0.7"}};
    CHECK(browser.get("/api/me").at("language") == "en");
    browser.headers["accept-language"] = "nn-NO, en";
    CHECK(browser.get("/api/me").at("language") == "nb");
    browser.headers["cookie"] = "language=en";
    CHECK(browser.get("/api/me").at("language") == "en");
    browser.headers["cookie"] = "language=<script>";
    CHECK(browser.get("/api/me").at("language") == "nb");
}
