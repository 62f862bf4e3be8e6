// A party with a process at the stage of voting, for the tests of ballots.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/world.hpp"

namespace samrad::testing {

struct BallotWorld : World {
    explicit BallotWorld(double limit_scale = 0);

    // A process at the stage of voting.
    std::int64_t add_process(const std::string& audience) {
        database.sql("insert into processes (unit_id, title, audience, admits_participants, created_by) values (" +
                     std::to_string(party.value) + ", 'Programmet', '" + audience + "', true, " +
                     std::to_string(editor.value) + ")");
        const auto id = database.number("select max(id) from processes");
        database.sql("insert into stages (process_id, ordinal, title, kind, starts_at) values (" + std::to_string(id) +
                     ", 1, 'Avstemning', 'voting', now() - interval '1 hour')");
        return id;
    }
    void set_stage(const std::string& kind) { database.sql("update stages set kind = '" + kind + "'"); }

    // `more` is further fields, each with a comma before it; they may not repeat those here.
    std::string approval(const std::string& more = "") const {
        return R"({"question":"Skal programmet vedtas?","kind":"approval","units":[)" + std::to_string(branch.value) +
               "]" + (more.find("disclosure") == std::string::npos ? R"(,"disclosure":"result_only")" : "") + more +
               "}";
    }
    std::int64_t draft(const std::string& more = "") {
        const auto answer =
            signed_in(editor).post("/api/processes/" + std::to_string(process) + "/ballots", approval(more));
        REQUIRE(answer.status == 201);
        return answer.number("id");
    }
    std::int64_t open(const std::string& more = "") {
        const auto ballot = draft(more);
        REQUIRE(signed_in(editor).post(path(ballot) + "/opening").status == 200);
        return ballot;
    }
    static std::string path(std::int64_t ballot) { return "/api/ballots/" + std::to_string(ballot); }
    static std::string vote(std::int64_t choice) { return "{\"choice\":" + std::to_string(choice) + "}"; }

    // The id of a choice by its place, from 0: of an approval for, against, abstain.
    std::int64_t choice(std::int64_t ballot, int place) {
        return database.number("select id from choices where ballot_id = " + std::to_string(ballot) +
                               " order by ordinal offset " + std::to_string(place) + " limit 1");
    }
    Answer cast(AccountId who, std::int64_t ballot, int place) {
        return signed_in(who).put(path(ballot) + "/vote", vote(choice(ballot, place)));
    }
    Answer close(std::int64_t ballot) { return signed_in(editor).post(path(ballot) + "/closing"); }

    UnitId party, branch, other_branch;
    AccountId editor, kari, ola, nils, guest;
    std::int64_t process = 0;
};

}  // namespace samrad::testing
