// Every route of the discussion, asked by everybody, about things they may see and things they may not. The routes come
// from the tables themselves: one that is added is tested, and one with a place in its path that this test cannot fill
// fails.
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <map>

#include "support/party.hpp"

using namespace samrad;
using features::Needs;
using samrad::testing::Party;

namespace {

// The things of one process, by the names that paths give them.
using Things = std::map<std::string, std::string>;

struct Asker {
    const char* name;
    AccountId account;  // 0 is nobody
};

Things things_of(Party& party, const std::string& audience, const std::string& kind) {
    Things things;
    things["process"] = party.process(audience, "discussing", true);
    things["document"] = party.document(things["process"], "KANARI tekst i dokumentet.\n");
    const auto comment = party.comment(party.editor, things["document"], "KANARI i kommentaren");
    REQUIRE(comment.status == 201);
    things["comment"] = comment.at("comment.id");
    const auto ballot =
        party.world.signed_in(party.editor)
            .post(
                "/api/processes/" + things["process"] + "/ballots",
                R"({"question":"KANARI?","kind":"approval","disclosure":"named","results_visible":"always","admits_participants":false,"units":[)" +
                    std::to_string(party.unit.value) + "]}");
    INFO(ballot.body);
    REQUIRE(ballot.status == 201);
    things["ballot"] = ballot.at("id");
    things["version"] = "1";
    things["unit"] = std::to_string(party.unit.value);
    party.world.database.sql("update stages set kind = '" + kind + "' where process_id = " + things["process"]);
    return things;
}

std::string path_of(const std::string& pattern, const Things& things) {
    std::string path;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '{') {
            path += pattern[i];
            continue;
        }
        const auto end = pattern.find('}', i);
        const auto found = things.find(pattern.substr(i + 1, end - i - 1));
        INFO("this test does not know what stands in " << pattern);
        REQUIRE(found != things.end());
        path += found->second;
        i = end;
    }
    return path;
}

bool is_allowed(int status) { return status != 401 && status != 403 && status != 404; }

}  // namespace

TEST_CASE("On every route, in every role: what may not be seen is missing, what may not be done is refused") {
    Party catalogue;
    int cells = 0;
    for (const auto& route : catalogue.world.routes()) {
        if (route.pattern.find('{') == std::string::npos) continue;
        Party party;
        const bool begins_process = route.pattern.starts_with("/api/units/");
        const Asker askers[] = {{"nobody", {}},
                                {"participant", party.participant},
                                {"administrator of another organisation", party.stranger},
                                {"member", party.member},
                                {"moderator", party.moderator},
                                {"editor", party.editor}};
        struct Place {
            const char* name;
            const char* audience;
            const char* kind;
        };
        for (const Place place : {Place{"public", "public", "discussing"}, Place{"members", "members", "discussing"},
                                  Place{"preparing", "public", "preparing"}}) {
            const Things things = things_of(party, place.audience, place.kind);
            for (const auto& asker : askers) {
                auto browser = asker.account ? party.world.signed_in(asker.account) : party.world.browser();
                const auto answer =
                    browser.send(route.verb, path_of(route.pattern, things), route.verb == http::Verb::get ? "" : "{}");
                const std::string who = asker.name;
                const bool office = who == "moderator" || who == "editor";
                const bool sees = office || (std::string(place.name) == "public") ||
                                  (std::string(place.name) == "members" && who == "member");
                const bool is_draft_ballot = route.pattern.find("{ballot}") != std::string::npos;
                INFO(route.pattern << " of a " << place.name << " process as " << who << ": " << answer.status << " "
                                   << answer.body.substr(0, 200));
                ++cells;
                if (!asker.account && route.verb != http::Verb::get) {
                    CHECK(answer.status == 401);
                } else if (begins_process) {
                    CHECK(is_allowed(answer.status) == (who == "editor"));
                } else if (!sees || (is_draft_ballot && who != "editor")) {
                    CHECK(answer.status == 404);
                    CHECK(answer.body.find("KANARI") == std::string::npos);
                } else {
                    switch (route.needs) {
                        case Needs::reader: CHECK(is_allowed(answer.status)); break;
                        case Needs::editor: CHECK(is_allowed(answer.status) == (who == "editor")); break;
                        case Needs::moderator: CHECK(is_allowed(answer.status) == (who == "moderator")); break;
                        case Needs::author:  // the closed stage may be told before whose comment it is
                            CHECK((answer.status == 409 || is_allowed(answer.status) == (who == "editor")));
                            break;
                        case Needs::commenter: CHECK(answer.status != 404); break;
                        case Needs::voter: CHECK(answer.status != 404); break;
                        default: FAIL("a route of the discussion needs more than " << int(route.needs)); break;
                    }
                    if (answer.status == 403) CHECK(answer.body.find("KANARI") == std::string::npos);
                }
            }
        }
    }
    CHECK(cells > 500);
}
