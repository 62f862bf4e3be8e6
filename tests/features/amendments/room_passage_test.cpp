// What the merge room shows of an amendment that has no place in its text, and of the version that stands.
#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

Answer room_of(Meeting& all) { return all.party.world.signed_in(all.party.editor).get(all.place + "/merge"); }

void save(Meeting& all, const std::string& markdown) {
    const auto saved =
        all.party.world.signed_in(all.party.editor)
            .post(all.place + "/versions", R"({"base":1,"note":"","markdown":)" + quoted(markdown) + "}");
    INFO(saved.body);
    REQUIRE(saved.status == 201);
}

}  // namespace

TEST_CASE("One that needs its sponsor is shown as it was proposed, beside the passage as it is now") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    CHECK(room_of(all).at("amendments.0.passage_now") == "null");
    save(all, "# Mål\n\nVi vil ha svært dyr ferge. Maten er god.\n\nOg bedre vei.\n\n- tog\n");
    const auto room = room_of(all);
    INFO(room.body);
    CHECK(room.at("amendments.0.carried") == "needs_sponsor");
    CHECK(room.number("amendments.0.difference_version") == 1);
    CHECK(room.at("amendments.0.difference.0.pieces.1.text") == "gratis");
    CHECK(room.at("amendments.0.difference.0.pieces.2.text") == "billig");
    CHECK(room.at("amendments.0.passage_now.0.text") == "Vi vil ha svært dyr ferge. Maten er god.");
    CHECK(room.number("amendments.0.passage_now.0.line_from") == 2);
    CHECK(all.shown(id).at("amendment.passage_now.0.text") == "Vi vil ha svært dyr ferge. Maten er god.");
}

TEST_CASE("Of one that takes two paragraphs the sponsor and the room see each that still stands, changed or not") {
    Meeting all;
    const auto made = all.draft(all.party.member, R"({"block":"b2","markdown":""},{"block":"b3","markdown":""})");
    const auto id = made.at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + id + "/submission").status == 200);
    SECTION("one is gone and the other changed") {
        save(all, "# Mål\n\nOg brede veier.\n\n- tog\n");
        for (const auto& told : {room_of(all).at("amendments.0"), all.shown(id).at("amendment")}) {
            INFO(told);
            CHECK(told.find(R"("carried":"needs_sponsor")") != std::string::npos);
            CHECK(told.find(R"("text":"Og brede veier.")") != std::string::npos);
        }
        CHECK(all.shown(id).size("amendment.passage_now") == 1);
    }
    SECTION("only the second is changed") {
        save(all, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg brede veier.\n\n- tog\n");
        for (const std::string at : {"amendments.0", "amendment"}) {
            const auto told = at == "amendment" ? all.shown(id) : room_of(all);
            INFO(told.body);
            REQUIRE(told.size(at + ".passage_now") == 2);
            CHECK(told.at(at + ".passage_now.0.text") == "Vi vil ha gratis ferge. Maten er god.");
            CHECK(told.at(at + ".passage_now.1.text") == "Og brede veier.");
            CHECK(told.number(at + ".passage_now.1.line_from") == 3);
        }
    }
}

TEST_CASE("Of one that puts something in behind a paragraph that was changed, that paragraph is shown") {
    Meeting all;
    const auto made = all.draft(all.party.member, R"({"after":"b3","markdown":"Og gang."})");
    const auto id = made.at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + id + "/submission").status == 200);
    save(all, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg bedre vei. Nå.\n\nOg annet.\n\n- tog\n");
    const auto told = all.shown(id);
    INFO(told.body);
    REQUIRE(told.at("amendment.carried") == "needs_sponsor");
    REQUIRE(told.size("amendment.passage_now") == 1);
    CHECK(told.at("amendment.passage_now.0.block") == "b3");
}

TEST_CASE(
    "Of one whose paragraph is gone, and of one that is done already, the room shows the words that were proposed") {
    Meeting all;
    all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    save(all, "# Mål\n\nOg mye bedre vei.\n\n- tog\n");
    const auto room = room_of(all);
    INFO(room.body);
    REQUIRE(room.size("amendments") == 2);
    for (const std::string at : {"amendments.0", "amendments.1"}) {
        CHECK(room.at(at + ".carried") == "moot");
        CHECK(room.size(at + ".difference") == 1);
        CHECK(room.at(at + ".passage_now") == "null");
    }
}

TEST_CASE("The room says who made the version that stands, and how many amendments were adopted with it") {
    Meeting all;
    const auto cheap = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto road = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    CHECK(room_of(all).number("made.adopted") == 0);
    REQUIRE(all.decide(cheap, "take").status == 200);
    REQUIRE(all.decide(road, "leave").status == 200);
    REQUIRE(all.make_version().status == 201);
    const auto room = room_of(all);
    CHECK(room.number("made.author.id") == all.party.editor.value);
    CHECK(room.number("made.adopted") == 1);
}

TEST_CASE("A changed paragraph ends with its own words, and not with the mark of a quotation behind it") {
    Meeting all;
    all.document = all.party.document(all.process, "# Mål\n\nVi vil ha gratis ferge.\n\n> Havet er veien.\n");
    all.place = "/api/documents/" + all.document;
    const auto changed = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge.");
    const auto added = all.draft(all.party.second, R"({"after":"b2","markdown":"Og flere tog."})");
    const auto id = added.at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.second).post("/api/amendments/" + id + "/submission").status == 200);
    const auto one = all.decide(changed, "take");
    INFO(one.body);
    CHECK(one.at("blocks.0.pieces.3.text") == " ferge.");
    const auto both = all.decide(id, "take");
    CHECK(both.size("blocks.0.pieces") == 5);
    CHECK(both.at("blocks.0.pieces.4.text") == "\n\nOg flere tog.");
}
