// What is begun on an older version: it is carried as the saves in between carried what stood there.
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <thread>

#include "support/party.hpp"

using namespace samrad;
using samrad::testing::Party;

namespace {

struct Discussion {
    Party party;
    std::string process = party.process("public", "discussing", true);
    std::string document = party.document(process, "# Mål\n\nVi vil ha gratis ferge til alle øyer.\n\nOg bedre vei.\n");
    testing::Answer comment(const std::string& anchor) { return party.comment(party.member, document, "Sent", anchor); }
};

}  // namespace

TEST_CASE("A comment begun before its paragraph moved stands where the paragraph went, as one that was there does") {
    Discussion all;
    const std::string anchor = R"({"version":1,"block":"b2","from":10,"to":22})";
    const auto early = all.comment(anchor);
    REQUIRE(early.status == 201);
    REQUIRE(
        all.party
            .save(all.document, 1, "# Mål\n\nOg bedre vei.\n\nTil slutt:\n\nVi vil ha gratis ferge til alle øyer.\n")
            .status == 201);
    REQUIRE(all.party.world.database.value("select moves is not null from versions where number = 2") == "t");
    const auto late = all.comment(anchor);
    CHECK(late.at("comment.anchor.state") == "exact");
    const auto now = all.party.world.browser().get("/api/comments/" + early.at("comment.id"));
    CHECK(late.at("comment.anchor.block") == now.at("comment.anchor.block"));
    CHECK(late.at("comment.anchor.from") == now.at("comment.anchor.from"));
}

TEST_CASE("The steps are read as they were stored, and no version in between is read or compared") {
    Discussion all;
    REQUIRE(all.party.save(all.document, 1, "# Mål\n\nNå vil vi ha gratis ferge til alle øyer.\n\nOg vei.\n").status ==
            201);
    REQUIRE(all.party.save(all.document, 2, "# Mål\n\nSå vil vi ha gratis ferge til alle øyer.\n\nOg vei.\n").status ==
            201);
    all.party.world.database.sql("update versions set markdown = 'Ødelagt.' where number = 2");
    const auto made = all.comment(R"({"version":1,"block":"b2","from":10,"to":22})");
    CHECK(made.at("comment.anchor.state") == "exact");
    CHECK(made.at("comment.anchor.from") == "13");
}

TEST_CASE("A comment that is sent while versions are saved misses none of them") {
    Discussion all;
    std::atomic<bool> saving = true;
    std::jthread writer([&] {
        for (int i = 0; saving || i < 3; ++i) {
            // Beyond what one person may write in a minute some are refused; those that are taken count.
            all.comment(R"({"version":1,"block":"b2","from":10,"to":22})");
        }
    });
    std::string more;
    for (int base = 1; base <= 20; ++base) {
        more += "Igjen. ";
        REQUIRE(all.party
                    .save(all.document, base,
                          "# Mål\n\n" + more + "Vi vil ha gratis ferge til alle øyer.\n\nOg bedre vei.\n")
                    .status == 201);
    }
    saving = false;
    writer.join();
    auto& database = all.party.world.database;
    CHECK(database.number("select count(*) from comments") > 0);
    CHECK(database.value("select count(distinct now_from) from anchors") == "1");
    CHECK(database.value("select min(now_from) from anchors") == "150");
}
