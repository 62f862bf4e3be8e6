// Amendments while versions are made: nobody's is forgotten, decided twice or taken after it was withdrawn.
#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <thread>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Meeting;
using samrad::testing::quoted;

TEST_CASE("Drafts and amendments that are written while versions are saved all stand on the newest version") {
    Meeting all;
    const std::string place = all.place;
    auto editor = all.party.world.signed_in(all.party.editor);
    auto member = all.party.world.signed_in(all.party.member);
    std::atomic<bool> saving = true;
    std::atomic<int> submitted = 0;
    std::jthread writer([&] {
        for (int i = 0; saving || i < 5; ++i) {
            const auto made =
                member.post(place + "/amendments", R"({"version":1,"changes":[{"after":"b3","markdown":"Nr )" +
                                                       std::to_string(i) + R"(."}]})");
            if (made.status != 201) continue;
            const auto sent = member.post("/api/amendments/" + made.at("amendment.id") + "/submission");
            if (sent.status == 200) ++submitted;
        }
    });
    for (int base = 1; base <= 25; ++base) {
        const auto text = "# Mål\n\nVi vil ha gratis ferge nummer " + std::to_string(base) +
                          ". Maten er god.\n\nOg bedre vei.\n\n- tog\n";
        REQUIRE(editor
                    .post(place + "/versions",
                          R"({"base":)" + std::to_string(base) + R"(,"markdown":)" + quoted(text) + "}")
                    .status == 201);
    }
    saving = false;
    writer.join();
    CHECK(submitted > 0);
    CHECK(all.party.world.database.value("select count(*) from amendments where now_version <> 26") == "0");
    CHECK(all.party.world.database.value("select count(*) from amendments where carried <> 'clean'") == "0");
    CHECK(all.party.world.database.value("select count(distinct number) from amendments where state = 'submitted'") ==
          std::to_string(submitted.load()));
}

TEST_CASE("A version that is saved in the middle of writing a draft carries the draft") {
    Meeting all;
    auto& database = all.party.world.database;
    // Holds the draft between what it has read and what it stores, so that the save comes in between if it can.
    database.sql(
        "create function hold() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return new; end "
        "$$");
    database.sql("create trigger hold before insert on amendments for each row execute function hold()");
    std::jthread writer([&] { all.draft(all.party.member, R"({"block":"b3","markdown":"Og mye bedre vei."})"); });
    const auto drafts_held =
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
    const auto late = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (database.value(drafts_held) == "0") REQUIRE(std::chrono::steady_clock::now() < late);
    REQUIRE(all.party.save(all.document, 1, "# Mål\n\nVi vil ha billig ferge.\n\nOg bedre vei.\n\n- tog\n").status ==
            201);
    writer.join();
    CHECK(database.value("select now_version from amendments") == "2");
}

TEST_CASE("An amendment that is withdrawn while a version is made was either taken before, or is not in it") {
    for (int round = 0; round < 15; ++round) {
        Meeting all;
        const auto kept = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
        const auto leaving = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
        REQUIRE(all.decide(kept + "," + leaving, "take").status == 200);
        auto member = all.party.world.signed_in(all.party.member);
        int withdrawn = 0;
        std::jthread sponsor([&] { withdrawn = member.post("/api/amendments/" + leaving + "/withdrawal").status; });
        REQUIRE(all.make_version().status == 201);
        sponsor.join();
        const bool is_in = all.source(2).find("billig") != std::string::npos;
        CHECK((withdrawn == 200) == !is_in);
        CHECK(all.shown(leaving).at("amendment.state") == (is_in ? "adopted" : "withdrawn"));
    }
}

TEST_CASE("In the merge room a draft, another document's amendment and none at all are answered alike") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto draft = all.draft(all.party.member, R"({"block":"b2","markdown":"x"})").at("amendment.id");
    const auto wanted = all.decide("987654", "leave");
    CHECK(wanted.status == 422);
    CHECK(all.decide(id + "," + draft, "leave").body == wanted.body);
    all.document = all.party.document(all.process, "Noe annet.\n");
    all.place = "/api/documents/" + all.document;
    CHECK(all.decide(id, "leave").body == wanted.body);
}

TEST_CASE("Text that is written by hand with foreign line ends is the text of the version and of its change") {
    Meeting all;
    const auto narrow = all.submitted(all.party.member, "b3", "Og smal vei.");
    const auto wide = all.submitted(all.party.second, "b3", "Og bred vei.");
    REQUIRE(all.decide(narrow + "," + wide, "take").status == 200);
    REQUIRE(all.settle(R"("bred,\r\nsmal")").status == 200);
    REQUIRE(all.make_version().status == 201);
    CHECK(all.source(2) == "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg bred,\nsmal vei.\n\n- tog\n");
    CHECK(all.party.world.browser().get(all.place + "/origin?block=b3").size("chain") == 2);
}
