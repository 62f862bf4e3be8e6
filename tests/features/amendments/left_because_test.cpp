// Why editors leave an amendment: said in the room where they want to, and told to its sponsor with the version.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

struct Left : Meeting {
    std::string cheap = submitted(party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    std::string road = submitted(party.second, "b3", "Og mye bedre vei.");

    Answer explain(const std::string& id, const std::string& reason, const std::string& expected = "",
                   AccountId who = {}) {
        return party.world.signed_in(who ? who : party.editor)
            .post(place + "/merge/reasons", R"({"version":1,"amendment":)" + id + R"(,"expected":)" + quoted(expected) +
                                                R"(,"reason":)" + quoted(reason) + "}");
    }
    // What the room says of `road`, which stands second.
    Answer room(AccountId who = {}) { return party.world.signed_in(who ? who : party.editor).get(place + "/merge"); }
};

}  // namespace

TEST_CASE("One that is left has a reason once somebody gives it, which the sponsor is told with the version") {
    Left all;
    REQUIRE(all.decide(all.cheap, "take").status == 200);
    const auto left = all.decide(all.road, "leave");
    CHECK(left.at("amendments.1.left_because").empty());
    const auto said = all.explain(all.road, "Det er for dyrt.");
    INFO(said.body);
    REQUIRE(said.status == 200);
    CHECK(said.at("amendments.1.decision") == "leave");
    CHECK(said.at("amendments.1.left_because") == "Det er for dyrt.");
    CHECK(all.shown(all.road).at("amendment.decided") == "null");
    REQUIRE(all.make_version().status == 201);
    CHECK(all.shown(all.road).at("amendment.decided.reason") == "Det er for dyrt.");
    CHECK(all.shown(all.cheap).at("amendment.decided.reason").empty());
}

TEST_CASE("A reason may be left unsaid, changed and taken back; it goes when the decision does") {
    Left all;
    REQUIRE(all.decide(all.road, "leave").status == 200);
    REQUIRE(all.explain(all.road, "For dyrt.").status == 200);
    CHECK(all.explain(all.road, "For dyrt nå.", "For dyrt.").at("amendments.1.left_because") == "For dyrt nå.");
    CHECK(all.explain(all.road, "", "For dyrt nå.").at("amendments.1.left_because").empty());
    REQUIRE(all.explain(all.road, "Igjen.").status == 200);
    REQUIRE(all.decide(all.road, "open").status == 200);
    CHECK(all.decide(all.road, "leave").at("amendments.1.left_because").empty());
}

TEST_CASE("A reason is written on what one saw: a colleague's other decision or other reason is shown first") {
    Left all;
    CHECK(all.explain(all.road, "For dyrt.").code() == "merge.not_left");
    REQUIRE(all.decide(all.road, "leave").status == 200);
    REQUIRE(all.explain(all.road, "For dyrt.").status == 200);
    CHECK(all.explain(all.road, "Uklart.").code() == "merge.reason_meanwhile");
    REQUIRE(all.decide(all.road, "take").status == 200);
    CHECK(all.explain(all.road, "Uklart.", "For dyrt.").code() == "merge.reason_meanwhile");
    CHECK(all.explain(all.road, std::string(501, 'x')).code() == "input.too_long");
    CHECK(all.explain(all.road, "Uklart.", "", all.party.member).status == 403);
}

TEST_CASE("Who looks on in a followed room is not told why before the version is made") {
    Left all;
    REQUIRE(all.decide(all.road, "leave").status == 200);
    REQUIRE(all.explain(all.road, "For dyrt.").status == 200);
    REQUIRE(all.party.world.signed_in(all.party.editor).patch(all.place, R"({"merge_followed":true})").status == 200);
    const auto followed = all.room(all.party.member);
    CHECK(followed.at("amendments.1.decision") == "leave");
    CHECK(followed.at("amendments.1.left_because").empty());
    CHECK(all.room().at("amendments.1.left_because") == "For dyrt.");
}

TEST_CASE("A decision that replaces a reason says which one it saw, and may bring its own") {
    Left all;
    const auto decide = [&](const std::string& decision, const std::string& expected, const std::string& seen,
                            const std::string& reason) {
        return all.party.world.signed_in(all.party.editor)
            .post(all.place + "/merge/decisions", R"({"version":1,"decision":")" + decision +
                                                      R"(","amendments":[{"id":)" + all.road + R"(,"expected":")" +
                                                      expected + R"(","left_because":)" + quoted(seen) +
                                                      R"(,"reason":)" + quoted(reason) + "}]}");
    };
    REQUIRE(decide("leave", "open", "", "For dyrt.").at("amendments.1.left_because") == "For dyrt.");
    CHECK(decide("open", "leave", "", "").code() == "merge.reason_meanwhile");
    CHECK(decide("take", "leave", "For dyrt.", "Derfor.").field() == "reason");
    CHECK(decide("open", "leave", "For dyrt.", "").status == 200);
}

TEST_CASE("Who gives the reason has not decided: the decision stays who made it, who takes it back having read why") {
    Left all;
    const auto name_of = [&](AccountId who) {
        return all.party.world.database.value("select name from accounts where id = " + std::to_string(who.value));
    };
    const auto colleague = all.party.world.person("Mona Kollega");
    all.party.world.standing(colleague, all.party.unit, "editor");
    REQUIRE(all.decide(all.road, "leave").status == 200);
    CHECK(all.room().at("amendments.1.left_because_by") == "null");
    const auto said = all.explain(all.road, "For dyrt.", "", colleague);
    INFO(said.body);
    CHECK(said.at("amendments.1.decided_by.name") == name_of(all.party.editor));
    CHECK(said.at("amendments.1.left_because_by.name") == name_of(colleague));
    const auto unread = all.explain(all.road, "Uklart.");
    CHECK(unread.code() == "merge.reason_meanwhile");
    CHECK(unread.at("problem.facts.by") == name_of(colleague));
    const auto make =
        all.party.world.signed_in(all.party.editor).post(all.place + "/merge/version", R"({"version":1,"seen":1})");
    CHECK(make.at("problem.facts.by") == name_of(colleague));
    const auto back = all.explain(all.road, "", "For dyrt.", colleague);
    CHECK(back.at("amendments.1.decided_by.name") == name_of(all.party.editor));
}

TEST_CASE("A reason goes with its decision to a version that a colleague saves, with who decided and who gave it") {
    Left all;
    const auto colleague = all.party.world.person("Mona Kollega");
    all.party.world.standing(colleague, all.party.unit, "editor");
    REQUIRE(all.decide(all.road, "leave").status == 200);
    const auto said = all.explain(all.road, "For dyrt.", "", colleague);
    REQUIRE(said.status == 200);
    const auto saved = all.party.save(
        all.document, 1, "# Vårt mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg bedre vei.\n\n- tog\n");
    INFO(saved.body);
    REQUIRE(saved.status == 201);
    const auto now = all.room();
    CHECK(now.at("version") == "2");
    CHECK(now.at("amendments.1.left_because") == "For dyrt.");
    CHECK(now.at("amendments.1.left_because_by") == said.at("amendments.1.left_because_by"));
    CHECK(now.at("amendments.1.decided_by") == said.at("amendments.1.decided_by"));
}
