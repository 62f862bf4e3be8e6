// Who may do what, as a table: each role at each place, at each stage.
#include "domain/permission/permission.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>

using namespace samrad;
using namespace samrad::domain;

namespace {

// 1 is the party, 2 a county of it, 3 a branch in that county, 4 another county; 9 is another organisation.
const std::vector<UnitId> party{UnitId{1}}, county{UnitId{1}, UnitId{2}}, branch{UnitId{1}, UnitId{2}, UnitId{3}},
    other_county{UnitId{1}, UnitId{4}}, abroad{UnitId{9}};

Actor somebody(std::initializer_list<std::pair<Role, std::vector<UnitId>>> standings) {
    Actor actor;
    actor.account = AccountId{7};
    for (const auto& [role, path] : standings) {
        Standing standing;
        standing.role = role;
        standing.path = path;
        standing.unit = path.back();
        actor.standings.push_back(standing);
    }
    return actor;
}

// A process of the county.
Scope scope(Audience audience, StageKind stage, bool admits = false) {
    Scope where;
    where.unit_path = county;
    where.audience = audience;
    where.named_units = {UnitId{3}};
    where.admits_participants = admits;
    where.stage = stage;
    return where;
}

// What is said for one act: "yes", or the refusal's code.
std::string said(const Actor& actor, Act act, const Scope& where) {
    const auto problem = refuse(actor, act, where);
    return problem ? problem->code : "yes";
}

constexpr StageKind stages[] = {StageKind::preparing, StageKind::reading, StageKind::discussing, StageKind::voting,
                                StageKind::closed};
constexpr Act acts[] = {Act::read, Act::edit, Act::moderate, Act::comment, Act::vote};

const std::map<std::string, Actor> people{
    {"nobody", {}},
    {"participant", somebody({})},
    {"stranger", somebody({{Role::administrator, abroad}, {Role::editor, abroad}, {Role::moderator, abroad}})},
    {"member of the party", somebody({{Role::member, party}})},
    {"member of the county", somebody({{Role::member, county}})},
    {"member of a branch", somebody({{Role::member, branch}})},
    {"member of another county", somebody({{Role::member, other_county}})},
    {"editor of the branch", somebody({{Role::editor, branch}})},
    {"moderator of the branch", somebody({{Role::moderator, branch}})},
    {"administrator of the branch", somebody({{Role::administrator, branch}})},
    {"editor of the party", somebody({{Role::editor, party}})},
    {"editor", somebody({{Role::editor, county}})},
    {"moderator", somebody({{Role::moderator, county}})},
    {"administrator", somebody({{Role::administrator, county}})},
    {"administrator of the party", somebody({{Role::administrator, party}})},
};

bool is_office(const std::string& name) {
    return name == "editor" || name == "moderator" || name == "administrator" || name == "administrator of the party";
}

}  // namespace

TEST_CASE("Each audience reads what is for it, once the process is more than being prepared") {
    const std::map<Audience, std::string> readers{
        {Audience::members,
         "member of the county, member of a branch, editor of the branch, moderator of the branch, "
         "administrator of the branch"},
        {Audience::units,
         "member of a branch, editor of the branch, moderator of the branch, administrator of the "
         "branch"},
    };
    for (const auto audience : {Audience::everybody, Audience::members, Audience::units}) {
        for (const auto stage : stages) {
            for (const auto& [name, actor] : people) {
                INFO(name << ", audience " << int(audience) << ", stage " << int(stage));
                const bool listed = audience == Audience::everybody ||
                                    (", " + readers.at(audience) + ",").find(", " + name + ",") != std::string::npos;
                const bool reads = is_office(name) || (stage != StageKind::preparing && listed);
                CHECK(may(actor, Act::read, scope(audience, stage)) == reads);
            }
        }
    }
}

TEST_CASE("What may not be read is missing, whatever is asked of it") {
    for (const auto audience : {Audience::everybody, Audience::members, Audience::units}) {
        for (const auto stage : stages) {
            for (const auto& [name, actor] : people) {
                if (may(actor, Act::read, scope(audience, stage))) continue;
                for (const auto act : acts) {
                    INFO(name << ", act " << int(act));
                    const auto problem = refuse(actor, act, scope(audience, stage));
                    REQUIRE(problem);
                    CHECK(problem->kind == Kind::missing);
                    CHECK(problem->code == missing().code);
                }
            }
        }
    }
}

TEST_CASE(
    "Editors edit and moderators moderate in their own unit; administrators do both there and below, at every stage") {
    for (const auto stage : stages) {
        const auto where = scope(Audience::everybody, stage);
        for (const auto& [name, actor] : people) {
            if (!may(actor, Act::read, where)) continue;
            INFO(name << ", stage " << int(stage));
            const bool administers = name == "administrator" || name == "administrator of the party";
            const std::string no = name == "nobody" ? "session.required" : "forbidden";
            CHECK(said(actor, Act::edit, where) == (administers || name == "editor" ? "yes" : no));
            CHECK(said(actor, Act::moderate, where) == (administers || name == "moderator" ? "yes" : no));
        }
    }
}

TEST_CASE("The organisation comments while there is discussion or a vote, and participants where they are admitted") {
    for (const auto stage : stages) {
        if (stage == StageKind::preparing) continue;
        const bool open = stage == StageKind::discussing || stage == StageKind::voting;
        for (const bool admits : {false, true}) {
            const auto where = scope(Audience::everybody, stage, admits);
            for (const auto& [name, actor] : people) {
                INFO(name << ", stage " << int(stage) << ", participants " << admits);
                const bool outside = name == "participant" || name == "stranger";
                std::string wanted = outside && !admits ? "comment.members_only" : "yes";
                if (!open) wanted = "comment.stage_closed";
                if (name == "nobody") wanted = "session.required";
                CHECK(said(actor, Act::comment, where) == wanted);
            }
        }
        // Admission is of those who can read at all: it opens no process that is for members.
        CHECK(said(people.at("participant"), Act::comment, scope(Audience::members, stage, true)) == missing().code);
    }
}

TEST_CASE("Nobody votes but at the stage for voting, and nobody without an account") {
    for (const auto stage : stages) {
        if (stage == StageKind::preparing) continue;
        const auto where = scope(Audience::everybody, stage, true);
        for (const auto& [name, actor] : people) {
            INFO(name << ", stage " << int(stage));
            const std::string signed_in = stage == StageKind::voting ? "yes" : "vote.stage_closed";
            CHECK(said(actor, Act::vote, where) == (name == "nobody" ? "session.required" : signed_in));
        }
    }
}

TEST_CASE("Answers to consultations are read by whoever edits or moderates the process, and by nobody else") {
    for (const auto audience : {Audience::everybody, Audience::members, Audience::units}) {
        for (const auto stage : stages) {
            const auto where = scope(audience, stage, true);
            for (const auto& [name, actor] : people) {
                INFO(name << ", stage " << int(stage));
                const bool office = may(actor, Act::edit, where) || may(actor, Act::moderate, where);
                CHECK(may(actor, Act::read_answers, where) == office);
                const auto problem = refuse(actor, Act::read_answers, where);
                if (!may(actor, Act::read, where)) {
                    CHECK(problem->kind == Kind::missing);
                } else if (!office) {
                    CHECK(problem->kind == (name == "nobody" ? Kind::unauthenticated : Kind::forbidden));
                }
            }
        }
    }
    const auto where = scope(Audience::everybody, StageKind::closed);
    CHECK(may(people.at("editor"), Act::read_answers, where));
    CHECK(may(people.at("moderator"), Act::read_answers, where));
    CHECK(may(people.at("administrator of the party"), Act::read_answers, where));
    CHECK_FALSE(may(people.at("administrator of the branch"), Act::read_answers, where));
}

TEST_CASE("Units are administered from above and from within, never from below or beside") {
    const auto administers = [](const char* name, const std::vector<UnitId>& path) {
        return !refuse_administration(people.at(name), path);
    };
    CHECK(administers("administrator", county));
    CHECK(administers("administrator", branch));
    CHECK(administers("administrator of the party", branch));
    CHECK_FALSE(administers("administrator", party));
    CHECK_FALSE(administers("administrator", other_county));
    CHECK_FALSE(administers("administrator of the branch", county));
    CHECK_FALSE(administers("administrator", abroad));
    CHECK_FALSE(administers("editor", county));
    CHECK_FALSE(administers("administrator", {}));
    CHECK(refuse_administration(people.at("nobody"), county)->kind == Kind::unauthenticated);
    CHECK_FALSE(refuse_new_process(people.at("editor"), county));
    CHECK_FALSE(refuse_new_process(people.at("administrator of the party"), branch));
    CHECK(refuse_new_process(people.at("editor"), branch)->kind == Kind::forbidden);
    CHECK(refuse_new_process(people.at("moderator"), county)->kind == Kind::forbidden);
}

TEST_CASE("A process is for a unit exactly where every one of its members reads it") {
    const std::vector<UnitId> units[] = {party, county, branch, other_county, abroad};
    for (const auto audience : {Audience::everybody, Audience::members, Audience::units}) {
        const auto where = scope(audience, StageKind::voting);
        for (const auto& path : units) {
            INFO("audience " << int(audience) << ", unit " << path.back().value);
            CHECK(is_for(where, path) == may(somebody({{Role::member, path}}), Act::read, where));
        }
    }
}

TEST_CASE("Whoever has a standing outside of affiliates is a member among others") {
    auto affiliate = somebody({{Role::member, abroad}});
    affiliate.standings[0].root_kind = UnitKind::affiliate;
    CHECK(group_of(affiliate) == Group::affiliate);
    CHECK(group_of(somebody({})) == Group::participant);
    affiliate.standings.push_back(somebody({{Role::member, branch}}).standings[0]);
    CHECK(group_of(affiliate) == Group::member);
}

TEST_CASE("Somebody's units are named once each, the most local first") {
    const auto who = somebody({{Role::member, party},
                               {Role::member, branch},
                               {Role::editor, branch},
                               {Role::member, other_county},
                               {Role::member, county}});
    CHECK(units_of(who) == std::vector<UnitId>{UnitId{3}, UnitId{2}, UnitId{4}, UnitId{1}});
    CHECK(units_of(somebody({})).empty());
}
