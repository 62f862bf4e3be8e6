// Samråd without sockets: routes, a performer and a database, and browsers that ask them.
//
//     testing::World world;
//     world.add(features::comment_routes());
//     const auto kari = world.person("Kari");
//     world.standing(kari, world.unit("Partiet"), "member");
//     auto browser = world.signed_in(kari);
//     const auto answer = browser.post("/api/documents/1/comments", R"({"text":"Godt"})");
//     CHECK(answer.status == 201);
//     CHECK(answer.at("comment.text") == "Godt");
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "features/limits.hpp"
#include "features/perform.hpp"
#include "http/router.hpp"
#include "support/database.hpp"

namespace samrad::testing {

// What came back. A path names a place in the JSON: "items.0.name".
struct Answer {
    int status = 0;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;

    // Texts as they are, all else as JSON ("12", "null", "[1,2]"); "" where there is no such place.
    std::string at(std::string_view path) const;
    std::int64_t number(std::string_view path) const;  // fails the test where there is no number
    bool has(std::string_view path) const;
    std::size_t size(std::string_view path) const;  // of a list or an object; 0 where there is none
    std::string code() const { return at("problem.code"); }
    std::string field() const { return at("problem.field"); }
    std::string header(std::string_view name) const;  // "" where there is none
};

class World;

// One browser: it keeps the session's cookie and sends what our own pages send.
class Browser {
public:
    Answer get(std::string_view target) const;
    // `key` is an idempotency key.
    Answer post(std::string_view target, std::string_view json = "{}", std::string_view key = {});
    Answer put(std::string_view target, std::string_view json = "{}");
    Answer patch(std::string_view target, std::string_view json = "{}");
    Answer del(std::string_view target);
    Answer send(http::Verb verb, std::string_view target, std::string_view body = {}, std::string_view key = {});

    std::string cookie;                          // the session's token; "" for nobody
    std::string address = "127.0.0.1";           // what the server takes for the client's address
    std::map<std::string, std::string> headers;  // sent with every request; these win over the usual ones

private:
    friend class World;
    explicit Browser(const World& world) : world_(&world) {}
    Answer ask(http::Verb verb, std::string_view target, std::string_view body, std::string_view key) const;
    const World* world_;
};

// The origin of the pages in tests.
inline constexpr std::string_view origin = "https://samrad.example";

class World {
public:
    // A `limit_scale` of 0 is no limits on tries.
    explicit World(double limit_scale = 0);

    void add(std::vector<features::ActionRoute> routes);

    Browser browser() const { return Browser(*this); }
    // A browser with a session of that account, made without a password.
    Browser signed_in(AccountId account);

    // Rows made directly, without the routes. An address of mail is made up where none is given.
    AccountId person(std::string_view name, std::string_view email = {}, std::string_view language = "nb");
    UnitId unit(std::string_view name, std::optional<UnitId> parent = std::nullopt, std::string_view kind = {});
    StandingId standing(AccountId account, UnitId unit, std::string_view role);

    // Statements and single values, straight from the database.
    Database database;
    // Topics announced since the last call, in their order.
    std::vector<live::Topic> announced();

    const http::Router& router() const { return router_; }
    const std::vector<features::ActionRoute>& routes() const { return routes_; }

private:
    features::Limits limits_;
    std::mutex mutex_;
    std::vector<live::Topic> announced_;
    features::Performer performer_;
    std::vector<features::ActionRoute> routes_;
    http::Router router_;
    int made_ = 0;
};

// A text as an SQL literal, for statements that tests write themselves.
std::string literal(std::string_view text);
// A text as a JSON string, quotes included.
std::string json_text(std::string_view text);

}  // namespace samrad::testing
