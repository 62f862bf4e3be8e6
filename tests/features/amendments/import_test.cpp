// Amendments from a form sheet.
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

#include "features/amendments/meeting.hpp"

using namespace samrad;
using samrad::testing::Answer;
using samrad::testing::Meeting;
using samrad::testing::quoted;

namespace {

struct Sheet {
    Meeting all;
    Answer send(const std::string& csv, bool dry_run, AccountId who = {}, const std::string& key = "", int version = 1,
                const std::string& result = "") {
        return all.party.world.signed_in(who ? who : all.party.editor)
            .post(all.place + "/amendments/import",
                  R"({"version":)" + std::to_string(version) + R"(,"unit":)" + std::to_string(all.party.unit.value) +
                      R"(,"dry_run":)" + (dry_run ? "true" : "false") + R"(,"csv":)" + quoted(csv) +
                      (result.empty() ? "" : R"(,"result":")" + result + '"') + "}",
                  key);
    }
    std::size_t stored() { return all.party.world.browser().get(all.place + "/amendments").size("items"); }
};

constexpr const char* head = "linjer;gammel tekst;ny tekst;prinsipp;begrunnelse;forslagsstiller;ledd\n";

}  // namespace

TEST_CASE("A dry run says of each row what it means on the text, and stores nothing") {
    Sheet sheet;
    const auto told = sheet.send(std::string(head) +
                                     "2;vi vil ha  GRATIS ferge;Vi vil ha billig ferge;;Dyrt;Per Hansen;Bodø lag\n"
                                     "3;bedre vei;bedre vei;;;;\n"
                                     ";finnes ikke;x;;;;\n"
                                     ";;;Korte setninger;;;\n"
                                     "3;;Et nytt avsnitt.;;;;\n"
                                     "x;bedre;verre;;;;\n"
                                     ";;Uten sted;;;;\n"
                                     "3;Og bedre vei.;;;;;\n",
                                 true);
    INFO(told.body);
    REQUIRE(told.status == 200);
    CHECK(told.number("matched") == 4);
    CHECK(told.at("rows.0.fate") == "matched");
    CHECK(told.number("rows.0.row") == 2);
    CHECK(told.number("rows.0.line_from") == 2);
    CHECK(told.at("rows.0.sort") == "replacement");
    CHECK(told.at("rows.0.difference.0.pieces.1.text") == "gratis");
    CHECK(told.at("rows.1.fate") == "no_change");
    CHECK(told.at("rows.2.fate") == "not_found");
    CHECK(told.at("rows.3.kind") == "principle");
    CHECK(told.at("rows.4.sort") == "insertion");
    CHECK(told.at("rows.5.code") == "import.lines_wrong");
    CHECK(told.at("rows.6.code") == "import.no_place");
    CHECK(told.at("rows.7.sort") == "deletion");
    CHECK(sheet.stored() == 0);
}

TEST_CASE("The import submits what matched for the unit, with the name on paper in the reason, and once only") {
    Sheet sheet;
    const auto csv = std::string(head) +
                     "2;gratis;billig;;Det er dyrt.;Per Hansen;Bodø lag\n"
                     ";finnes ikke;x;;;;\n"
                     "3;Og bedre vei.;;;;;\n";
    const auto made = sheet.send(csv, false, {}, "nøkkel-0");
    CHECK(made.code() == "request.key_invalid");
    const auto first = sheet.send(csv, false, {}, "importen-1");
    INFO(first.body);
    REQUIRE(first.status == 201);
    CHECK(first.number("matched") == 2);
    const auto again = sheet.send(csv, false, {}, "importen-1");
    CHECK(again.body == first.body);
    CHECK(sheet.stored() == 2);
    const auto shown = sheet.all.shown(first.at("rows.0.amendment"));
    CHECK(shown.at("amendment.state") == "submitted");
    CHECK(shown.number("amendment.number") == 1);
    CHECK(shown.at("amendment.sponsor_unit.name") == "Partiet");
    CHECK(shown.at("amendment.reason") == "Forslagsstiller: Per Hansen, Bodø lag.\n\nDet er dyrt.");
    CHECK(shown.at("amendment.difference.0.pieces.2.text") == "billig");
    // What a paragraph's deletion leaves has no gap.
    const auto gone = first.at("rows.2.amendment");
    REQUIRE(sheet.all.decide(gone, "take").status == 200);
    REQUIRE(sheet.all.make_version().status == 201);
    CHECK(sheet.all.source(2) == "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\n- tog\n");
}

TEST_CASE("What is submitted is what was tried: another sheet than the one that was shown imports nothing") {
    Sheet sheet;
    const auto csv = std::string(head) + "2;gratis;billig;;Dyrt.;Per Hansen;\n";
    const auto tried = sheet.send(csv, true);
    const auto result = tried.at("result");
    REQUIRE(result.size() == 64);
    CHECK(sheet.send(csv, true).at("result") == result);
    for (const auto* other : {"2;gratis;dyr;;Dyrt.;Per Hansen;\n", "2;gratis;billig;;For dyrt.;Per Hansen;\n",
                              "2;gratis;billig;;Dyrt.;Kari Hansen;\n", "2;gratis;billig;;Dyrt.;Per Hansen;Bodø lag\n",
                              "2;gratis;billig;;Dyrt.;Per Hansen;\n3;Og bedre vei.;;;;;\n"}) {
        INFO(other);
        const auto sent = sheet.send(head + std::string(other), false, {}, "", 1, result);
        CHECK(sent.status == 409);
        CHECK(sent.code() == "import.result_meanwhile");
    }
    CHECK(sheet.stored() == 0);
    CHECK(sheet.send(csv, false, {}, "importen-2", 1, result).status == 201);
    CHECK(sheet.stored() == 1);
}

TEST_CASE("What is exported can be imported: the same changes come of it") {
    Sheet sheet;
    sheet.all.submitted(sheet.all.party.member, "b2", "Vi vil ha billig ferge. Maten er god.");
    sheet.all.submitted(sheet.all.party.second, "b3", "Og mye bedre vei.");
    sheet.all.submitted(sheet.all.party.second, "b4", "buss og tog");
    const auto csv = sheet.all.party.world.browser().get(sheet.all.place + "/amendments/export?form=csv").body;
    const auto told = sheet.send(csv, true);
    INFO(told.body);
    CHECK(told.number("matched") == 3);
    const auto list = sheet.all.party.world.browser().get(sheet.all.place + "/amendments");
    for (int i = 0; i < 3; ++i) {
        const auto at = std::to_string(i);
        CHECK(told.at("rows." + at + ".difference") == list.at("items." + at + ".difference"));
    }
}

TEST_CASE("A sheet that is brought in again says what is there already, and submits only what is new") {
    Sheet sheet;
    const std::string rows = "2;gratis;billig;;Dyrt.;Per Hansen;Bodø lag\n;;;Korte setninger;;Per Hansen;\n";
    REQUIRE(sheet.send(head + rows + ";finnes ikke;x;;;;\n", false).number("matched") == 2);
    // The row that did not match is corrected; one has another reason, one another sponsor.
    const auto csv = head + std::string("2;gratis;billig;;Altfor dyrt.;Per Hansen;Bodø lag\n") +
                     ";;;Korte setninger;;Kari Hansen;\n3;bedre;god;;;;\n";
    const auto told = sheet.send(csv, true);
    INFO(told.body);
    CHECK(told.number("matched") == 2);
    CHECK(told.at("rows.0.fate") == "there");
    CHECK(told.number("rows.0.there.number") == 1);
    CHECK(told.at("rows.0.difference.0.pieces.1.text") == "gratis");
    CHECK(told.at("rows.1.fate") == "matched");
    CHECK(told.at("rows.1.there") == "null");
    CHECK(told.at("rows.2.fate") == "matched");
    const auto sent = sheet.send(csv, false, {}, "", 1, told.at("result"));
    CHECK(sent.number("matched") == 2);
    CHECK(sent.at("rows.0.amendment") == "null");
    CHECK(sheet.stored() == 4);
    // All of it is there now, and what was withdrawn is not.
    CHECK(sheet.send(csv, true).number("matched") == 0);
    const auto first = told.at("rows.0.there.id");
    REQUIRE(sheet.all.party.world.signed_in(sheet.all.party.editor)
                .post("/api/amendments/" + first + "/withdrawal")
                .status == 200);
    CHECK(sheet.send(csv, true).at("rows.0.fate") == "matched");
}

TEST_CASE("Rows that say the same are told, and the second is submitted where that is asked for alone") {
    Sheet sheet;
    const auto csv = head + std::string("2;gratis;billig;;Dyrt.;Per;\n2;gratis ferge;billig ferge;;;Per;\n") +
                     "2;gratis;billig;;Dyrt.;Ola;\n;finnes ikke;x;;;Per;\n;finnes ikke;x;;;Per;\n";
    const auto told = sheet.send(csv, true);
    INFO(told.body);
    CHECK(told.number("matched") == 2);
    CHECK(told.at("rows.1.fate") == "repeated");
    CHECK(told.number("rows.1.same_as") == 2);
    CHECK(told.at("rows.2.fate") == "matched");
    CHECK(told.at("rows.4.fate") == "not_found");
    const auto again = [&](const std::string& rows) {
        return sheet.all.party.world.signed_in(sheet.all.party.editor)
            .post(sheet.all.place + "/amendments/import",
                  R"({"version":1,"unit":)" + std::to_string(sheet.all.party.unit.value) + R"(,"result":")" +
                      told.at("result") + R"(","again":)" + rows + R"(,"csv":)" + quoted(csv) + "}");
    };
    CHECK(again(R"(["x"])").status == 422);
    // Who names a row that does not match submits nothing of it.
    const auto sent = again("[3,5]");
    CHECK(sent.number("matched") == 3);
    CHECK(sent.at("rows.1.amendment") != "null");
    CHECK(sheet.stored() == 3);
}

TEST_CASE("A quote that stands in several places is nobody's guess, and its lines settle it") {
    Sheet sheet;
    REQUIRE(sheet.all.party.save(sheet.all.document, 1, "# Mål\n\nBedre vei.\n\nMer mat.\n\nBedre vei.\n").status ==
            201);
    const auto told =
        sheet.send(std::string(head) + ";bedre vei;god vei;;;;\n4;bedre vei;god vei;;;;\n", true, {}, "", 2);
    CHECK(told.at("rows.0.fate") == "several");
    CHECK(told.at("rows.1.fate") == "matched");
    CHECK(told.number("rows.1.line_from") == 4);
    CHECK(sheet.send(std::string(head) + "2;bedre vei;god vei;;;;\n", false).code() == "version.stale_base");
}

TEST_CASE("Nobody but an editor who speaks for the unit imports, and only while amendments are taken") {
    Sheet sheet;
    const auto csv = std::string(head) + ";;;Kort;;;\n";
    CHECK(sheet.send(csv, false, sheet.all.party.member).status == 403);
    CHECK(sheet.send(csv, true, sheet.all.party.moderator).status == 403);
    CHECK(sheet.all.party.world.signed_in(sheet.all.party.editor)
              .post(sheet.all.place + "/amendments/import", R"({"version":1,"unit":)" +
                                                                std::to_string(sheet.all.party.other.value) +
                                                                R"(,"csv":"prinsipp\nKort"})")
              .code() == "unit.not_yours");
    const auto quiet = sheet.all.party.document(sheet.all.party.process("public", "discussing"), "# Mål\n");
    CHECK(sheet.all.party.world.signed_in(sheet.all.party.editor)
              .post("/api/documents/" + quiet + "/amendments/import", R"({"version":1,"unit":)" +
                                                                          std::to_string(sheet.all.party.unit.value) +
                                                                          R"(,"csv":"prinsipp\nKort"})")
              .code() == "amendment.stage_closed");
    REQUIRE(sheet.all.party.world.signed_in(sheet.all.party.editor)
                .patch("/api/processes/" + sheet.all.process, R"({"amendments":{"until":"2021-01-01T00:00:00Z"}})")
                .status == 200);
    CHECK(sheet.send(csv, false).code() == "amendment.deadline_passed");
    CHECK(sheet.stored() == 0);
}

TEST_CASE("A sheet that cannot be read is refused as a whole, with the row that is wrong") {
    Sheet sheet;
    CHECK(sheet.send("noe;annet\n1;2\n", true).code() == "csv.no_columns");
    CHECK(sheet.send(std::string(head) + "1;\"åpen\n", true).code() == "csv.quote_open");
    CHECK(sheet.send(std::string(head) + "1;\"åpen\n", true).at("problem.facts.row") == "2");
    std::string much = "prinsipp\n";
    for (int i = 0; i < 501; ++i) much += "Kort\n";
    CHECK(sheet.send(much, true).code() == "csv.too_many_rows");
    CHECK(sheet.send("", true).code() == "input.too_short");
}
