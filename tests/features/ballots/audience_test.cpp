// A ballot's electors can read what they vote on.
#include <set>

#include "features/ballots/ballot_clock.hpp"
#include "features/ballots/ballot_world.hpp"

using namespace samrad;
using testing::BallotWorld;

namespace {

std::string with_units(std::initializer_list<UnitId> units) {
    std::string list;
    for (const auto unit : units) list += (list.empty() ? "" : ",") + std::to_string(unit.value);
    return R"({"question":"Vedtas?","kind":"approval","disclosure":"named","units":[)" + list + "]}";
}

testing::Answer draft(BallotWorld& world, std::int64_t process, std::initializer_list<UnitId> units) {
    return world.signed_in(world.editor)
        .post("/api/processes/" + std::to_string(process) + "/ballots", with_units(units));
}

void name_units(BallotWorld& world, std::int64_t process, std::initializer_list<UnitId> units) {
    for (const auto unit : units) {
        world.database.sql("insert into process_units (process_id, unit_id) values (" + std::to_string(process) + ", " +
                           std::to_string(unit.value) + ")");
    }
}

void check_outside(const testing::Answer& answer) {
    INFO(answer.body);
    CHECK(answer.status == 422);
    CHECK(answer.code() == "ballot.units_outside_audience");
    CHECK(answer.field() == "units");
}

}  // namespace

TEST_CASE("A ballot of a unit whose members cannot read the process is refused when it is drafted or changed") {
    BallotWorld world;
    const auto league = world.unit("Et forbund", std::nullopt, "affiliate");
    const auto inside = world.add_process("members");
    CHECK(draft(world, inside, {world.party}).status == 201);
    const auto made = draft(world, inside, {world.branch, world.other_branch});
    CHECK(made.status == 201);
    check_outside(draft(world, inside, {league}));
    check_outside(draft(world, inside, {world.branch, league}));
    check_outside(world.signed_in(world.editor)
                      .patch("/api/ballots/" + made.at("id"), "{\"units\":[" + std::to_string(league.value) + "]}"));

    const auto named = world.add_process("units");
    name_units(world, named, {world.branch, league});
    CHECK(draft(world, named, {world.branch}).status == 201);
    CHECK(draft(world, named, {world.branch, league}).status == 201);
    check_outside(draft(world, named, {world.other_branch}));
    check_outside(draft(world, named, {world.party}));  // the party is more than the branch

    CHECK(draft(world, world.process, {league}).status == 201);  // everybody reads a public process
}

TEST_CASE("A ballot whose units fell out of the audience is not opened, by hand or by the clock") {
    BallotWorld world;
    const auto named = world.add_process("units");
    name_units(world, named, {world.branch});
    const auto ballot = draft(world, named, {world.branch}).at("id");
    world.database.sql("update process_units set unit_id = " + std::to_string(world.other_branch.value));
    auto editor = world.signed_in(world.editor);
    check_outside(editor.post("/api/ballots/" + ballot + "/opening"));
    world.database.sql("update ballots set opens_at = now() - interval '1 minute' where id = " + ballot);
    features::open_and_close_due(world.database.pool(), [](const auto&) {});
    CHECK(editor.get("/api/ballots/" + ballot).at("state") == "draft");
    world.database.sql("update process_units set unit_id = " + std::to_string(world.branch.value));
    features::open_and_close_due(world.database.pool(), [](const auto&) {});
    CHECK(editor.get("/api/ballots/" + ballot).at("state") == "open");
    CHECK(world.cast(world.kari, std::stoll(ballot), 0).status == 200);
}

TEST_CASE("While a ballot is open, its process stays open to its electors") {
    BallotWorld world;
    const auto process = "/api/processes/" + std::to_string(world.process);
    auto editor = world.signed_in(world.editor);
    const auto league = world.unit("Et forbund", std::nullopt, "affiliate");
    const auto ballot = draft(world, world.process, {league, world.branch}).at("id");
    const std::string narrow = R"({"audience":"members"})";
    CHECK(editor.patch(process, narrow).status == 200);  // a draft is held against it at its opening
    CHECK(editor.patch(process, R"({"audience":"public"})").status == 200);
    CHECK(editor.post("/api/ballots/" + ballot + "/opening").status == 200);
    const auto branch_only = R"({"audience":"units","units":[)" + std::to_string(world.branch.value) + "]}";
    for (const auto& body : {narrow, branch_only}) {
        const auto refused = editor.patch(process, body);
        CHECK(refused.status == 409);
        CHECK(refused.code() == "process.ballot_open");
        CHECK(editor.get(process).at("audience") == "public");
    }
    CHECK(editor.patch(process, R"({"title":"Nytt navn"})").status == 200);
    CHECK(editor.post("/api/ballots/" + ballot + "/closing").status == 200);
    CHECK(editor.patch(process, narrow).status == 200);
}

TEST_CASE("Every named vote is in a list of pages, once, also where there are more than a ballot tells itself") {
    BallotWorld world;
    world.database.sql(
        "insert into accounts (name, email, confirmed_at) select 'Velger ' || n, 'v' || n || '@example.org', now() "
        "from generate_series(1, 1100) n; "
        "insert into standings (account_id, unit_id, role, starts_at) select id, " +
        std::to_string(world.branch.value) +
        ", 'member', now() - interval '1 day' from accounts where name like 'Velger %'");
    const auto ballot = world.open(R"(,"disclosure":"named")");
    const auto path = BallotWorld::path(ballot);
    world.database.sql("insert into votes (ballot_id, account_id, turn, electorate, choice_id, at) select " +
                       std::to_string(ballot) + ", account_id, 1, 'members', " +
                       std::to_string(world.choice(ballot, 0)) +
                       ", now() from electorate; update ballots set voted_members = electorate_size");
    auto reader = world.browser();
    CHECK(reader.get(path + "/votes").code() == "ballot.votes_not_told");  // not before the close
    world.close(ballot);
    const auto told = reader.get(path);
    CHECK(told.size("votes") == 1000);
    CHECK(told.at("more_votes") == "true");
    std::set<std::string> voters;
    std::size_t listed = 0;
    std::string after;
    for (int page = 0; page < 50 && after != "null"; ++page) {
        const auto answer = reader.get(path + "/votes?limit=100" + (after.empty() ? "" : "&after=" + after));
        REQUIRE(answer.status == 200);
        for (std::size_t i = 0; i < answer.size("items"); ++i, ++listed) {
            voters.insert(answer.at("items." + std::to_string(i) + ".person.id"));
        }
        after = answer.at("next");
    }
    CHECK(listed == std::size_t(world.database.number("select count(*) from electorate")));
    CHECK(voters.size() == listed);
}

TEST_CASE("Where only the result is told, no list of votes is, to nobody and at no time") {
    BallotWorld world;
    const auto ballot = world.open(R"(,"results_visible":"always")");
    world.cast(world.kari, ballot, 0);
    for (const auto who : {world.editor, world.kari, world.guest}) {
        CHECK(world.signed_in(who).get(BallotWorld::path(ballot) + "/votes").status == 403);
    }
    world.close(ballot);
    const auto told = world.signed_in(world.editor).get(BallotWorld::path(ballot));
    CHECK(told.at("votes") == "null");
    CHECK(world.signed_in(world.editor).get(BallotWorld::path(ballot) + "/votes").status == 403);
}
