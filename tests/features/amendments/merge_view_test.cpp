// Who sees the merge room, and how much of it.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Meeting;

TEST_CASE("Readers see the merge room where the committee lets them, and decide nothing in it") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    auto member = all.party.world.signed_in(all.party.member);
    auto editor = all.party.world.signed_in(all.party.editor);
    CHECK(member.get(all.place + "/merge").status == 403);
    CHECK(member.patch(all.place, R"({"merge_followed":true})").status == 403);
    REQUIRE(editor.patch(all.place, R"({"merge_followed":true})").at("merge_followed") == "true");
    CHECK(member.get(all.place + "/merge").at("amendments.0.id") == id);
    CHECK(all.party.world.browser().get(all.place + "/merge").status == 200);
    const auto decision = R"({"version":1,"decision":"take","amendments":[{"id":)" + id + R"(,"expected":"open"}]})";
    CHECK(member.post(all.place + "/merge/decisions", decision).status == 403);
    REQUIRE(editor.patch(all.place, R"({"merge_followed":false})").status == 200);
    CHECK(member.get(all.place + "/merge").status == 403);
}

TEST_CASE("A change of the title leaves alone who may follow the merge") {
    Meeting all;
    auto editor = all.party.world.signed_in(all.party.editor);
    REQUIRE(editor.patch(all.place, R"({"merge_followed":true})").status == 200);
    CHECK(editor.patch(all.place, R"({"title":"Nytt navn"})").at("merge_followed") == "true");
    CHECK(editor.get(all.place).at("title") == "Nytt navn");
}

TEST_CASE("A chapter of the merge room has its own amendments and says how it stands with the whole") {
    Meeting all;
    const auto food = all.submitted(all.party.member, "b2", "Vi vil ha gratis ferge. Maten er dyr.");
    const auto taste = all.submitted(all.party.second, "b2", "Vi vil ha gratis ferge. Maten er fæl.");
    const auto road = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    REQUIRE(all.decide(food + "," + taste + "," + road, "take").status == 200);
    auto editor = all.party.world.signed_in(all.party.editor);
    const auto line = editor.get("/api/amendments/" + road).at("amendment.line_from");
    const auto part = editor.get(all.place + "/merge?from=" + line + "&to=" + line);
    CHECK(part.size("amendments") == 1);
    CHECK(part.at("amendments.0.id") == road);
    CHECK(part.at("amendments.0.difference.0.pieces.1.text") == "mye ");
    CHECK(part.size("disputes") == 0);
    CHECK(part.size("blocks") == 1);
    CHECK(part.at("pending") == "3");
    CHECK(part.at("taken") == "3");
    CHECK(part.at("open_disputes") == "1");
    const auto whole = editor.get(all.place + "/merge");
    CHECK(whole.size("disputes") == 1);
    CHECK(whole.at("next_dispute") == "null");  // it is in view
    CHECK(part.at("next_dispute") == whole.at("disputes.0.line"));
    CHECK(editor.get(all.place + "/merge?from=x").status == 422);
}
