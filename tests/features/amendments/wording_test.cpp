// What is opened again is what was saved: a draft says the words that its writer would send to write it again.
#include <catch2/catch_test_macros.hpp>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

struct Writing : Meeting {
    Writing() {
        document = party.document(process,
                                  "# Ferge\n\nVi vil ha gratis ferge.\n\nVeiene skal være trygge.\n\n## Tog\n\n- buss\n"
                                  "- tog\n  og bane\n  - natt\n- fly\n\n> Sitat med ord.\n\n"
                                  "| År | Mål |\n| --- | --- |\n| 2030 | halve |\n\nSkolen skal være god.\n");
        place = "/api/documents/" + document;
    }
    Answer saved(const std::string& wording) {
        auto sponsor = party.world.signed_in(party.member);
        return sponsor.post(place + "/amendments", R"({"version":1,)" + wording + "}");
    }
    std::string change_of(const std::string& id) {
        return party.world.database.value("select change::text from amendments where id = " + id);
    }
    // The fields of `wording` as a body has them: without the braces around.
    static std::string fields(const std::string& wording) { return wording.substr(1, wording.size() - 2); }
    // Opens a draft and saves it as it was opened; what it says then.
    std::string saved_again(const std::string& id) {
        auto sponsor = party.world.signed_in(party.member);
        const auto wording = shown(id, party.member).at("wording");
        const auto again = sponsor.patch("/api/amendments/" + id, R"({"version":1,)" + fields(wording) + "}");
        INFO(wording << again.body);
        REQUIRE(again.status == 200);
        CHECK(shown(id, party.member).at("wording") == wording);
        return wording;
    }
    std::string block_with(const std::string& words) {
        const auto blocks = party.world.browser().get(place + "/versions/1/blocks");
        for (std::size_t i = 0; i < blocks.size("items"); ++i) {
            const auto item = "items." + std::to_string(i);
            if (blocks.at(item + ".markdown").find(words) != std::string::npos) return blocks.at(item + ".block");
        }
        FAIL("no block with " << words);
        return "";
    }
    std::string to_be(const std::string& words, const std::string& markdown) {
        return R"({"block":")" + block_with(words) + R"(","markdown":)" + quoted(markdown) + "}";
    }
    std::string behind(const std::string& words, const std::string& markdown) {
        return R"({"after":")" + block_with(words) + R"(","markdown":)" + quoted(markdown) + "}";
    }
};

}  // namespace

TEST_CASE("A draft that is opened and saved again is the same change, whatever shape it has") {
    Writing all;
    const auto road = all.to_be("Veiene", "Veiene skal være trygge.\n\nSyklene skal ha plass.");
    const std::vector<std::string> shapes = {
        all.to_be("gratis", "Vi vil ha billig ferge."),
        all.to_be("gratis", "Noe helt annet."),
        all.to_be("gratis", "Noe nytt først.\n\nVi vil ha gratis ferge."),
        all.to_be("gratis", "Vi vil ha gratis, god ferge."),
        road,
        all.to_be("gratis", "Vi vil ha billig ferge.") + "," + road,
        all.to_be("gratis", "") + "," + road,
        all.to_be("gratis", ""),
        all.to_be("gratis", "") + "," + all.to_be("Veiene", ""),
        all.to_be("gratis", "") + "," + all.to_be("Veiene", "") + "," + all.to_be("Tog", ""),
        all.to_be("gratis", "") + "," + all.to_be("Veiene", "Nye veier skal være trygge."),
        all.to_be("gratis", "") + "," + all.to_be("Veiene", "skal være trygge."),
        all.to_be("gratis", "") + "," + all.to_be("Veiene", "Alt nytt her, ja."),
        all.to_be("gratis", "") + "," + all.to_be("Skolen", ""),
        all.to_be("Skolen", ""),
        all.to_be("Skolen", "Skolen skal være god.\n\nOg åpen."),
        all.to_be("Skolen", "") + "," + all.to_be("halve", "") + "," + all.to_be("Sitat", ""),
        all.to_be("Ferge", "# Ferge og vei"),
        all.to_be("Ferge", ""),
        all.to_be("Ferge", "# Ferge\n\n## Nytt\n\nOg ord."),
        all.to_be("buss", "buss og bil"),
        all.to_be("buss", ""),
        all.to_be("buss", "") + "," + all.to_be("og bane", "") + "," + all.to_be("natt", ""),
        all.to_be("og bane", "tog"),
        all.to_be("natt", "") + "," + all.to_be("fly", "fly\n- skip"),
        all.to_be("fly", ""),
        all.to_be("Sitat", "Sitat uten ord."),
        all.to_be("halve", "| År | Mål |\n| --- | --- |\n| 2030 | hele |\n| 2040 | alt |"),
        all.to_be("halve", ""),
        all.behind("Veiene", "Syklene skal ha plass."),
        all.behind("buss", "- trikk"),
        all.behind("buss", "Et avsnitt for seg."),
        all.behind("Skolen", "Sist."),
        all.behind("gratis", "Midt i.") + "," + all.to_be("Veiene", "Veiene skal være gode."),
        R"({"move":")" + all.block_with("gratis") + R"(","after":")" + all.block_with("Veiene") + "\"}",
        R"({"move":")" + all.block_with("Skolen") + R"(","after":")" + all.block_with("Ferge") + "\"}",
        R"({"move":")" + all.block_with("buss") + R"(","after":")" + all.block_with("fly") + "\"}",
        R"({"move":")" + all.block_with("gratis") + R"(","after":")" + all.block_with("Veiene") + "\"}," +
            all.to_be("Skolen", "Skolen skal være best."),
    };
    for (const auto& shape : shapes) {
        const auto made = all.saved(R"("changes":[)" + shape + "]");
        INFO(shape << made.body);
        REQUIRE(made.status == 201);
        const auto id = made.at("amendment.id");
        const auto before = all.change_of(id);
        INFO(before);
        INFO(all.saved_again(id));
        CHECK(all.change_of(id) == before);
        all.party.world.database.sql("delete from amendments where id = " + id);
    }
}

TEST_CASE("The words of a draft are those that were sent, paragraph by paragraph") {
    Writing all;
    const auto wording = [&](const std::string& changes) {
        const auto id = all.saved(R"("changes":[)" + changes + "]").at("amendment.id");
        return all.saved_again(id);
    };
    const auto two = all.to_be("gratis", "Vi vil ha billig ferge.") + "," +
                     all.to_be("Veiene", "Veiene skal være trygge.\n\nSyklene skal ha plass.");
    const auto gone = all.to_be("gratis", "") + "," + all.to_be("Veiene", "");
    const auto behind = all.behind("Veiene", "Syklene skal ha plass.");
    const auto moved = R"({"move":")" + all.block_with("gratis") + R"(","after":")" + all.block_with("Veiene") + "\"}";
    for (const auto& changes : {two, gone, behind, moved})
        CHECK(wording(changes) == R"({"changes":[)" + changes + "]}");
    const auto principle = all.saved(R"("kind":"principle","instruction":"Bedre ferger")").at("amendment.id");
    CHECK(all.shown(principle, all.party.member).at("wording") == "null");
    const auto whole = all.saved(R"("markdown":"# Nytt\n\nAlt er nytt.\n")").at("amendment.id");
    CHECK(all.saved_again(whole) == R"({"markdown":"# Nytt\n\nAlt er nytt.\n"})");
    CHECK(all.shown(whole, all.party.member).at("amendment.whole") == "true");
}

TEST_CASE("A body that words an amendment otherwise begins with every paragraph that it changes") {
    Writing all;
    const auto gone = all.to_be("gratis", "") + "," + all.to_be("Veiene", "");
    const auto id = all.saved(R"("changes":[)" + gone + "]").at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + id + "/submission").status == 200);
    CHECK(all.shown(id).at("wording") == R"({"changes":[)" + gone + "]}");
    const auto moved = R"({"move":")" + all.block_with("gratis") + R"(","after":")" + all.block_with("Veiene") + "\"}";
    const auto other = all.saved(R"("changes":[)" + moved + "]").at("amendment.id");
    REQUIRE(all.party.world.signed_in(all.party.member).post("/api/amendments/" + other + "/submission").status == 200);
    CHECK(all.shown(other).at("wording") ==
          R"({"changes":[)" + all.to_be("gratis", "") + "," +
              all.to_be("Veiene", "Veiene skal være trygge.\n\nVi vil ha gratis ferge.") + "]}");
}

TEST_CASE(
    "A draft to another amendment names the paragraphs of that one as it stands now, or none where it is another") {
    Writing all;
    const auto words_of_two = all.to_be("Veiene", "Veiene skal være trygge, ja.\n\nSyklene skal ha plass.");
    const auto amended = all.saved(R"("changes":[)" + words_of_two + "]").at("amendment.id");
    auto sponsor = all.party.world.signed_in(all.party.member);
    REQUIRE(sponsor.post("/api/amendments/" + amended + "/submission").status == 200);
    const auto blocks = [&](int version) {
        return all.party.world.browser().get(all.place + "/versions/" + std::to_string(version) +
                                             "/blocks?amends=" + amended);
    };
    const auto name = blocks(1).at("items.1.block");
    REQUIRE(blocks(1).at("items.1.markdown") == "Syklene skal ha plass.");
    const auto words = R"("changes":[{"block":")" + name + R"(","markdown":"Syklene skal ha god plass."}])";
    const auto draft = all.saved(words + R"(,"amends":)" + amended).at("amendment.id");
    CHECK(all.shown(draft, all.party.member).at("wording") == "{" + words + "}");
    const auto before = all.change_of(draft);
    const auto again =
        sponsor.patch("/api/amendments/" + draft, R"({"version":1,"amends":)" + amended + "," + words + "}");
    REQUIRE(again.status == 200);
    CHECK(all.change_of(draft) == before);

    // A paragraph more before it, and its words stand under another name there.
    auto text = all.source(1);
    text.insert(text.find("Vi vil"), "Noe nytt.\n\n");
    REQUIRE(all.party.save(all.document, 1, text).status == 201);
    CHECK(blocks(2).at("items.1.block") != name);
    CHECK(all.shown(draft, all.party.member).at("wording.changes.0.block") == blocks(2).at("items.1.block"));
    CHECK(all.shown(draft, all.party.member).at("wording.changes.0.markdown") == "Syklene skal ha god plass.");

    // The amended one has no place any more: nobody guesses where the draft's words belong.
    text = all.source(2);
    text.replace(text.find("trygge"), 6, "brede");
    REQUIRE(all.party.save(all.document, 2, text).status == 201);
    CHECK(all.shown(draft, all.party.member).at("wording.changes.0.block") == "null");
    CHECK(all.shown(draft, all.party.member).at("wording.changes.0.markdown") == "Syklene skal ha god plass.");
}

TEST_CASE("A heading in an item that goes with its item is taken once, also where both are emptied") {
    Meeting all;
    const auto document = all.party.document(all.process, "Ord.\n\n- tog\n  -\n\nMer.\n");
    const auto blocks = all.party.world.browser().get("/api/documents/" + document + "/versions/1/blocks");
    REQUIRE(blocks.size("items") == 4);
    const auto emptied = [&](int i) {
        return R"({"block":")" + blocks.at("items." + std::to_string(i) + ".block") + R"(","markdown":""})";
    };
    const auto made = all.party.world.signed_in(all.party.member)
                          .post("/api/documents/" + document + "/amendments",
                                R"({"version":1,"changes":[)" + emptied(1) + "," + emptied(2) + "]}");
    INFO(blocks.body << made.body);
    REQUIRE(made.status == 201);
    CHECK(all.party.world.database.value("select change::text from amendments where id = " + made.at("amendment.id")) ==
          "[6,[11],5]");
}
