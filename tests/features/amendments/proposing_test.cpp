// What one sees of a proposal before it is sent, and the ways of making one.
#include <catch2/catch_test_macros.hpp>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

testing::Answer preview(Meeting& all, const std::string& wording) {
    return all.party.world.signed_in(all.party.member)
        .post(all.place + "/amendments/preview", R"({"version":1,)" + wording + "}");
}

}  // namespace

TEST_CASE("A paragraph is moved behind another with one edit, and is called a move") {
    Meeting all;
    const auto moved = preview(all, R"("changes":[{"move":"b2","after":"b3"}])");
    INFO(moved.body);
    CHECK(moved.at("sort") == "move");
    CHECK(moved.size("warnings") == 0);
    const auto made = all.draft(all.party.member, R"({"move":"b2","after":"b3"})");
    REQUIRE(made.status == 201);
    const auto id = made.at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + id + "/submission").status == 200);
    REQUIRE(all.decide(id, "take").status == 200);
    REQUIRE(all.make_version().status == 201);
    CHECK(all.source(2) == "# Mål\n\nOg bedre vei.\n\nVi vil ha gratis ferge. Maten er god.\n\n- tog\n");
    CHECK(preview(all, R"("changes":[{"move":"b2","after":"b1"}])").code() == "amendment.empty");
    CHECK(preview(all, R"("changes":[{"move":"b2","after":"b2"}])").code() == "amendment.empty");
    CHECK(preview(all, R"("changes":[{"move":"b77","after":"b2"}])").code() == "amendment.no_such_block");
    CHECK(preview(all, R"("changes":[{"move":"b2","after":"b3","markdown":"x"}])").code() == "input.unknown_field");
}

TEST_CASE("A proposal that breaks the shape of the text says so before it is sent, and may be sent") {
    Meeting all;
    const auto fence = preview(all, R"("changes":[{"after":"b2","markdown":"```\nkode"}])");
    INFO(fence.body);
    CHECK(fence.at("warnings.0.what") == "beyond");
    CHECK(preview(all, R"("changes":[{"block":"b2","markdown":"Vi vil ha billig ferge. Maten er god."}])")
              .size("warnings") == 0);
    const auto heading = preview(all, R"("changes":[{"block":"b3","markdown":"Og bedre vei.\n---"}])");
    CHECK(heading.at("warnings.0.what") == "kind");
    CHECK(heading.number("warnings.0.line") == 3);
}

TEST_CASE("One learns before one writes that the deadline has passed or that one has as many as the process allows") {
    Meeting all;
    const auto blocks = [&] {
        return all.party.world.signed_in(all.party.member).get(all.place + "/versions/1/blocks");
    };
    const std::string change = R"("changes":[{"block":"b3","markdown":"Og mye bedre vei."}])";
    CHECK(blocks().at("refusal") == "null");
    CHECK(preview(all, change).at("refusal") == "null");
    const auto rule = [&](const std::string& rules) {
        REQUIRE(all.party.world.signed_in(all.party.editor)
                    .patch("/api/processes/" + all.process, R"({"amendments":)" + rules + "}")
                    .status == 200);
    };
    rule(R"({"each":1})");
    const auto first = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    CHECK(blocks().at("refusal.code") == "amendment.limit_reached");
    CHECK(all.party.world.signed_in(all.party.member)
              .get(all.place + "/versions/1/blocks?amends=" + first)
              .at("refusal.facts.most") == "1");
    CHECK(preview(all, change).at("refusal.code") == "amendment.limit_reached");
    CHECK(preview(all, change).at("refusal.facts.most") == "1");
    CHECK(all.party.world.signed_in(all.party.second).get(all.place + "/versions/1/blocks").at("refusal") == "null");
    rule(R"({"until":"2021-01-01T00:00:00Z"})");
    CHECK(blocks().at("refusal.code") == "amendment.deadline_passed");
    CHECK(preview(all, change).at("refusal.code") == "amendment.deadline_passed");
    CHECK(all.party.world.browser().get(all.place + "/versions/1/blocks").at("refusal") == "null");
}

TEST_CASE("Amendments to the same lines that can be taken with it are named apart from those that collide") {
    Meeting all;
    all.submitted(all.party.second, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto beside =
        preview(all, R"("changes":[{"block":"b2","markdown":"Vi vil ha gratis ferge. Maten er varm."}])");
    CHECK(beside.size("colliding") == 0);
    CHECK(beside.number("beside.0.number") == 1);
    CHECK(beside.number("beside_count") == 1);
}

TEST_CASE("A move is beside what stands where it takes and puts, and not beside what it passes over") {
    Meeting all;
    const auto passed = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    const auto there = all.submitted(all.party.second, "b4", "buss");
    const auto moved = preview(all, R"("changes":[{"move":"b2","after":"b4"}])");
    CHECK(moved.at("sort") == "move");
    for (const auto* list : {"colliding", "beside"}) {
        for (std::size_t i = 0; i < moved.size(list); ++i) {
            CHECK(moved.at(std::string(list) + "." + std::to_string(i) + ".id") == there);
        }
    }
    CHECK(moved.number("colliding_count") + moved.number("beside_count") == 1);
    CHECK(passed != there);
}

TEST_CASE("A counter-draft collides with every amendment, and is taken alone") {
    Meeting all;
    const auto road = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    const std::string whole =
        R"("markdown":)" + quoted("# Mål\n\nVi vil ha dyr ferge. Maten er god.\n\nOg bedre vei.\n\n- tog\n");
    CHECK(preview(all, whole).number("colliding.0.number") == 1);
    const auto draft =
        all.party.world.signed_in(all.party.member).post(all.place + "/amendments", R"({"version":1,)" + whole + "}");
    REQUIRE(draft.status == 201);
    CHECK(draft.at("amendment.whole") == "true");
    const auto id = draft.at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + id + "/submission").status == 200);
    REQUIRE(all.decide(road, "take").status == 200);
    CHECK(all.decide(id, "take").code() == "amendment.whole_alone");
    REQUIRE(all.decide(road, "open").status == 200);
    REQUIRE(all.decide(id, "take").status == 200);
    CHECK(all.decide(road, "take").code() == "amendment.whole_alone");
    CHECK(all.decide(id + "," + road, "take").code() == "amendment.whole_alone");
    CHECK(all.decide(road, "leave").status == 200);
    CHECK(all.make_version().status == 201);
}

TEST_CASE("Of a thousand on one sentence the first are named and all are counted") {
    Meeting all;
    const auto id = all.submitted(all.party.second, "b2", "Vi vil ha billig ferge. Maten er god.");
    all.party.world.database.sql(
        "insert into amendments (document_id, number, version, kind, change, sponsor_id, state, submitted_at, "
        "now_version, now_change, carried, line_from, line_to) select document_id, number + n, version, kind, change, "
        "sponsor_id, state, submitted_at, now_version, replace(now_change, 'billig', 'ord' || n), carried, line_from, "
        "line_to from amendments, generate_series(1, 999) n where id = " +
        id);
    const auto found = preview(all, R"("changes":[{"block":"b2","markdown":"Vi vil ha dyr ferge. Maten er god."}])");
    CHECK(found.number("colliding_count") == 1000);
    CHECK(found.size("colliding") == 50);
    CHECK(all.party.world.browser().get(all.place + "/amendments?limit=100").size("items") == 100);
    CHECK(all.party.world.browser().get(all.place + "/amendments/clusters").number("clusters.0.count") == 1000);
}

TEST_CASE("An amendment of a hundred thousand letters is taken and shown like any other") {
    Meeting all;
    std::string long_text;
    while (long_text.size() < 100'000) long_text += "Dette er en setning til om fergen. ";
    const auto id = all.submitted(all.party.member, "b2", long_text);
    CHECK(all.shown(id).at("amendment.sort") == "replacement");
    CHECK(all.decide(id, "take").status == 200);
    CHECK(all.make_version().status == 201);
}

TEST_CASE("Amendments are found by the words that they take away, by unit, and by lines") {
    Meeting all;
    all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto unit = std::to_string(all.party.unit.value);
    const auto draft =
        all.draft(all.party.editor, R"({"block":"b3","markdown":"Og mye bedre vei."})", R"(,"sponsor_unit":)" + unit);
    REQUIRE(all.party.world.signed_in(all.party.editor)
                .post("/api/amendments/" + draft.at("amendment.id") + "/submission")
                .status == 200);
    const auto count = [&](const std::string& filters) {
        return all.party.world.browser().get(all.place + "/amendments?" + filters).size("items");
    };
    CHECK(count("q=gratis") == 1);
    CHECK(count("q=finnesikke") == 0);
    CHECK(count("unit=" + unit) == 1);
    CHECK(count("unit=999999") == 0);
    CHECK(count("from=2&to=2") == 1);
    CHECK(count("unit=x") == 0);
}

TEST_CASE("Why a sentence is there is told of that sentence alone") {
    Meeting all;
    const auto ferry = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto food = all.submitted(all.party.second, "b2", "Vi vil ha gratis ferge. Maten er varm.");
    REQUIRE(all.decide(ferry + "," + food, "take").status == 200);
    REQUIRE(all.make_version().status == 201);
    const auto origin = [&](const std::string& words) {
        return all.party.world.browser().get(all.place + "/origin?block=b2" + words);
    };
    CHECK(origin("").size("chain.0.amendments") == 2);
    const auto first = origin("&from=0&to=23");
    CHECK(first.size("chain.0.amendments") == 1);
    CHECK(first.at("chain.0.amendments.0.id") == ferry);
    const auto second = origin("&from=24&to=38");
    CHECK(second.at("chain.0.amendments.0.id") == food);
    CHECK(origin("&from=24&to=9999").code() == "input.out_of_range");
    CHECK(origin("&from=5&to=5").code() == "input.out_of_range");
}

TEST_CASE("A draft of a move or a counter-draft says what one needs to go on with it, to its sponsor alone") {
    Meeting all;
    const auto wording = [&](const std::string& id) { return all.shown(id, all.party.member); };
    for (const auto* move :
         {R"({"move":"b2","after":"b4"})", R"({"move":"b3","after":"b1"})", R"({"move":"b4","after":"b2"})"}) {
        INFO(move);
        const auto id = all.draft(all.party.member, move).at("amendment.id");
        CHECK(wording(id).at("wording.changes") == "[" + std::string(move) + "]");
    }
    const auto whole = all.party.world.signed_in(all.party.member)
                           .post(all.place + "/amendments", R"({"version":1,"markdown":"# Nytt\n\nAlt er nytt.\n"})")
                           .at("amendment.id");
    CHECK(wording(whole).at("wording.markdown") == "# Nytt\n\nAlt er nytt.\n");
    CHECK(all.shown(whole, all.party.editor).status == 404);
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + whole + "/submission").status == 200);
    CHECK(all.shown(whole).at("wording.markdown") == "# Nytt\n\nAlt er nytt.\n");
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + whole + "/withdrawal").status == 200);
    CHECK_FALSE(all.shown(whole).has("wording"));
}
