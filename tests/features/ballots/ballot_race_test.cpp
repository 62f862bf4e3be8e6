// Many at once, against a real PostgreSQL: what was acknowledged is counted, and counted once.
#include <atomic>
#include <latch>
#include <thread>

#include "features/ballots/ballot_clock.hpp"
#include "features/ballots/ballot_world.hpp"

using namespace samrad;
using testing::BallotWorld;

namespace {

// Runs the work on so many threads, all released together.
void all_at_once(int threads, const std::function<void(int)>& work) {
    std::latch start(threads);
    std::vector<std::jthread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&, i] {
            start.arrive_and_wait();
            work(i);
        });
    }
}

struct Crowd : BallotWorld {
    explicit Crowd(int size) {
        for (int i = 0; i < size; ++i) {
            const auto voter = person("Velger " + std::to_string(i));
            standing(voter, branch, "member");
            browsers.push_back(signed_in(voter));
        }
    }
    std::vector<testing::Browser> browsers;
};

}  // namespace

TEST_CASE("Eight casts of one voter at once are one vote") {
    Crowd crowd(1);
    const auto ballot = crowd.open();
    std::atomic<int> acknowledged = 0;
    const std::int64_t choices[] = {crowd.choice(ballot, 0), crowd.choice(ballot, 1)};
    all_at_once(8, [&](int i) {
        auto browser = crowd.browsers.front();
        if (browser.put(crowd.path(ballot) + "/vote", crowd.vote(choices[i % 2])).status == 200) ++acknowledged;
    });
    CHECK(acknowledged == 8);
    const auto mine = crowd.browsers.front().get(crowd.path(ballot)).number("mine.choice");
    const auto closed = crowd.close(ballot);
    CHECK(closed.number("turnout.members.voted") == 1);
    CHECK(closed.number("results.members.0.votes") + closed.number("results.members.1.votes") == 1);
    CHECK(closed.number(mine == choices[0] ? "results.members.0.votes" : "results.members.1.votes") == 1);
}

TEST_CASE("Fifty casts that race a closing, twenty times: acknowledged is counted, and all closings agree") {
    constexpr int voters = 50;
    Crowd crowd(voters);
    for (int round = 0; round < 20; ++round) {
        const auto ballot = crowd.open();
        const auto yes = crowd.choice(ballot, 0);
        std::atomic<int> acknowledged = 0, refused = 0, other = 0;
        std::vector<std::string> closings(4);
        auto editor = crowd.signed_in(crowd.editor);
        all_at_once(10, [&](int i) {
            if (i >= 6) {
                auto browser = editor;
                // Each closing comes after another share of the votes.
                for (int wait = 0; wait < 2 * (i - 5); ++wait) browser.get(crowd.path(ballot));
                closings[std::size_t(i - 6)] = browser.post(crowd.path(ballot) + "/closing").at("results");
                return;
            }
            for (int voter = i; voter < voters; voter += 6) {
                const auto status =
                    crowd.browsers[std::size_t(voter)].put(crowd.path(ballot) + "/vote", crowd.vote(yes)).status;
                ++(status == 200 ? acknowledged : status == 409 ? refused : other);
            }
        });
        const auto after = editor.get(crowd.path(ballot));
        CHECK(other == 0);
        CHECK(acknowledged + refused == voters);
        CHECK(after.number("results.members.0.votes") == acknowledged);
        CHECK(after.number("turnout.members.voted") == acknowledged);
        for (const auto& closing : closings) CHECK(closing == after.at("results"));
    }
}

TEST_CASE("Of several openings at once one opens, and the electorate is frozen once") {
    Crowd crowd(5);
    const auto ballot = crowd.draft();
    std::atomic<int> opened = 0, refused = 0;
    auto editor = crowd.signed_in(crowd.editor);
    all_at_once(6, [&](int) {
        auto browser = editor;
        const auto status = browser.post(crowd.path(ballot) + "/opening").status;
        ++(status == 200 ? opened : refused);
    });
    CHECK(opened == 1);
    CHECK(refused == 5);
    CHECK(crowd.database.number("select count(*) from electorate") == 7);
}

TEST_CASE("Three hundred delegates who vote at once are all counted") {
    Crowd crowd(300);
    const auto ballot = crowd.open();
    const std::int64_t choices[] = {crowd.choice(ballot, 0), crowd.choice(ballot, 1), crowd.choice(ballot, 2)};
    std::atomic<int> failed = 0;
    all_at_once(10, [&](int thread) {
        for (std::size_t voter = std::size_t(thread); voter < 300; voter += 10) {
            const auto answer = crowd.browsers[voter].put(crowd.path(ballot) + "/vote", crowd.vote(choices[voter % 3]));
            if (answer.status != 200) ++failed;
        }
    });
    CHECK(failed == 0);
    const auto closed = crowd.close(ballot);
    for (const char* place : {"results.members.0.votes", "results.members.1.votes", "results.members.2.votes"}) {
        CHECK(closed.number(place) == 100);
    }
}

TEST_CASE("Two servers whose clocks come at once open once and close once") {
    Crowd crowd(3);
    const auto ballot = crowd.draft(R"(,"opens":"2020-01-01T00:00:00Z")");
    const auto later = crowd.draft(R"(,"opens":"2100-01-01T00:00:00Z")");
    std::atomic<int> told = 0;
    const auto tick = [&] {
        all_at_once(2, [&](int) {
            features::open_and_close_due(crowd.database.pool(),
                                         [&](const auto& topics) { told += int(topics.size()); });
        });
    };
    tick();
    CHECK(told == 1);
    CHECK(crowd.browser().get(crowd.path(ballot)).at("state") == "open");
    CHECK(crowd.browser().get(crowd.path(ballot)).number("turnout.members.electorate") == 5);
    CHECK(crowd.browser().get(crowd.path(later)).status == 404);
    CHECK(crowd.browsers.front().put(crowd.path(ballot) + "/vote", crowd.vote(crowd.choice(ballot, 0))).status == 200);
    crowd.database.sql("alter table ballots disable trigger user");
    crowd.database.sql("update ballots set closes_at = now() where state = 'open'");
    crowd.database.sql("alter table ballots enable trigger user");
    tick();
    CHECK(told == 2);
    const auto closed = crowd.browser().get(crowd.path(ballot));
    CHECK(closed.at("state") == "closed");
    CHECK(closed.number("results.members.0.votes") == 1);
    tick();
    CHECK(told == 2);
}

TEST_CASE("A ballot whose time has come waits for the stage of voting") {
    BallotWorld world;
    const auto ballot = world.draft(R"(,"opens":"2020-01-01T00:00:00Z")");
    world.set_stage("discussing");
    const auto tick = [&] { features::open_and_close_due(world.database.pool(), [](const auto&) {}); };
    tick();
    CHECK(world.signed_in(world.editor).get(world.path(ballot)).at("state") == "draft");
    world.set_stage("voting");
    tick();
    CHECK(world.signed_in(world.editor).get(world.path(ballot)).at("state") == "open");
}
