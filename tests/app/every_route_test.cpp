// Every route of the server, asked by everybody, about things they may see and things they may not. The routes come
// from the server's own list; each has an entry in who_may.cpp that says who may do it, and one without an entry fails.
// Judged by the status, by canaries in the bodies, and by the database, in which a refused request changes nothing.
#include <catch2/catch_test_macros.hpp>

#include "app/who_may.hpp"

using namespace samrad;
using namespace samrad::testing;
using http::Verb;

namespace {

// Nobody finds words of what they may not see, wherever they look.
void check_canaries(const Answer& answer, Role role) {
    for (const auto& place : places) {
        if (!place.seen_by(role)) CHECK(answer.body.find(place.canary) == std::string::npos);
    }
    const bool moderates = role == moderator || role == administrator;
    if (!moderates) CHECK(answer.body.find(hidden_canary) == std::string::npos);
    if (role != administrator) CHECK(answer.body.find("anne@example.org\",\"conf") == std::string::npos);
}

}  // namespace

TEST_CASE("On every route, in every role: what may not be seen is missing, what may not be done is refused") {
    House house;
    std::vector<Things> all_things;
    for (const auto& place : places) all_things.push_back(house.things_of(place));
    int cells = 0;
    std::set<std::string> asked;
    for (const auto& route : house.world.routes()) {
        const auto name = name_of(route);
        const auto entry = entries().find(name);
        INFO("a route without an entry in this test: " << name);
        REQUIRE(entry != entries().end());
        asked.insert(name);
        const bool writes = route.verb != Verb::get;
        const bool changes_things = writes && route.pattern.find('{') != std::string::npos;
        for (std::size_t i = 0; i < std::size(places); ++i) {
            // What a permitted request may change is made for it alone.
            const Things things = changes_things ? house.things_of(places[i]) : all_things[i];
            const auto before = house.fingerprint();
            bool untouched = true;
            for (const Role role : roles) {
                const auto path = house.filled(route.pattern + entry->second.query, things);
                REQUIRE(path.find('{') == std::string::npos);
                auto browser = house.as(role);
                const auto answer =
                    browser.send(route.verb, path, writes ? house.filled(entry->second.body, things) : "");
                INFO(name << " of a " << places[i].name << " process as " << role_names[role] << ": " << answer.status
                          << " " << answer.body.substr(0, 300));
                const auto wanted = expected(entry->second.rule, writes, role, places[i]);
                CHECK(fits(wanted, answer.status));
                check_canaries(answer, role);
                ++cells;
                if (!wanted.contains(0) && writes && untouched) CHECK(house.fingerprint() == before);
                if (wanted.contains(0)) untouched = false;
            }
        }
    }
    for (const auto& [name, entry] : entries()) {
        INFO("this test knows a route that the server does not: " << name);
        CHECK(asked.contains(name));
    }
    CHECK(cells > 2000);
}

TEST_CASE("A hidden comment's words and reason reach no other reader, through whatever route it is asked for") {
    House house;
    auto things = house.things_of(places[0]);
    things["comment"] = things["hidden"];
    int reads = 0;
    for (const auto& route : house.world.routes()) {
        if (route.verb != Verb::get) continue;
        for (const Role role : roles) {
            const auto answer = house.as(role).get(house.filled(route.pattern, things));
            INFO(name_of(route) << " as " << role_names[role] << ": " << answer.status);
            CHECK(answer.status < 500);
            check_canaries(answer, role);
            ++reads;
        }
    }
    CHECK(reads > 200);
}

TEST_CASE("An id that does not exist is answered as one that may not be seen") {
    House house;
    const auto things = house.things_of(places[1]);
    Things none = things;
    for (const char* name : {"process", "document", "comment", "ballot", "amendment", "recommendation", "consultation",
                             "answer", "theme", "mark", "sample", "redaction"})
        none[name] = "987654321";
    for (const auto& route : house.world.routes()) {
        if (house.filled(route.pattern, things) == house.filled(route.pattern, none)) continue;
        const auto entry = entries().at(name_of(route));
        const std::string body = route.verb == Verb::get ? "" : house.filled(entry.body, things);
        auto browser = house.as(participant);
        const auto hidden = browser.send(route.verb, house.filled(route.pattern, things), body);
        const auto unknown = browser.send(route.verb, house.filled(route.pattern, none), body);
        INFO(name_of(route) << ": " << hidden.body.substr(0, 200));
        CHECK(hidden.status == unknown.status);
        if (hidden.status == 404 && route.pattern.starts_with("/api/")) {
            CHECK(hidden.body == unknown.body);
            CHECK(hidden.headers == unknown.headers);
        }
    }
}
