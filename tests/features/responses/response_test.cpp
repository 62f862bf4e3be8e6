// Answering themes: who may, what is refused, and that nobody's text is lost.
#include <thread>

#include "features/responses/response_world.hpp"
#include "features/tallies/tally_routes.hpp"

using namespace samrad;
using namespace samrad::testing;

TEST_CASE("A response is kept revision by revision, and an edit of an older one is refused without loss") {
    ResponseWorld house;
    house.sent("Fergene+er+for+dyre");
    const auto theme = house.theme("Pris");
    house.mark(theme);

    const auto first = house.respond(theme, 0);
    INFO(first.body);
    REQUIRE(first.status == 200);
    CHECK(first.at("revision") == "1");
    CHECK(first.at("complete") == "true");
    const auto stale = house.respond(theme, 0);
    CHECK(stale.status == 409);
    CHECK(stale.code() == "response.stale_base");
    REQUIRE(house.respond(theme, 1).status == 200);
    CHECK(house.respond(theme, 5).status == 409);

    const auto revisions = house.world.signed_in(house.editor).get(house.at + "/responses/" + theme + "/revisions");
    CHECK(revisions.size("items") == 2);
    CHECK(house.world.database.number("select count(*) from audit_trail where act = 'respond'") == 2);
}

TEST_CASE("Of two who save at once one is told that the other was faster") {
    ResponseWorld house;
    const auto theme = house.theme("Pris");
    int stored = 0;
    int refused = 0;
    std::mutex mutex;
    std::vector<std::jthread> all;
    for (int i = 0; i < 4; ++i) {
        all.emplace_back([&] {
            const auto answer = house.respond(theme, 0);
            const std::lock_guard lock(mutex);
            (answer.status == 200 ? stored : refused) += 1;
        });
    }
    all.clear();
    CHECK(stored == 1);
    CHECK(refused == 3);
}

TEST_CASE("What a response names has to be there: its theme, its version, its blocks, its quotes") {
    ResponseWorld house;
    house.sent("Fergene+er+for+dyre", "", true);
    const auto theme = house.theme("Pris");
    const auto other = house.theme("Annet");
    const auto quotable = house.mark(theme);
    const auto elsewhere = house.mark(other);
    house.sent("Hemmelig");
    const auto unwilling = house.mark(theme, 4);
    REQUIRE(house.save(house.document_id, 1, "# Ferger\n\nFergene skal være gratis.\n\nDet koster penger.\n").status ==
            201);

    const auto code = [&](const std::string& more) {
        const auto answer = house.respond(theme, 0, more);
        INFO(more << answer.body);
        return std::to_string(answer.status) + " " + answer.code() + " " + answer.field();
    };
    CHECK(code(R"(,"version":1,"blocks":["b2"])") == "422 response.version_too_old version");
    CHECK(code(R"(,"version":9,"blocks":["b2"])") == "422 response.no_such_version version");
    CHECK(code(R"(,"blocks":["b2"])") == "422 input.missing version");
    CHECK(code(R"(,"version":2,"blocks":["b99"])") == "422 response.no_such_block blocks");
    CHECK(code(R"(,"version":2,"blocks":["'; drop"])") == "422 response.no_such_block blocks");
    CHECK(code(R"(,"quotes":[)" + elsewhere + "]") == "422 response.not_quotable quotes");
    CHECK(code(R"(,"quotes":[)" + unwilling + "]") == "422 response.not_quotable quotes");
    CHECK(code(R"(,"quotes":[999999])") == "422 response.not_quotable quotes");
    CHECK(house.respond("999", 0).status == 404);
    CHECK(house.respond(theme, 0, R"(,"version":2,"blocks":["b2"],"quotes":[)" + quotable + "]").status == 200);

    // A theme of another consultation is not found by this one's address.
    const auto elsewhere_id = house.open();
    CHECK(house.world.signed_in(house.editor)
              .get("/api/consultations/" + elsewhere_id + "/responses/" + theme + "/passages")
              .status == 404);
}

TEST_CASE("Drafts of responses are for who reads the answers; only editors write them") {
    ResponseWorld house;
    const auto theme = house.theme("Pris");
    REQUIRE(house.respond(theme, 0).status == 200);
    const auto body = R"({"base":1,"status":"noted","heard":"h","decided":"d"})";
    for (const auto who : {house.member, house.participant, house.stranger}) {
        auto browser = house.world.signed_in(who);
        CHECK(browser.get(house.at + "/responses").status == 403);
        CHECK(browser.get(house.at + "/responses/" + theme + "/passages").status == 403);
        CHECK(browser.get(house.at + "/responses/" + theme + "/revisions").status == 403);
        CHECK(browser.put(house.at + "/responses/" + theme, body).status == 403);
        CHECK(browser.post(house.at + "/report", R"({"base":0})").status == 403);
        CHECK(browser.get(house.at + "/report").status == 404);
    }
    auto moderator = house.world.signed_in(house.moderator);
    CHECK(moderator.get(house.at + "/responses").status == 200);
    CHECK(moderator.put(house.at + "/responses/" + theme, body).status == 403);
    CHECK(house.world.browser().get(house.at + "/responses").status == 401);
}

TEST_CASE(
    "Until both readers of a sample are done, neither finds the other's marks where themes are answered or counted") {
    ResponseWorld house;
    house.world.add(features::tally_routes());
    const auto theme = house.theme("Pris");
    auto one = house.world.signed_in(house.editor), other = house.world.signed_in(house.moderator);
    const auto sample = house.world.database.value(
        "insert into samples (consultation_id, first_reader, second_reader, created_by) values (" + house.consultation +
        ", " + std::to_string(house.editor.value) + ", " + std::to_string(house.moderator.value) + ", " +
        std::to_string(house.editor.value) + ") returning id");
    for (int i = 0; i < 5; ++i) {
        house.sent("Fergene+er+for+dyre");
        house.mark(theme);
        house.world.database.sql("insert into sample_answers values (" + sample + ", " + house.newest_answer() + ")");
    }
    const auto passages = [&](Browser& reader) {
        return reader.get(house.at + "/responses/" + theme + "/passages").size("items");
    };
    const auto answers = [&](Browser& reader) {
        return reader.get(house.at + "/responses").at("themes.0.answers.public") + " " +
               reader.get(house.at + "/tallies").at("themes.0.counts.0");
    };
    CHECK(passages(one) == 5);
    CHECK(answers(one) == "5 5");
    CHECK(passages(other) == 0);
    CHECK(answers(other) == "0 0");
    // Everybody is told of all of them.
    REQUIRE(house.respond(theme, 0).status == 200);
    REQUIRE(house.publish(0).status == 201);
    CHECK(house.world.browser().get(house.at + "/report").at("themes.0.answers.public") == "5");
    house.world.database.sql("update samples set first_done_at = now(), second_done_at = now()");
    CHECK(passages(other) == 5);
    CHECK(answers(other) == "5 5");
}
