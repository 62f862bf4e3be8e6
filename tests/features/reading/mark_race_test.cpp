// Marks that are set while their answer goes or their theme is merged: none is left where nobody finds it.
#include <chrono>
#include <future>

#include "features/reading/reading_world.hpp"
#include "storage/answers.hpp"
#include "storage/marks.hpp"
#include "storage/themes.hpp"

using namespace samrad;
using namespace samrad::testing;

namespace {

// Runs `act` while `meanwhile` is open, commits that once the act waits for it or is done, and gives the act's answer.
Answer beside(ReadingWorld& all, storage::Transaction& meanwhile, const std::function<Answer()>& act) {
    auto running = std::async(std::launch::async, act);
    const auto waiting =
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    const auto late = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    const auto done = [&] { return running.wait_for(std::chrono::seconds(0)) == std::future_status::ready; };
    while (!done() && all.world.database.number(waiting) == 0) REQUIRE(std::chrono::steady_clock::now() < late);
    meanwhile.commit();
    return running.get();
}

}  // namespace

TEST_CASE("a mark that meets a withdrawal, or a change of the words, is not stored") {
    ReadingWorld all;
    const auto id = all.answered("Fergene+er+dyre");
    const auto theme = all.theme("Pris");
    {
        storage::Transaction author(all.world.database.pool(), storage::Mode::write);
        auto submission =
            storage::Submission{storage::find_answer(author, AnswerId{std::stoll(id)}).value(), "", "", "", {}};
        submission.answer.content = R"({"boat":["yes"],"why":["Helt andre ord"]})";
        storage::submit_answer(author, submission);
        CHECK(beside(all, author, [&] { return all.mark(all.editor, id, theme, 0, 7); }).code() == "answer.changed");
    }
    storage::Transaction author(all.world.database.pool(), storage::Mode::write);
    storage::withdraw_answer(author, AnswerId{std::stoll(id)});
    CHECK(beside(all, author, [&] { return all.mark(all.editor, id, theme, 0, 5); }).status == 404);
    CHECK(all.world.database.number("select count(*) from marks") == 0);
}

TEST_CASE("a mark that meets the merging of its theme is refused or goes along") {
    ReadingWorld all;
    const auto id = all.answered("Fergene+er+dyre");
    const auto roads = all.theme("Veier"), light = all.theme("Lys"), other = all.theme("Annet");
    {
        storage::Transaction merging(all.world.database.pool(), storage::Mode::write);
        storage::lock_theme(merging, ThemeId{std::stoll(light)});
        storage::merge_theme(merging, ThemeId{std::stoll(light)}, ThemeId{std::stoll(roads)});
        CHECK(beside(all, merging, [&] { return all.mark(all.editor, id, light, 0, 7); }).code() ==
              "mark.theme_unknown");
    }
    storage::Transaction marking(all.world.database.pool(), storage::Mode::write);
    domain::Mark mark;
    mark.answer = AnswerId{std::stoll(id)};
    mark.passage = {"why", 0, 7};
    mark.theme = storage::hold_theme(marking, ThemeId{std::stoll(other)})->id;
    mark.reader = all.editor;
    storage::add_mark(marking, mark, "Fergene");
    CHECK(beside(all, marking, [&] {
              return all.world.signed_in(all.editor)
                  .post("/api/themes/" + other + "/merging", R"({"into":)" + roads + "}");
          }).status == 200);
    CHECK(all.world.database.value("select theme_id from marks") == roads);
}
