// A campaign is read once, and nobody's own words are lost in it.
#include "base/utf8.hpp"
#include "features/reading/reading_world.hpp"

using namespace samrad;
using testing::ReadingWorld;

namespace {

const std::string appeal =
    "Vi+krever+at+kommunen+setter+ned+farten+forbi+skolen+vår.+Barna+går+langs+en+vei+uten+fortau.";

}  // namespace

TEST_CASE("nearly identical answers are folded behind the commit: the shared text once, own words in full view") {
    ReadingWorld all;
    const auto first = all.answered(appeal), second = all.answered(appeal + "+Min+bror+ble+skadet.");
    const auto other = all.answered("Fergene+er+altfor+dyre+for+familier+med+barn+og+ungdom+hos+oss.");
    auto reader = all.world.signed_in(all.moderator);
    CHECK(reader.get(all.list + "/reading?folded=1").size("items") == 3);  // not sorted yet: as they are
    CHECK(all.sort() == 3);
    CHECK(all.sort() == 0);
    const auto folded = reader.get(all.list + "/reading?folded=1");
    CHECK(folded.size("items") == 2);
    CHECK(folded.at("items.1.id") == first);
    CHECK(folded.at("items.1.family.answers") == "2");
    const auto counts = reader.get(all.list + "/reading/counts");
    CHECK(counts.at("answers") == "3");
    CHECK(counts.at("families") == "2");
    const auto family = reader.get("/api/answers/" + second + "/family");
    INFO(family.body);
    CHECK(family.at("answers") == "2");
    CHECK(family.at("shared.0.text").find("Vi krever") == 0);
    CHECK(family.at("items.1.own.0.pieces.1.mark") == "inserted");
    CHECK(family.at("items.1.own.0.pieces.1.text") == " Min bror ble skadet.");
    CHECK(reader.get(all.list + "/families").at("items.0.answers") == "2");
    CHECK(reader.get(all.list + "/families").size("items") == 1);
    CHECK(reader.get("/api/answers/" + other + "/family").at("answers") == "1");
    CHECK(all.world.database.number("select count(*) from answers where state = 'submitted'") == 3);
}

TEST_CASE("what a family shares is told of every field, also of one that the first of them left empty") {
    ReadingWorld all;
    const auto made = all.world.signed_in(all.editor)
                          .post("/api/processes/" + all.process_id + "/consultations",
                                "{" + ReadingWorld::rules() +
                                    R"(,"sections":[{"key":"s","questions":[)"
                                    R"({"key":"lights","kind":"short_text","title":{"nb":"Lys?"}},)"
                                    R"({"key":"speed","kind":"long_text","title":{"nb":"Farten?"}}]}]})");
    REQUIRE(made.status == 201);
    all.world.signed_in(all.editor).post("/api/consultations/" + made.at("id") + "/publishing");
    for (const char* lights : {"", "Sett+opp+lys.", "Sett+opp+lys."}) {
        auto browser = all.world.browser();
        const auto link = ReadingWorld::begin(browser, made.at("id"));
        ReadingWorld::form(browser, link, "page=1&act=next&q.lights=" + std::string(lights) + "&q.speed=" + appeal);
        REQUIRE(ReadingWorld::send(browser, link, "consent=yes").status == 303);
    }
    all.sort();
    const auto families = all.world.signed_in(all.moderator).get("/api/consultations/" + made.at("id") + "/families");
    INFO(families.body);
    REQUIRE(families.at("items.0.answers") == "3");
    CHECK(families.at("items.0.shared.0.field") == "lights");
    CHECK(families.at("items.0.shared.0.text") == "Sett opp lys.");
    CHECK(families.at("items.0.shared.1.field") == "speed");
}

TEST_CASE("folded together with any other filter, a family shows the first of its answers that match, and hides none") {
    ReadingWorld all;
    const auto first = all.answered(appeal), second = all.answered(appeal + "+Min+bror+ble+skadet.");
    const auto third = all.answered(appeal + "+Broren+til+Ola+ble+skadet.");
    all.sort();
    auto reader = all.world.signed_in(all.editor);
    const auto list = [&](const std::string& filter) { return reader.get(all.list + "/reading?folded=1" + filter); };
    REQUIRE(list("").size("items") == 1);
    CHECK(list("").at("items.0.id") == first);
    // What one searches for stands in the own words of later ones alone.
    CHECK(list("&q=skadet").size("items") == 1);
    CHECK(list("&q=skadet").at("items.0.id") == second);
    CHECK(list("&q=Ola").at("items.0.id") == third);
    // And each further filter, on which page soever.
    CHECK(reader.put("/api/answers/" + first + "/reading").status < 300);
    CHECK(list("&unread=1").at("items.0.id") == second);
    REQUIRE(all.mark(all.editor, third, all.theme("Fart"), 0, 10).status == 201);
    CHECK(list("&marked=0").at("items.0.id") == first);
    CHECK(list("&theme=" + all.world.database.value("select id from themes")).at("items.0.id") == third);
    CHECK(list("&after=" + third).at("items.0.id") == first);
    CHECK(list("&q=skadet&after=" + third).at("items.0.id") == second);
    all.world.database.sql("update answers set voice = 'members' where id = " + third);
    CHECK(list("&voice=members").at("items.0.id") == third);
    // One that was left out stands for nobody.
    all.world.database.sql("update answers set state = 'held' where id = " + first);
    CHECK(list("").at("items.0.id") == second);
}

TEST_CASE("a mark is carried to every answer of the family that has the passage, and says where it came from") {
    ReadingWorld all;
    const auto first = all.answered(appeal);
    all.answered("Hei!+" + appeal);
    all.answered(appeal + "+Min+bror+ble+skadet.");
    all.sort();
    const auto theme = all.theme("Fart");
    const auto marked = all.mark(all.editor, first, theme, 0, 54, R"(,"family":true)");
    CHECK(marked.at("carried") == "2");
    CHECK(all.world.database.number("select count(*) from marks where source = 'family' and because_of = " +
                                    marked.at("mark.id")) == 2);
    CHECK(all.world.database.value("select string_agg(first::text, ',' order by answer_id) from marks") == "0,5,0");
    const auto themes = all.world.signed_in(all.editor).get(all.list + "/themes");
    CHECK(themes.at("items.0.answers") == "3");
    CHECK(themes.at("items.0.families") == "1");
}

TEST_CASE("who marks a whole family is told which of it lack the passage, and finds them") {
    ReadingWorld all;
    const auto first = all.answered(appeal + "+Sett+opp+lys.");
    all.answered(appeal + "+Sett+opp+lys.");
    const auto without = all.answered(appeal);
    all.answered("Fergene+er+altfor+dyre+for+familier+med+barn+og+ungdom+hos+oss.");
    all.sort();
    const auto theme = all.theme("Lys"), other = all.theme("Fart");
    auto reader = all.world.signed_in(all.editor);
    const auto family = reader.get("/api/answers/" + first).at("family.id");
    const int behind = int(to_utf16(appeal).size());
    const auto marked = all.mark(all.editor, first, theme, behind + 1, behind + 14, R"(,"family":true)");
    INFO(marked.body);
    CHECK(marked.at("carried") == "1");
    CHECK(marked.at("left_out") == "1");
    const auto list = all.list + "/reading?family=" + family + "&without=";
    CHECK(reader.get(list + theme).size("items") == 1);
    CHECK(reader.get(list + theme).at("items.0.id") == without);
    CHECK(reader.get(list + other).size("items") == 3);
    CHECK(all.mark(all.editor, first, other, 0, 10).at("left_out") == "0");
    CHECK(reader.get(all.list + "/reading?without=999").field() == "without");
    CHECK(reader.get(all.list + "/reading?without=x").status == 422);
}

TEST_CASE("who changes or takes back an answer leaves the family, and another one stands for it") {
    ReadingWorld all;
    const auto first = all.answered(appeal);
    const auto link = all.last_link;
    all.answered(appeal + "+Hilsen+oss.");
    all.sort();
    auto author = all.world.browser();
    REQUIRE(ReadingWorld::form(author, link + "/withdrawal", "").status < 400);
    all.sort();
    const auto third = all.answered("Hei,+" + appeal);
    all.sort();
    auto reader = all.world.signed_in(all.moderator);
    CHECK(reader.get("/api/answers/" + third).at("family.answers") == "2");
    CHECK(reader.get("/api/answers/" + first).status == 404);
    CHECK(reader.get(all.list + "/reading?folded=1").size("items") == 1);
    REQUIRE(
        ReadingWorld::answer(author = all.world.browser(), all.last_link, "Noe+helt+annet+enn+det+de+andre+skrev+her")
            .status == 303);
    all.sort();
    CHECK(reader.get("/api/answers/" + third).at("family.answers") == "1");
    CHECK(all.world.database.number("select count(*) from unsorted_answers") == 0);
}

TEST_CASE("two servers that sort one consultation in turn find the same families") {
    ReadingWorld all;
    features::FamilySorter one(all.world.database.pool(), [](const auto&) {});
    features::FamilySorter two(all.world.database.pool(), [](const auto&) {});
    all.answered(appeal);
    CHECK(one.sort() == 1);
    all.answered(appeal);
    CHECK(two.sort() == 1);
    all.answered("Ja,+" + appeal);
    CHECK(one.sort() == 1);
    CHECK(all.world.database.number("select count(distinct family_id) from answer_families") == 1);
}
