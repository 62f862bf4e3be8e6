// What is carried away from the amendments: tables, files, and nothing that the reader may not see.
#include <unistd.h>

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "features/amendments/meeting.hpp"
#include "paper/outside_program.hpp"

using namespace samrad;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string exported(Meeting& all, const std::string& query, AccountId who = {}) {
    auto browser = who ? all.party.world.signed_in(who) : all.party.world.browser();
    const auto answer = browser.get(all.place + "/amendments/export?" + query);
    INFO(answer.body.substr(0, 300));
    REQUIRE(answer.status == 200);
    return answer.body;
}

std::string recommend(Meeting& all, const std::string& id, const std::string& verdict, bool publish) {
    const auto made = all.party.world.signed_in(all.party.editor)
                          .post(all.place + "/recommendations",
                                R"({"unit":)" + std::to_string(all.party.unit.value) + R"(,"amendments":[)" + id +
                                    R"(],"verdict":")" + verdict +
                                    R"(","reason":"For dyrt, nå.","votes":{"for":2,"against":7},"publish":)" +
                                    (publish ? "true}" : "false}"));
    INFO(made.body);
    REQUIRE(made.status == 201);
    return made.at("recommendations.0");
}

void dissent(Meeting& all, const std::string& recommendation) {
    REQUIRE(
        all.party.world.signed_in(all.party.second)
            .post("/api/recommendations/" + recommendation + "/dissents", R"({"names":"Ola","text":"Vei er viktig."})")
            .status == 201);
}

// A meeting with one amendment of each sort.
Meeting& fill(Meeting& all) {
    const auto cheap = all.submitted(all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    const auto road = all.submitted(all.party.second, "b3", "Og mye bedre vei.");
    all.party.world.signed_in(all.party.second).put("/api/amendments/" + cheap + "/sponsorship");
    all.party.world.signed_in(all.party.second).put("/api/amendments/" + cheap + "/support");
    dissent(all, recommend(all, road, "reject", true));
    const auto made = all.party.world.signed_in(all.party.member)
                          .post(all.place + "/amendments",
                                R"({"version":1,"kind":"principle","instruction":"=Kort, og godt","reason":"-1"})");
    REQUIRE(made.status == 201);
    REQUIRE(all.party.world.signed_in(all.party.member)
                .post("/api/amendments/" + made.at("amendment.id") + "/submission")
                .status == 200);
    return all;
}

std::string golden(const std::string& name) {
    std::ifstream in(SAMRAD_SOURCE_DIR "/tests/golden/paper/" + name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// Today is no part of a golden file.
std::string without_days(std::string text, Meeting& all) {
    const auto day = all.party.world.database.value("select to_char(now() at time zone 'utc', 'YYYY-MM-DD')");
    for (auto at = text.find(day); at != std::string::npos; at = text.find(day)) text.replace(at, day.size(), "DAY");
    return text;
}

}  // namespace

TEST_CASE("The table has a row for each amendment with everything that is public about it") {
    Meeting all;
    const auto csv = exported(fill(all), "form=csv&language=nb");
    CHECK(without_days(csv, all) == golden("amendments.csv"));
    CHECK(has(csv, "'=Kort, og godt"));
    CHECK(has(csv, ",'-1,"));
    const auto english = exported(all, "form=csv&language=en&sort=number&state=submitted");
    CHECK(has(english, "number,state,version,lines"));
    CHECK(english.find("billig") < english.find("mye"));
    // The filters are the list's.
    CHECK(!has(exported(all, "form=csv&from=3&to=3"), "billig"));
    CHECK(!has(exported(all, "form=csv&q=mye"), "billig"));
}

TEST_CASE("The JSON form speaks the words of the protocol") {
    Meeting all;
    const auto told = boost::json::parse(exported(fill(all), "form=json")).as_object();
    CHECK(told.at("document").at("version") == 1);
    const auto& items = told.at("items").as_array();
    REQUIRE(items.size() == 3);
    CHECK(items[0].at("kind") == "principle");
    CHECK(items[0].at("instruction") == "=Kort, og godt");
    CHECK(items[1].at("old_words") == "Vi vil ha gratis ferge.");
    CHECK(items[1].at("new_words") == "Vi vil ha billig ferge.");
    CHECK(items[1].at("cosponsors").at(0) == "Ola");
    CHECK(items[1].at("supports") == 1);
    CHECK(items[2].at("recommendations").at(0).at("votes").at("against") == 7);
    CHECK(items[2].at("recommendations").at(0).at("dissents").at(0).at("names") == "Ola");
}

TEST_CASE("What a body would adopt instead stands beside the amendment") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    REQUIRE(all.party.world.signed_in(all.party.editor)
                .post(all.place + "/recommendations",
                      R"({"unit":)" + std::to_string(all.party.unit.value) + R"(,"amendments":[)" + id +
                          R"(],"verdict":"adopt_changed","publish":true,)" +
                          R"("changes":[{"block":"b3","markdown":"Og noe bedre vei."}]})")
                .status == 201);
    CHECK(has(exported(all, "form=csv&language=nb"), "Partiet: vedta i endret form: Og noe bedre vei."));
    CHECK(has(exported(all, "form=json"), R"("new_words":"Og noe bedre vei.")"));
    CHECK(exported(all, "form=docx").starts_with("PK"));
}

TEST_CASE("What covers an amendment is said once") {
    Meeting all;
    const auto road = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    const auto rail = all.submitted(all.party.second, "b3", "Og mye bedre og bredere vei.");
    REQUIRE(all.party.world.signed_in(all.party.editor)
                .post(all.place + "/recommendations",
                      R"({"unit":)" + std::to_string(all.party.unit.value) + R"(,"amendments":[)" + road +
                          R"(],"verdict":"covered","covered_by":)" + rail + R"(,"votes":{"for":8},"publish":true})")
                .status == 201);
    CHECK(has(exported(all, "form=csv&language=nb"), "Partiet: dekket av E 2 (8)"));
    CHECK(has(exported(all, "form=csv&language=en"), "Partiet: covered by A 2 (8)"));
    CHECK(!has(exported(all, "form=csv&language=en"), "covered by another"));
}

TEST_CASE("An amendment that could not be carried to the newest version says of which one its lines are") {
    Meeting all;
    all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    REQUIRE(all.party.save(all.document, 1, "# Mål\n\nVi vil ha gratis ferge.\n\nOg raskere tog.\n\n- tog\n").status ==
            201);
    const auto told = boost::json::parse(exported(all, "form=json")).at("items").at(0);
    CHECK(told.at("version") == 1);
    CHECK(told.at("line_from") == 3);
    CHECK(told.at("old_words") == "Og bedre vei.");
    CHECK(exported(all, "form=pdf").starts_with("%PDF-"));
}

TEST_CASE("on paper an erased sponsor is named in the language of the paper, in a machine's file in none") {
    Meeting all;
    fill(all);
    auto& database = all.party.world.database;
    database.sql("update accounts set name = '#' || id where id in (" + std::to_string(all.party.member.value) + "," +
                 std::to_string(all.party.second.value) + ")");
    const auto one = std::to_string(all.party.member.value), other = std::to_string(all.party.second.value);
    const auto bokmal = exported(all, "form=csv&language=nb"), english = exported(all, "form=csv&language=en");
    for (const auto& id : {one, other}) {
        CHECK(has(bokmal, "Slettet konto " + id));
        CHECK(has(english, "Erased account " + id));
        CHECK(!has(bokmal + english, "#" + id));
    }
    CHECK(!has(english, "Slettet"));
    CHECK(has(exported(all, "form=json"), "\"sponsor\":\"#" + one + "\""));
}

TEST_CASE("No file has a draft or a recommendation that is not published, whoever asks for it") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    REQUIRE(all.draft(all.party.member, R"({"block":"b2","markdown":"Hemmelig kladd."})").status == 201);
    recommend(all, id, "reject", false);
    for (const char* form : {"csv", "json"}) {
        for (const auto who : {AccountId{}, all.party.member, all.party.editor}) {
            const auto text = exported(all, std::string("form=") + form, who);
            CHECK(!has(text, "Hemmelig"));
            CHECK(!has(text, "dyrt"));
            CHECK(has(text, "mye bedre"));
        }
    }
    const auto members = all.party.process("members", "amending");
    const auto inside = all.party.document(members, "# Internt\n");
    CHECK(all.party.world.browser().get("/api/documents/" + inside + "/amendments/export?form=csv").status == 404);
    CHECK(all.party.world.browser().get("/api/documents/" + inside + "/synopsis?form=pdf").status == 404);
}

TEST_CASE("Every form comes as a file of its own kind with a name that every system can save") {
    Meeting all;
    fill(all);
    REQUIRE(all.party.world.signed_in(all.party.editor)
                .patch("/api/documents/" + all.document, R"({"title":"Mål \"2027\"/Ærlig;\u00e9"})")
                .status == 200);
    auto reader = all.party.world.browser();
    const auto csv = reader.get(all.place + "/amendments/export?form=csv&language=nb");
    CHECK(csv.header("content-disposition") ==
          "attachment; filename=\"Endringsforslag-M-l-2027-rlig.csv\"; "
          "filename*=UTF-8''Endringsforslag%20M%C3%A5l%20-2027--%C3%86rlig%3B%C3%A9.csv");
    for (const char* form : {"xlsx", "docx", "odt"}) {
        const auto answer = reader.get(all.place + "/amendments/export?form=" + form);
        CHECK(answer.status == 200);
        CHECK(answer.body.starts_with("PK"));
        CHECK(has(answer.header("content-disposition"), std::string(".") + form + "\""));
    }
    CHECK(reader.get(all.place + "/amendments/export?form=pdf").body.starts_with("%PDF-"));
    for (const char* form : {"docx", "odt"}) {
        CHECK(reader.get(all.place + "/synopsis?form=" + form).body.starts_with("PK"));
    }
    CHECK(reader.get(all.place + "/synopsis?form=pdf").body.starts_with("%PDF-"));
    CHECK(reader.get(all.place + "/synopsis?form=csv").code() == "input.not_a_choice");
    CHECK(reader.get(all.place + "/amendments/export").code() == "input.missing");
    CHECK(reader.get(all.place + "/amendments/export?form=exe").field() == "form");
    CHECK(reader.get(all.place + "/amendments/export?form=csv&language=xx").field() == "language");
    CHECK(reader.get(all.place + "/amendments/export?form=csv&state=draft").code() == "input.not_a_choice");
}

TEST_CASE("Word shows each amendment as its sponsor's tracked change, and what people wrote stays words") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b3",
                                  "Og `<b>x</b>`{=html} ![x](http://127.0.0.1:9/a.png) ../../etc/passwd vei.");
    const auto docx = exported(all, "form=docx&language=nb");
    const auto path = std::filesystem::temp_directory_path() / ("paper-" + std::to_string(::getpid()) + ".docx");
    std::ofstream(path, std::ios::binary) << docx;
    paper::OutsidePrograms programs;
    const auto xml = programs.run({"unzip", "-p", path.string(), "word/document.xml"}, "");
    const auto told = programs.run({"pandoc", "--track-changes=all", "-t", "plain", path.string()}, "");
    const auto parts = programs.run({"unzip", "-l", path.string()}, "");
    std::filesystem::remove(path);
    REQUIRE(xml);
    CHECK(has(*xml, "<w:ins w:id="));
    CHECK(has(*xml, "<w:del w:id="));
    CHECK(has(*xml, "w:author=\"Kari\""));
    CHECK(has(*xml, "{=html}"));
    REQUIRE(told);
    CHECK(has(*told, "E 1, linje 3: erstatt"));
    CHECK(has(*told, "Begrunnelse: Fordi."));
    REQUIRE(parts);
    CHECK(!has(*parts, "media/"));
}

TEST_CASE("Two thousand amendments make a table, a spreadsheet and a document within the limits") {
    Meeting all;
    const auto id = all.submitted(all.party.member, "b3", "Og mye bedre vei.");
    all.party.world.database.sql(
        "insert into amendments (document_id, version, kind, change, instruction, reason, sponsor_id, state, number, "
        "submitted_at, now_version, now_change, carried, line_from, line_to) select document_id, version, kind, "
        "change, "
        "instruction, repeat('Fordi det er slik. ', 20), sponsor_id, state, number + n, submitted_at, now_version, "
        "now_change, carried, line_from, line_to from amendments, generate_series(1, 1999) n where id = " +
        id);
    const auto csv = exported(all, "form=csv");
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 2001);
    CHECK(exported(all, "form=xlsx").starts_with("PK"));
    CHECK(exported(all, "form=docx").starts_with("PK"));
    all.party.world.database.sql("update amendments set reason = repeat('x', 20000)");
    const auto much = all.party.world.browser().get(all.place + "/amendments/export?form=csv");
    CHECK(much.code() == "paper.too_large");
    CHECK(much.status == 413);
}
