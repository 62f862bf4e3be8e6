#include <catch2/catch_test_macros.hpp>

#include "features/accounts/account_routes.hpp"
#include "features/units/unit_routes.hpp"
#include "support/world.hpp"

using namespace samrad;

namespace {

const features::Passwords passwords(features::Passwords::cheap());

// A party with one branch: Anne administers all of it, Bo the branch, Kari is a member there.
struct Party : testing::World {
    Party() {
        const features::Site site{"https://samrad.example", "Partiet", true};
        add(features::unit_routes(site));
        add(features::account_routes(site, passwords));
        root = unit("Partiet");
        branch = unit("Bydelen", root);
        anne = person("Anne", "anne@example.org");
        bo = person("Bo");
        kari = person("Kari Nordbø", "kari@example.org");
        standing(anne, root, "administrator");
        standing(bo, branch, "administrator");
        kari_standing = standing(kari, branch, "member");
    }
    std::string path(UnitId of, std::string_view rest = "") {
        return "/api/units/" + std::to_string(of.value) + std::string(rest);
    }
    std::string token() {
        return database.value(
            "select substring(body from 'token=([A-Za-z0-9_-]+)') from outbox order by id desc limit 1");
    }
    std::string invited(std::string_view email) {
        const auto answer = signed_in(bo).post(path(branch, "/invitations"),
                                               R"({"email":")" + std::string(email) + R"(","role":"editor"})");
        CHECK(answer.status == 201);
        CHECK(answer.body.find(token()) == std::string::npos);
        return token();
    }
    std::string account_of(AccountId account, std::string_view role) {
        return "{\"account\":" + std::to_string(account.value) + ",\"role\":\"" + std::string(role) + "\"}";
    }
    UnitId root, branch;
    AccountId anne, bo, kari;
    StandingId kari_standing;
};

}  // namespace

TEST_CASE("Everybody sees the tree, and administrators what they administer") {
    Party party;
    const auto seen = party.browser().get("/api/units");
    CHECK(seen.size("items") == 2);
    CHECK(seen.at("items.1.path") == std::to_string(party.root.value) + "." + std::to_string(party.branch.value));
    CHECK(seen.at("items.0.may.administer") == "false");
    CHECK(party.signed_in(party.bo).get("/api/units").at("items.0.may.administer") == "false");
    CHECK(party.signed_in(party.bo).get("/api/units").at("items.1.may.administer") == "true");
    CHECK(party.browser().get("/api/units/999").status == 404);
}

TEST_CASE("Who is a member of a unit is shown to its administrators alone") {
    Party party;
    CHECK(party.browser().get(party.path(party.branch)).body.find("Kari") == std::string::npos);
    CHECK(party.browser().get(party.path(party.branch)).size("standings") == 1);
    CHECK(party.signed_in(party.kari).get(party.path(party.branch)).size("standings") == 1);
    CHECK(party.signed_in(party.anne).get(party.path(party.branch)).size("standings") == 2);
}

TEST_CASE("An administrator founds and renames units in the own unit and below, and nowhere else") {
    Party party;
    const auto below =
        R"({"name":"Studieutvalget","kind":"committee","parent":)" + std::to_string(party.branch.value) + "}";
    const auto above = R"({"name":"Nytt fylke","kind":"county","parent":)" + std::to_string(party.root.value) + "}";
    CHECK(party.signed_in(party.bo).post("/api/units", below).status == 201);
    CHECK(party.signed_in(party.anne).post("/api/units", below).status == 201);
    CHECK(party.signed_in(party.bo).post("/api/units", above).status == 403);
    CHECK(party.signed_in(party.kari).post("/api/units", below).status == 403);
    CHECK(party.browser().post("/api/units", below).status == 401);
    CHECK(party.signed_in(party.bo).patch(party.path(party.root), R"({"name":"Mitt"})").status == 403);
    CHECK(party.signed_in(party.bo).patch(party.path(party.branch), R"({"name":"Bydel Vest"})").at("name") ==
          "Bydel Vest");
    CHECK(party.signed_in(party.anne).post("/api/units", R"({"name":"x","kind":"galaxy","parent":1})").code() ==
          "input.not_a_choice");
}

TEST_CASE("Whoever founds an affiliated organisation administers it, and its parent does not") {
    Party party;
    const auto made = party.signed_in(party.anne)
                          .post("/api/units", R"({"name":"Ungdommen","kind":"affiliate","affiliated_to":)" +
                                                  std::to_string(party.root.value) + "}");
    CHECK(made.status == 201);
    CHECK(made.at("parent") == "null");
    CHECK(made.at("may.administer") == "true");
    CHECK(party.signed_in(party.anne).post("/api/units", R"({"name":"x","kind":"central"})").field() == "parent");
}

TEST_CASE("Roles are granted by administrators of the unit or above, to people who confirmed their address") {
    Party party;
    party.announced();
    const auto granted =
        party.signed_in(party.bo).post(party.path(party.branch, "/standings"), party.account_of(party.kari, "editor"));
    CHECK(granted.status == 201);
    CHECK(granted.at("account.name") == "Kari Nordbø");
    CHECK(party.announced() == std::vector<live::Topic>{"account:" + std::to_string(party.kari.value)});
    CHECK(party.database.value("select act from audit_trail") == "grant");
    CHECK(party.signed_in(party.bo)
              .post(party.path(party.branch, "/standings"), party.account_of(party.kari, "editor"))
              .code() == "standing.exists");
    CHECK(party.signed_in(party.bo)
              .post(party.path(party.root, "/standings"), party.account_of(party.bo, "administrator"))
              .status == 403);
    CHECK(party.signed_in(party.kari)
              .post(party.path(party.branch, "/standings"), party.account_of(party.kari, "administrator"))
              .status == 403);
    const auto bad =
        party.signed_in(party.anne).post(party.path(party.branch, "/standings"), party.account_of(party.kari, "king"));
    CHECK(bad.status == 422);
    CHECK(bad.field() == "role");
    party.database.sql("update accounts set confirmed_at = null where id = " + std::to_string(party.kari.value));
    CHECK(party.signed_in(party.anne)
              .post(party.path(party.branch, "/standings"), party.account_of(party.kari, "moderator"))
              .code() == "standing.account_unknown");
    CHECK(party.database.number("select count(*) from standings") == 4);
}

TEST_CASE("A standing is ended by its person or an administrator; to all others it does not exist") {
    Party party;
    const auto path = "/api/standings/" + std::to_string(party.kari_standing.value);
    CHECK(party.signed_in(party.person("Ola")).del(path).status == 404);
    CHECK(party.browser().del(path).status == 401);
    CHECK(party.signed_in(party.kari).del(path).status == 204);
    CHECK(party.signed_in(party.kari).get("/api/me").size("standings") == 0);
    CHECK(party.signed_in(party.bo).del(path).status == 204);
    CHECK(party.database.number("select count(*) from standings") == 3);
}

TEST_CASE("The last administrator of a root unit stays") {
    Party party;
    auto browser = party.signed_in(party.anne);
    const auto path = "/api/standings/" + browser.get("/api/me").at("standings.0.id");
    CHECK(browser.del(path).code() == "unit.last_administrator");
    browser.post(party.path(party.root, "/standings"), party.account_of(party.bo, "administrator"));
    CHECK(browser.del(path).status == 204);
}

TEST_CASE("People are found by administrators, by name or whole address, and no sign is a wildcard") {
    Party party;
    auto browser = party.signed_in(party.bo);
    CHECK(browser.get("/api/people?q=nordb").at("items.0.name") == "Kari Nordbø");
    CHECK(browser.get("/api/people?q=kari%40example.org").size("items") == 1);
    CHECK(browser.get("/api/people?q=%40example.org").size("items") == 0);
    CHECK(browser.get("/api/people?q=%25%25").size("items") == 0);
    CHECK(browser.get("/api/people?q=__").size("items") == 0);
    CHECK(browser.get("/api/people?q=kari").body.find("example.org") == std::string::npos);
    CHECK(party.signed_in(party.kari).get("/api/people?q=kari").status == 403);
    CHECK(party.browser().get("/api/people?q=kari").status == 401);
}

TEST_CASE("An invitation gives its one user the standing, once: not twice, not to another account, not to nobody") {
    Party party;
    const auto token = party.invited("kari@example.org");
    CHECK(party.browser().get("/api/invitations/" + token).at("unit.name") == "Bydelen");
    CHECK(party.browser().post("/api/invitations/" + token + "/acceptance").status == 401);
    CHECK(party.signed_in(party.anne).post("/api/invitations/" + token + "/acceptance").code() ==
          "invitation.other_address");
    CHECK(party.signed_in(party.kari).post("/api/invitations/" + token + "/acceptance").size("standings") == 2);
    CHECK(party.signed_in(party.kari).post("/api/invitations/" + token + "/acceptance").code() == "invitation.used");
    CHECK(party.browser().get("/api/invitations/" + token).code() == "invitation.used");
    CHECK(party.browser().get("/api/invitations/none").status == 404);
}

TEST_CASE("An invitation can be used by signing up with the invited address and no other") {
    Party party;
    const auto token = party.invited("ny@example.org");
    const auto form = [&](std::string_view email) {
        return R"({"name":"Ny","email":")" + std::string(email) +
               R"(","password":"svaler over fjorden","language":"nb","invitation":")" + token + "\"}";
    };
    CHECK(party.browser().post("/api/accounts", form("annen@example.org")).code() == "invitation.other_address");
    CHECK(party.browser().post("/api/accounts", form("ny@example.org")).status == 202);
    const auto me = party.browser().post("/api/accounts/confirm", R"({"token":")" + party.token() + "\"}");
    CHECK(me.at("standings.0.role") == "editor");
    CHECK(party.browser().get("/api/invitations/" + token).code() == "invitation.used");
}

TEST_CASE("An expired invitation gives nothing: not by acceptance, sign-up or a new password") {
    Party party;
    const auto token = party.invited("ny@example.org");
    party.browser().post(
        "/api/accounts",
        R"({"name":"Ny","email":"ny@example.org","password":"svaler over fjorden","invitation":")" + token + "\"}");
    const auto confirm = party.token();
    party.database.sql("update invitations set expires_at = now()");
    CHECK(party.browser().get("/api/invitations/" + token).code() == "invitation.expired");
    party.browser().post("/api/password/forgot", R"({"email":"ny@example.org"})");
    CHECK(
        party.browser()
            .post("/api/password/reset", R"({"token":")" + party.token() + R"(","password":"et ganske nytt passord"})")
            .status == 204);
    CHECK(party.browser().post("/api/accounts/confirm", R"({"token":")" + confirm + "\"}").code() == "link.used");
    CHECK(party.signed_in(AccountId{party.database.number("select id from accounts where email = 'ny@example.org'")})
              .post("/api/invitations/" + token + "/acceptance")
              .code() == "invitation.expired");
    CHECK(party.database.number("select count(*) from standings where role = 'editor'") == 0);
}

TEST_CASE("No column of the database can be set by naming it in a request") {
    Party party;
    auto browser = party.signed_in(party.anne);
    const auto columns = party.database.value(
        "select string_agg(distinct column_name, ',') from information_schema.columns where table_schema = 'public'");
    const std::vector<std::tuple<http::Verb, std::string, std::string>> routes = {
        {http::Verb::patch, "/api/me", R"("name":"Ny")"},
        {http::Verb::post, "/api/units", R"("name":"x","kind":"branch","parent":)" + std::to_string(party.root.value)},
        {http::Verb::patch, party.path(party.branch), R"("name":"x")"},
        {http::Verb::post, party.path(party.branch, "/standings"),
         R"("role":"editor","account":)" + std::to_string(party.kari.value)},
        {http::Verb::post, party.path(party.branch, "/invitations"), R"("role":"editor","email":"x@example.org")"},
        {http::Verb::post, "/api/accounts", R"("name":"Ny","email":"x@example.org","password":"svaler over fjorden")"},
        {http::Verb::post, "/api/password/forgot", R"("email":"kari@example.org")"}};
    const char* state =
        "select (select string_agg(a::text, ';' order by id) from accounts a) || (select string_agg(u::text, ';' order "
        "by id) "
        "from units u) || (select string_agg(s::text, ';' order by id) from standings s) || (select count(*) from "
        "outbox)";
    const auto before = party.database.value(state);
    const std::vector<std::string> known{"name", "language", "kind", "affiliated_to", "role", "email"};
    for (const auto& [verb, path, fields] : routes) {
        for (std::size_t at = 0; at < columns.size();) {
            const auto end = std::min(columns.find(',', at), columns.size());
            const auto column = columns.substr(at, end - at);
            at = end + 1;
            if (std::find(known.begin(), known.end(), column) != known.end()) continue;
            INFO(path << " " << column);
            const auto answer = browser.send(verb, path, "{" + fields + ",\"" + column + "\":1}");
            CHECK(answer.code() == "input.unknown_field");
            CHECK(answer.field() == column);
        }
    }
    CHECK(party.database.value(state) == before);
}
