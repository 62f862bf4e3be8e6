#include "features/tallies/tally_actions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "features/consultations/consultation_world.hpp"
#include "features/tallies/tally_routes.hpp"
#include "storage/answer_tallies.hpp"
#include "storage/answers.hpp"

using namespace samrad;
using namespace samrad::testing;

namespace {

struct TallyWorld : ConsultationWorld {
    explicit TallyWorld(const std::string& rules = "") {
        world.add(features::tally_routes());
        id = open(R"(,"once":"unlimited","per_address":1000)" + rules);
    }

    std::string answer_from_public(const std::string& boat, const std::string& more = "") {
        auto browser = world.browser();
        const auto link = begin(browser, id);
        form(browser, link, "page=1&act=next&q.boat=" + boat);
        form(browser, link, "page=2&act=next&q.price=4");
        REQUIRE(form(browser, link + "/submission", "consent=yes" + more).status == 303);
        return link;
    }
    Answer tallies() { return world.signed_in(editor).get("/api/consultations/" + id + "/tallies"); }
    void close() { world.database.sql("update consultations set closes_at = now() - interval '1 hour'"); }
    void renew() { features::renew_tallies(world.database.pool(), now()); }
    Answer public_tallies() { return world.browser().get("/api/consultations/" + id + "/tallies"); }

    std::string id;
};

}  // namespace

TEST_CASE("the tables follow answers that come, change and are withdrawn, summed up or not") {
    TallyWorld all;
    std::string last;
    for (int i = 0; i < 7; ++i) last = all.answer_from_public("yes");
    for (int i = 0; i < 6; ++i) last = all.answer_from_public("no");
    const auto before = all.tallies();
    CHECK(before.at("voices.0") == "public");
    CHECK(before.at("answers.0") == "13");
    CHECK(before.at("tables.0.lines.0.counts.0") == "7");
    CHECK(before.at("tables.0.lines.1.counts.0") == "6");
    all.renew();
    CHECK(all.tallies().body == before.body);
    auto browser = all.world.browser();
    ConsultationWorld::form(browser, last, "page=1&act=next&q.boat=yes");
    REQUIRE(ConsultationWorld::send(browser, last, "consent=yes").status == 303);
    CHECK(all.tallies().at("tables.0.lines.0.counts.0") == "8");
    CHECK(all.tallies().at("tables.0.lines.1.counts.0") == "5");
    REQUIRE(ConsultationWorld::form(browser, last + "/withdrawal", "").status == 200);
    all.renew();
    CHECK(all.tallies().at("answers.0") == "12");
    CHECK(all.tallies().at("tables.0.lines.0.counts.0") == "7");
}

TEST_CASE(
    "nobody but those who read the answers sees how it stands before it is closed, and one answer less is not seen "
    "after") {
    TallyWorld all;
    std::string last;
    for (int i = 0; i < 12; ++i) last = all.answer_from_public("yes");
    all.renew();
    CHECK(all.public_tallies().code() == "tally.not_closed");
    CHECK(all.world.signed_in(all.member).get("/api/consultations/" + all.id + "/tallies").code() ==
          "tally.not_closed");
    all.close();
    all.renew();
    CHECK(all.public_tallies().at("tables.0.lines.0.counts.0") == "12");
    auto browser = all.world.browser();
    REQUIRE(ConsultationWorld::form(browser, last + "/withdrawal", "").status == 200);
    all.renew();
    CHECK(all.public_tallies().at("tables.0.lines.0.counts.0") == "12");
    CHECK(all.tallies().at("tables.0.lines.0.counts.0") == "11");
}

TEST_CASE("where answers are published, the tables tell nothing of one who is alone in not being so") {
    TallyWorld all(R"(,"publishes_answers":true)");
    const auto let_in = [&] { all.world.database.sql("update answers set state = 'submitted' where state = 'held'"); };
    for (int i = 0; i < 5; ++i) all.answer_from_public("yes", "&publish=yes");
    all.answer_from_public("yes");
    let_in();
    CHECK(all.tallies().at("answers.0") == "6");
    CHECK(all.tallies().at("tables.0.lines.0.counts.0") == "6");
    all.close();
    all.renew();
    CHECK(all.public_tallies().at("answers.0") == "null");
    CHECK(all.public_tallies().at("tables.0.lines.0.counts.0") == "null");
    // With four more it may be told; and what is published does not hasten what others are shown.
    all.world.database.sql("update consultations set closes_at = now() + interval '1 hour'");
    for (int i = 0; i < 4; ++i) all.answer_from_public("no");
    for (int i = 0; i < 3; ++i) all.answer_from_public("no", "&publish=yes");
    let_in();
    all.close();
    all.renew();
    CHECK(all.public_tallies().at("answers.0") == "null");
    all.world.database.sql("update consultations set closes_at = now() + interval '1 hour'");
    for (int i = 0; i < 5; ++i) all.answer_from_public("no");
    all.close();
    all.renew();
    CHECK(all.public_tallies().at("answers.0") == "18");
    CHECK(all.public_tallies().at("tables.0.unanswered.0") == "0");
}

TEST_CASE(
    "what was counted stays when the answers are erased on their day, and held ones do not count before they are let "
    "in") {
    TallyWorld all;
    for (int i = 0; i < 6; ++i) all.answer_from_public("yes");
    all.world.database.sql("update answers set state = 'held' where id = (select min(id) from answers)");
    CHECK(all.tallies().at("answers.0") == "5");
    all.world.database.sql(
        "update consultations set opens_at = '2020-01-01', closes_at = '2020-02-01', erases_at = '2020-03-01'");
    {
        storage::Transaction tx(all.world.database.pool(), storage::Mode::write);
        CHECK(storage::erase_due_answers(tx) == 6);
        tx.commit();
    }
    CHECK(all.tallies().at("answers.0") == "5");
}
