#include <catch2/catch_test_macros.hpp>

#include "features/accounts/account_routes.hpp"
#include "features/sessions/session_routes.hpp"
#include "support/world.hpp"

using namespace samrad;
using testing::json_text;

namespace {

const features::Passwords passwords(features::Passwords::cheap());

// A world in which people sign up, confirm and sign in.
struct Door : testing::World {
    explicit Door(bool open = true, double limit_scale = 0) : World(limit_scale) {
        const features::Site site{"https://samrad.example", "Partiet", open};
        add(features::account_routes(site, passwords));
        add(features::session_routes(site, passwords));
    }
    // What the newest mail says, and the token in it.
    std::string mail(const char* column) {
        return database.value(std::string("select ") + column + " from outbox order by id desc limit 1");
    }
    std::string token() { return mail("substring(body from 'token=([A-Za-z0-9_-]+)')"); }
};

std::string form(std::string_view email, std::string_view name = "Kari Nordbø",
                 std::string_view password = "svaler over fjorden") {
    return "{\"name\":" + json_text(name) + ",\"email\":" + json_text(email) + ",\"password\":" + json_text(password) +
           ",\"language\":\"en\"}";
}

std::string with_token(std::string_view token) { return "{\"token\":" + json_text(token) + "}"; }

}  // namespace

TEST_CASE("Somebody signs up, opens the link in the mail and is signed in") {
    Door door;
    auto browser = door.browser();
    const auto answer = browser.post("/api/accounts", form("Kari@Example.org"));
    CHECK(answer.status == 202);
    CHECK(answer.body == "{}");
    CHECK(browser.cookie.empty());
    CHECK(browser.get("/api/me").at("account") == "null");
    CHECK(door.mail("recipient") == "Kari@Example.org");
    CHECK(door.mail("subject") == "Confirm your address – Partiet");

    const auto confirmed = browser.post("/api/accounts/confirm", with_token(door.token()));
    CHECK(confirmed.status == 200);
    CHECK(confirmed.at("account.name") == "Kari Nordbø");
    CHECK(confirmed.at("account.confirmed") == "true");
    CHECK(browser.get("/api/me").at("account.email") == "Kari@Example.org");
    CHECK(browser.get("/api/me").at("language") == "en");
}

TEST_CASE("Nobody signs in before the address is confirmed, and only the right password tells why") {
    Door door;
    auto browser = door.browser();
    browser.post("/api/accounts", form("kari@example.org"));
    const auto right = browser.post("/api/session", R"({"email":"kari@example.org","password":"svaler over fjorden"})");
    CHECK(right.status == 403);
    CHECK(right.code() == "session.unconfirmed");
    const auto wrong = browser.post("/api/session", R"({"email":"kari@example.org","password":"noe helt annet"})");
    CHECK(wrong.status == 401);
    CHECK(wrong.code() == "session.wrong");
    CHECK(browser.cookie.empty());
}

TEST_CASE("Signing up says the same for a known address as for an unknown one; only the mail differs") {
    Door door;
    door.person("Ola", "ola@example.org");
    auto browser = door.browser();
    const auto unknown = browser.post("/api/accounts", form("ny@example.org"));
    const auto known = browser.post("/api/accounts", form("OLA@example.org"));
    CHECK(known.status == unknown.status);
    CHECK(known.body == unknown.body);
    CHECK(known.headers == unknown.headers);
    CHECK(door.mail("recipient") == "ola@example.org");
    CHECK(door.mail("subject") == "Du har en konto allerede – Partiet");
    CHECK(door.token().empty());
    CHECK(door.database.value("select name from accounts where email = 'ola@example.org'") == "Ola");
    CHECK(door.database.value("select password_hash from accounts where email = 'ola@example.org'").empty());
}

TEST_CASE("A confirmation link works once, and for a day") {
    Door door;
    auto browser = door.browser();
    browser.post("/api/accounts", form("kari@example.org"));
    const auto token = door.token();
    CHECK(door.browser().post("/api/accounts/confirm", with_token(token)).status == 200);
    CHECK(door.browser().post("/api/accounts/confirm", with_token(token)).code() == "link.used");

    browser.post("/api/accounts", form("ola@example.org"));
    door.database.sql("update mail_links set expires_at = now() - interval '1 second' where used_at is null");
    CHECK(door.browser().post("/api/accounts/confirm", with_token(door.token())).code() == "link.expired");
    const auto unknown = door.browser().post("/api/accounts/confirm", with_token("no-such-token"));
    CHECK(unknown.status == 422);
    CHECK(unknown.code() == "link.unknown");
    CHECK(unknown.field() == "token");
}

TEST_CASE("Of two who sign up with one address, the one who opens a link gets what stood in that sign-up") {
    Door door;
    door.browser().post("/api/accounts", form("kari@example.org", "Kari", "mitt eget passord"));
    const auto mine = door.token();
    door.browser().post("/api/accounts", form("kari@example.org", "Mallory", "noe en annen valgte"));
    const auto other = door.token();
    auto browser = door.browser();
    CHECK(browser.post("/api/accounts/confirm", with_token(mine)).at("account.name") == "Kari");
    CHECK(browser.post("/api/session", R"({"email":"kari@example.org","password":"mitt eget passord"})").status == 200);
    CHECK(browser.post("/api/session", R"({"email":"kari@example.org","password":"noe en annen valgte"})").status ==
          401);
    CHECK(door.browser().post("/api/accounts/confirm", with_token(other)).code() == "link.used");
}

TEST_CASE("Only a hash of a mailed token is stored, and a used link keeps no password") {
    Door door;
    door.browser().post("/api/accounts", form("kari@example.org"));
    const auto token = door.token();
    CHECK(door.database.number("select count(*) from mail_links where token_hash = '" + token + "'::bytea") == 0);
    door.browser().post("/api/accounts/confirm", with_token(token));
    CHECK(door.database.number("select count(*) from mail_links where password_hash is not null") == 0);
}

TEST_CASE("Passwords are stored as Argon2id alone") {
    CHECK(features::Passwords().hash("svaler over fjorden").starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
}

TEST_CASE("Where sign-up is closed, nobody signs up without an invitation") {
    Door door(false);
    const auto answer = door.browser().post("/api/accounts", form("kari@example.org"));
    CHECK(answer.status == 403);
    CHECK(answer.code() == "account.sign_up_closed");
    CHECK(door.database.number("select count(*) from accounts") == 0);
    CHECK(door.browser().get("/api/me").at("settings.open_sign_up") == "false");
}

TEST_CASE("What a sign-up lacks or gets wrong is named, and nothing is stored") {
    Door door;
    auto browser = door.browser();
    const auto refused = [&](const std::string& body, std::string_view field, std::string_view code) {
        INFO(body);
        const auto answer = browser.post("/api/accounts", body);
        CHECK(answer.status == 422);
        CHECK(answer.field() == field);
        CHECK(answer.code() == code);
    };
    refused("{}", "name", "input.missing");
    refused(R"({"name":"Kari","email":"k@example.org"})", "password", "input.missing");
    refused(form("kari"), "email", "account.email_invalid");
    refused(form("kari@example.org\r\nBcc: all@example.org"), "email", "account.email_invalid");
    refused(form("kari@example.org", " "), "name", "account.name_invalid");
    refused(form("kari@example.org", "Kari", "kort"), "password", "account.password_weak");
    refused(form("kari@example.org", "Kari", "KARI@example.ORG"), "password", "account.password_weak");
    refused(R"({"name":"Kari","email":"k@example.org","password":"svaler over fjorden","language":"sv"})", "language",
            "input.not_a_choice");
    refused(R"({"name":7,"email":"k@example.org","password":"svaler over fjorden"})", "name", "input.wrong_type");
    CHECK(browser.post("/api/accounts", "{\"name\":").status == 400);
    CHECK(door.database.number("select (select count(*) from accounts) + (select count(*) from outbox)") == 0);
}

TEST_CASE("Names that deceive the eye or break a text are refused; all others come back as they were") {
    Door door;
    auto browser = door.signed_in(door.person("Kari"));
    const auto renamed = [&](std::string_view json_name) {
        return browser.patch("/api/me", "{\"name\":" + std::string(json_name) + "}");
    };
    for (const char* name :
         {R"("Kari\u0000")", R"("\u202Eirak")", R"("Kari\u2066")", R"("a\u2028b")", R"("a\nb")", R"("\u200B")",
          R"("\uD83D")", R"("\uDC00x")", R"("Kari\u200E")", R"("\u3164")", R"("\u00A0 ")", R"("\u001b[31mrød")"}) {
        INFO(name);
        const auto answer = renamed(name);
        CHECK((answer.status == 422 || answer.status == 400));
        CHECK(browser.get("/api/me").at("account.name") == "Kari");
    }
    for (const char* name : {"Åse Øvrebø", "李小龙", "محمد", "<script>alert(1)</script>", "Robert'); drop table x;--",
                             "👩‍🚀 nei"}) {
        INFO(name);
        const bool has_joiner = std::string_view(name).find("\u200D") != std::string_view::npos;
        const auto answer = renamed(json_text(name));
        CHECK(answer.status == (has_joiner ? 422 : 200));
        if (!has_joiner) CHECK(answer.at("account.name") == name);
    }
    CHECK(renamed(json_text("  Kari Nordbø ")).at("account.name") == "Kari Nordbø");
}

TEST_CASE("Nobody is mailed again and again by strangers who type the address") {
    Door door(true, 1);
    int limited = 0;
    for (int i = 0; i < 6; ++i) {
        auto browser = door.browser();
        browser.address = "192.0.2." + std::to_string(i);
        const auto answer = browser.post("/api/accounts", form("kari@example.org"));
        limited += answer.status == 429;
        if (answer.status == 429) CHECK(std::stoi(answer.header("retry-after")) > 0);
    }
    CHECK(limited == 2);
    CHECK(door.database.number("select count(*) from outbox") == 4);
}

TEST_CASE("The mails of a sign-up carry nothing that the one who typed the address could write") {
    Door door;
    door.browser().post("/api/accounts", form("kari@example.org", "Besøk evil.example nå"));
    CHECK(door.mail("body || subject").find("evil.example") == std::string::npos);
}

TEST_CASE("Mailed links lead to our configured address, whatever Host a request claims") {
    Door door;
    auto browser = door.browser();
    browser.headers = {
        {"host", "evil.example"}, {"x-forwarded-host", "evil.example"}, {"forwarded", "host=evil.example"}};
    browser.post("/api/accounts", form("kari@example.org"));
    CHECK(door.mail("body").find("https://samrad.example/confirm?token=") != std::string::npos);
    CHECK(door.mail("body").find("evil.example") == std::string::npos);
    browser.post("/api/password/forgot", R"({"email":"kari@example.org"})");
    CHECK(door.mail("body").find("https://samrad.example/reset?token=") != std::string::npos);
    CHECK(door.mail("body").find("evil.example") == std::string::npos);
}
