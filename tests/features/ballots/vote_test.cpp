// Voting, and what everybody is told of it.
#include <boost/json.hpp>
#include <regex>

#include "features/ballots/ballot_json.hpp"
#include "features/ballots/ballot_world.hpp"

using namespace samrad;
using testing::BallotWorld;

namespace {

std::string event_of(BallotWorld& world, std::int64_t ballot) {
    storage::Transaction tx(world.database.pool(), storage::Mode::read);
    return boost::json::serialize(features::ballot_event(tx, BallotId{ballot}));
}

// Without the number of the last event: that somebody has voted anew is an event, and how is not.
std::string without_event(const std::string& body) {
    static const std::regex number(R"(,"last_event":\d+)");
    return std::regex_replace(body, number, "");
}

}  // namespace

TEST_CASE("A member votes, changes the vote, and the last one counts once") {
    BallotWorld world;
    const auto ballot = world.open();
    const auto first = world.cast(world.kari, ballot, 0);
    CHECK(first.status == 200);
    CHECK(first.at("mine.entitled") == "members");
    CHECK(first.number("mine.choice") == world.choice(ballot, 0));
    CHECK(first.number("turnout.members.voted") == 1);
    const auto second = world.cast(world.kari, ballot, 1);
    CHECK(second.number("mine.choice") == world.choice(ballot, 1));
    CHECK(second.number("turnout.members.voted") == 1);
    const auto closed = world.close(ballot);
    CHECK(closed.number("results.members.0.votes") == 0);
    CHECK(closed.number("results.members.1.votes") == 1);
    CHECK(world.database.number("select count(*) from votes") == 2);
}

TEST_CASE("The same vote again is the same vote, and nothing new is told") {
    BallotWorld world;
    const auto ballot = world.open();
    world.cast(world.kari, ballot, 0);
    world.announced();
    CHECK(world.cast(world.kari, ballot, 0).status == 200);
    CHECK(world.announced().empty());
    CHECK(world.database.number("select count(*) from votes") == 1);
}

TEST_CASE("Who is not in the frozen electorate cannot vote, whoever joins or leaves later") {
    BallotWorld world;
    const auto ballot = world.open();
    CHECK(world.cast(world.nils, ballot, 0).code() == "vote.not_entitled");
    CHECK(world.cast(world.guest, ballot, 0).status == 403);
    CHECK(world.browser().put(world.path(ballot) + "/vote", R"({"choice":1})").status == 401);
    const auto late = world.person("Sen Innmelding");
    world.standing(late, world.branch, "member");
    CHECK(world.cast(late, ballot, 0).code() == "vote.not_entitled");
    world.database.sql("update standings set ends_at = now() where account_id = " + std::to_string(world.ola.value));
    CHECK(world.cast(world.ola, ballot, 0).status == 200);
    CHECK(world.database.number("select count(*) from votes") == 1);
}

TEST_CASE("Somebody with standings in several chosen units is one elector") {
    BallotWorld world;
    world.standing(world.kari, world.other_branch, "member");
    world.standing(world.kari, world.branch, "editor");
    auto editor = world.signed_in(world.editor);
    const auto ballot = world.draft();
    editor.patch(world.path(ballot),
                 "{\"units\":[" + std::to_string(world.party.value) + "," + std::to_string(world.branch.value) + "]}");
    CHECK(editor.post(world.path(ballot) + "/opening").number("turnout.members.electorate") == 4);
}

TEST_CASE("Participants are admitted only where the rules say so, and are counted apart") {
    BallotWorld world;
    const auto ballot = world.open(R"(,"admits_participants":true)");
    CHECK(world.cast(world.kari, ballot, 0).status == 200);
    const auto guest = world.cast(world.guest, ballot, 1);
    CHECK(guest.status == 200);
    CHECK(guest.at("mine.entitled") == "participants");
    CHECK(guest.number("turnout.members.voted") == 1);
    CHECK(guest.number("turnout.participants.voted") == 1);
    const auto late = world.person("Kom etterpå");
    world.database.sql("update accounts set confirmed_at = now() + interval '1 second' where id = " +
                       std::to_string(late.value));
    CHECK(world.cast(late, ballot, 1).code() == "vote.not_entitled");
    const auto closed = world.close(ballot);
    CHECK(closed.number("results.members.0.votes") == 1);
    CHECK(closed.number("results.members.1.votes") == 0);
    CHECK(closed.number("results.participants.0.votes") == 0);
    CHECK(closed.number("results.participants.1.votes") == 1);
}

TEST_CASE("A choice of another ballot, or of none, is refused") {
    BallotWorld world;
    const auto ballot = world.open();
    const auto other = world.open();
    auto kari = world.signed_in(world.kari);
    for (const auto& body : {world.vote(world.choice(other, 0)), world.vote(999999)}) {
        const auto answer = kari.put(world.path(ballot) + "/vote", body);
        CHECK(answer.status == 422);
        CHECK(answer.field() == "choice");
    }
    for (const char* body : {"{}", R"({"choice":-1})", R"({"choice":0})", R"({"choice":1e99})", R"({"choice":1.5})",
                             R"({"choice":"1"})", R"({"choice":[1,2]})", R"({"choice":1,"weight":1000})"}) {
        CHECK(kari.put(world.path(ballot) + "/vote", body).status == 422);
    }
    CHECK(world.database.number("select count(*) from votes") == 0);
}

TEST_CASE("A vote after the closing time is refused, also before the clock has closed the ballot") {
    BallotWorld world;
    const auto ballot = world.draft();
    world.database.sql("alter table ballots disable trigger user");
    world.database.sql("update ballots set state = 'open', opened_at = now() - interval '1 hour', closes_at = now()");
    world.database.sql("alter table electorate disable trigger user");
    world.database.sql("insert into electorate values (" + std::to_string(ballot) + ", " +
                       std::to_string(world.kari.value) + ")");
    world.database.sql("alter table ballots enable trigger user");
    const auto answer = world.cast(world.kari, ballot, 0);
    CHECK(answer.status == 409);
    CHECK(answer.code() == "ballot.not_open");
    CHECK(world.signed_in(world.kari).get(world.path(ballot)).at("may.vote") == "false");
}

TEST_CASE("A vote after the close is refused, and outside the stage for voting too") {
    BallotWorld world;
    const auto ballot = world.open();
    world.set_stage("discussing");
    CHECK(world.cast(world.kari, ballot, 0).code() == "vote.stage_closed");
    world.set_stage("voting");
    CHECK(world.cast(world.kari, ballot, 0).status == 200);
    const auto closed = world.close(ballot);
    CHECK(world.cast(world.ola, ballot, 0).code() == "ballot.not_open");
    CHECK(without_event(world.signed_in(world.editor).get(world.path(ballot)).body) == closed.body);
}

TEST_CASE("No route tells a result before the close, in any role") {
    BallotWorld world;
    const auto ballot = world.open(R"(,"disclosure":"named","admits_participants":true)");
    const auto process = "/api/processes/" + std::to_string(world.process);
    // Two worlds of votes that only differ in what was voted look the same to everybody but the voters.
    const auto seen = [&](AccountId who) {
        auto browser = who ? world.signed_in(who) : world.browser();
        const auto one = browser.get(world.path(ballot));
        CHECK(one.at("results") == "null");
        CHECK(one.at("votes") == "null");
        const auto all = browser.get(process);
        CHECK(all.at("ballots.0.results") == "null");
        CHECK_FALSE(all.has("ballots.0.votes"));
        return without_event(one.body + all.body);
    };
    world.cast(world.kari, ballot, 0);
    const std::vector<AccountId> others{AccountId{}, world.guest, world.nils, world.ola, world.editor};
    std::vector<std::string> before;
    for (const auto who : others) before.push_back(seen(who));
    const auto event = event_of(world, ballot);
    CHECK(event.find("\"results\":null") != std::string::npos);
    world.cast(world.kari, ballot, 1);
    for (std::size_t i = 0; i < others.size(); ++i) CHECK(seen(others[i]) == before[i]);
    CHECK(event_of(world, ballot) == event);
    CHECK(world.signed_in(world.kari).get(world.path(ballot)).at("results") == "null");
}

TEST_CASE("Where the rules say always, the running result is what the tally will say") {
    BallotWorld world;
    const auto ballot = world.open(R"(,"results_visible":"always","admits_participants":true)");
    world.cast(world.kari, ballot, 0);
    world.cast(world.kari, ballot, 2);
    world.cast(world.ola, ballot, 2);
    world.cast(world.guest, ballot, 1);
    const auto running = world.browser().get(world.path(ballot)).at("results");
    CHECK(running != "null");
    CHECK(world.close(ballot).at("results") == running);
}

TEST_CASE("A ballot by name tells who voted what after the close, in reply alone and not in events") {
    BallotWorld world;
    const auto ballot = world.open(R"(,"disclosure":"named")");
    world.cast(world.kari, ballot, 0);
    world.cast(world.ola, ballot, 1);
    world.close(ballot);
    const auto answer = world.browser().get(world.path(ballot));
    CHECK(answer.size("votes") == 2);
    CHECK(answer.at("votes.0.person.name") == "Kari Medlem");
    CHECK(answer.number("votes.0.choice") == world.choice(ballot, 0));
    CHECK(event_of(world, ballot).find("Kari") == std::string::npos);
}

TEST_CASE("A ballot of results alone never tells who voted what, also not to editors after the close") {
    BallotWorld world;
    const auto ballot = world.open();
    world.cast(world.kari, ballot, 0);
    world.close(ballot);
    const auto answer = world.signed_in(world.editor).get(world.path(ballot));
    CHECK(answer.at("votes") == "null");
    CHECK(answer.body.find("Kari") == std::string::npos);
    CHECK(event_of(world, ballot).find("Kari") == std::string::npos);
}

TEST_CASE("Every vote is told to the process and to the document, drafts to nobody") {
    BallotWorld world;
    world.database.sql("insert into documents (process_id, title, created_by) values (" +
                       std::to_string(world.process) + ", 'Program', " + std::to_string(world.editor.value) + ")");
    const auto document = world.database.number("select max(id) from documents");
    const std::vector<live::Topic> both{"process:" + std::to_string(world.process),
                                        "document:" + std::to_string(document)};
    const auto ballot = world.draft(",\"document\":" + std::to_string(document));
    CHECK(world.announced().empty());
    CHECK(event_of(world, ballot) == "{}");
    world.signed_in(world.editor).post(world.path(ballot) + "/opening");
    CHECK(world.announced() == both);
    world.cast(world.kari, ballot, 0);
    CHECK(world.announced() == both);
    world.close(ballot);
    CHECK(world.announced() == both);
}

TEST_CASE("Who tries too often is told when to come back") {
    BallotWorld world(1);
    const auto ballot = world.open();
    auto kari = world.signed_in(world.kari);
    testing::Answer last;
    for (int i = 0; i < 40; ++i) last = kari.put(world.path(ballot) + "/vote", world.vote(world.choice(ballot, i % 3)));
    CHECK(last.status == 429);
    CHECK(!last.header("retry-after").empty());
}

TEST_CASE("A process and its ballots say from which event on to listen for the next vote") {
    BallotWorld world;
    const auto ballot = world.open();
    const auto last = [&](const std::string& path) { return world.browser().get(path).number("last_event"); };
    const auto process = "/api/processes/" + std::to_string(world.process);
    const auto before = last(process);
    CHECK(last(BallotWorld::path(ballot)) == before);
    world.cast(world.kari, ballot, 0);
    CHECK(last(process) == before + 1);
    CHECK(last(BallotWorld::path(ballot)) == before + 1);
}
