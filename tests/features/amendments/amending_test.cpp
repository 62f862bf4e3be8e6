// Amendments to amendments, through the routes.
#include "features/amendments/voting_meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::VotingMeeting;

namespace {

struct Amending : VotingMeeting {
    Answer draft_on(AccountId who, const std::string& amended, const std::string& markdown) {
        return draft(who, R"({"block":"b3","markdown":")" + markdown + R"("})", R"(,"amends":)" + amended);
    }
    // An amendment to `road` ("Og mye bedre vei.").
    std::string on_road(const std::string& markdown) {
        const auto made = draft_on(party.second, road, markdown);
        INFO(made.body);
        REQUIRE(made.status == 201);
        const auto id = made.at("amendment.id");
        REQUIRE(party.world.signed_in(party.second).post("/api/amendments/" + id + "/submission").status == 200);
        return id;
    }
};

}  // namespace

TEST_CASE("An amendment to an amendment has a number of its own and shows the difference to the words of that one") {
    Amending all;
    const auto blocks = all.party.world.browser().get(all.place + "/versions/1/blocks?amends=" + all.road);
    CHECK(blocks.size("items") == 1);
    CHECK(blocks.at("items.0.markdown") == "Og mye bedre vei.");
    CHECK(blocks.at("items.0.block") == "b3");
    const auto id = all.on_road("Og mye tryggere vei.");
    const auto shown = all.shown(id);
    CHECK(shown.number("amendment.number") == 5);
    CHECK(shown.at("amendment.amends.id") == all.road);
    CHECK(shown.number("amendment.amends.number") == 3);
    CHECK(shown.at("amendment.difference.0.pieces.0.text") == "Og mye ");
    CHECK(shown.at("amendment.difference.0.pieces.1.text") == "bedre");
    CHECK(shown.at("amendment.difference.0.pieces.2.text") == "tryggere");
    CHECK(all.shown(all.road).at("amendment.amended_by.0") == id);
}

TEST_CASE("An amendment to an amendment is not amended itself, nor is a principle, a withdrawn one or a foreign one") {
    Amending all;
    const auto id = all.on_road("Og mye tryggere vei.");
    CHECK(all.draft_on(all.party.member, id, "Vei.").code() == "amendment.amends_one");
    CHECK(all.draft_on(all.party.member, all.principle, "Vei.").code() == "amendment.amended_not_text");
    CHECK(all.draft_on(all.party.member, "999999", "Vei.").code() == "input.not_a_choice");
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + all.road + "/withdrawal").status ==
            200);
    CHECK(all.draft_on(all.party.second, all.road, "Vei.").code() == "amendment.amended_gone");
}

TEST_CASE("It is taken with the amended one alone; the text is that one in its words, and the trace names both") {
    Amending all;
    const auto id = all.on_road("Og mye tryggere vei.");
    const auto alone = all.decide(id, "take");
    CHECK(alone.code() == "amendment.amended_first");
    CHECK(all.decide(all.road + "," + id, "take").status == 200);
    const auto room = all.party.world.signed_in(all.party.editor).get(all.place + "/merge");
    CHECK(room.at("amendments.4.amends") == all.road);
    CHECK(room.at("amendments.4.difference.0.pieces.1.text") == "bedre");
    const auto made = all.make_version();
    INFO(made.body);
    REQUIRE(made.status == 201);
    CHECK(made.number("adopted") == 2);
    CHECK(all.source(2) == "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg mye tryggere vei.\n\n- tog\n");
    CHECK(all.shown(all.road).at("amendment.state") == "adopted");
    CHECK(all.shown(id).at("amendment.state") == "adopted");
    const auto brought = [&](const std::string& by) {
        return all.party.world.database.value(
            "select string_agg(new_from || '-' || new_to, ' ' order by ordinal) from traces where version = 2 and "
            "new_to > new_from and amendments = array[" +
            by + "]::bigint[]");
    };
    // "# Mål", the first paragraph and "Og " are 49 units; "mye " is of the one, "tryggere" of the other.
    CHECK(brought(all.road) == "49-53");
    CHECK(brought(id) == "53-61");
}

TEST_CASE("It falls with the amended one: withdrawn with it, rejected with it") {
    Amending all;
    const auto id = all.on_road("Og mye tryggere vei.");
    SECTION("withdrawn") {
        REQUIRE(
            all.party.world.signed_in(all.party.member).post("/api/amendments/" + all.road + "/withdrawal").status ==
            200);
        CHECK(all.shown(id).at("amendment.state") == "withdrawn");
        CHECK(all.party.world.signed_in(all.party.second).post("/api/amendments/" + id + "/takeover").code() ==
              "amendment.amended_gone");
    }
    SECTION("rejected") {
        REQUIRE(all.party.world.signed_in(all.party.editor)
                    .post("/api/amendments/" + all.road + "/rejection", R"({"reason":"Nei."})")
                    .status == 200);
        CHECK(all.shown(id).at("amendment.state") == "rejected");
    }
    SECTION("left when a version is made") {
        REQUIRE(all.decide(all.cheap, "take").status == 200);
        REQUIRE(all.decide(all.road, "leave").status == 200);
        REQUIRE(all.make_version().status == 201);
        CHECK(all.shown(id).at("amendment.state") == "rejected");
    }
}

TEST_CASE(
    "When the amended words have no place on a new version, neither has what amends them; a rewording asks both") {
    Amending all;
    const auto id = all.on_road("Og mye tryggere vei.");
    REQUIRE(
        all.party.save(all.document, 1, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg dårlig vei.\n\n- tog\n")
            .status == 201);
    CHECK(all.shown(id).at("amendment.carried") == "needs_sponsor");
    REQUIRE(all.party.world.signed_in(all.party.member)
                .post("/api/amendments/" + all.road + "/rewording",
                      R"({"version":2,"changes":[{"block":"b3","markdown":"Og fin vei."}]})")
                .status == 200);
    CHECK(all.shown(id).at("amendment.carried") == "needs_sponsor");
}

TEST_CASE(
    "The meeting votes on it before the amended one; adopted it waits for that one, and falls when that is rejected") {
    Amending all;
    const auto id = all.on_road("Og mye tryggere vei.");
    const auto order = all.order();
    CHECK(order.find(" " + id + " " + all.road) != std::string::npos);
    SECTION("rejected first") {
        REQUIRE(all.enter(all.road, "rejected").status == 200);
        CHECK(all.result_of(id) == "fallen");
    }
    SECTION("adopted, and the amended one too") {
        REQUIRE(all.enter(id, "adopted").status == 200);
        CHECK(all.result_of(all.road) == "");
        CHECK(all.make_version().code() == "merge.nothing_taken");
        REQUIRE(all.enter(all.road, "adopted").status == 200);
        REQUIRE(all.make_version().status == 201);
        CHECK(all.source(2).find("Og mye tryggere vei.") != std::string::npos);
    }
}
