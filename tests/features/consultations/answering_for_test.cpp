// Answering for a unit, for an organisation outside of the tree, and from paper.
#include "features/consultations/consultation_world.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

std::string for_unit(UnitId unit) { return "as=unit:" + std::to_string(unit.value); }

}  // namespace

TEST_CASE("a unit has one answer, which those who speak for it write on together, with the meeting's vote") {
    ConsultationWorld all;
    const auto consultation = all.open();
    const auto chief = all.world.person("Berit");
    all.world.standing(chief, all.branch, "editor");
    const auto deputy = all.world.person("Didrik");
    all.world.standing(deputy, all.branch, "administrator");
    auto berit = all.world.signed_in(chief), didrik = all.world.signed_in(deputy);
    CHECK(berit.get("/consultations/" + consultation).body.find("unit:" + std::to_string(all.branch.value)) !=
          std::string::npos);
    const auto first = ConsultationWorld::begin(berit, consultation, for_unit(all.branch));
    ConsultationWorld::form(berit, first, "page=1&act=next&q.boat=yes&q.why=Fra+Berit");
    const auto second = ConsultationWorld::begin(didrik, consultation, for_unit(all.branch));
    CHECK(didrik.get(second).body.find("Fra Berit") != std::string::npos);
    CHECK(berit.get(first).status == 200);  // her link stays
    const auto meeting = "&meeting=Styret+12.+mai&in_favour=7&against=2&sponsors=Nord%0D%0AS%C3%B8r";
    CHECK(ConsultationWorld::answer(didrik, second, "Felles", meeting).status == 303);
    CHECK(all.world.database.number("select count(*) from answers") == 1);
    CHECK(all.world.database.value("select voice || unit_id || votes_for || votes_against || votes_abstain || "
                                   "array_to_string(sponsors, '+') from answers") ==
          "units" + std::to_string(all.branch.value) + "720Nord+Sør");
    const auto receipt = berit.get(first + "/receipt").body;
    CHECK(receipt.find("Styret 12. mai") != std::string::npos);
    CHECK(receipt.find("7 for, 2 mot, 0 avstår") != std::string::npos);
    // And each may still answer for themselves.
    CHECK(ConsultationWorld::answer(berit, ConsultationWorld::begin(berit, consultation, "as=me")).status == 303);
}

TEST_CASE("nobody begins, changes or sends a unit's answer but who speaks for it, link or not") {
    ConsultationWorld all;
    const auto consultation = all.open();
    const auto chief = all.world.person("Berit");
    const auto standing = all.world.standing(chief, all.branch, "editor");
    auto berit = all.world.signed_in(chief), kari = all.world.signed_in(all.member);
    const auto path = "/consultations/" + consultation + "/answers";
    CHECK(ConsultationWorld::form(kari, path, for_unit(all.branch)).status == 403);
    auto nobody = all.world.browser();
    CHECK(ConsultationWorld::form(nobody, path, for_unit(all.branch)).status == 401);
    CHECK(ConsultationWorld::form(berit, path, "as=unit:987654").status == 404);
    CHECK(ConsultationWorld::form(berit, path, "as=unit:x").status == 404);
    const auto link = ConsultationWorld::begin(berit, consultation, for_unit(all.branch));
    const auto refused = ConsultationWorld::form(nobody, link, "page=1&act=next&q.boat=yes&q.why=Innbrudd");
    CHECK(refused.status == 403);
    CHECK(refused.body.find("Innbrudd</textarea>") != std::string::npos);
    CHECK(ConsultationWorld::form(nobody, link + "/submission", "consent=yes").status == 403);
    all.world.database.sql("update standings set ends_at = now() where id = " + std::to_string(standing.value));
    CHECK(ConsultationWorld::form(berit, link, "page=1&act=next&q.boat=no").status == 403);
    CHECK(ConsultationWorld::form(berit, link + "/withdrawal", "").status == 403);
    CHECK(ConsultationWorld::form(nobody, link + "/withdrawal", "").status == 403);
    CHECK(all.world.database.value("select state || typed from answers") == "draft{}");
}

TEST_CASE("a club of another organisation answers without party membership, with its own voice") {
    ConsultationWorld all;
    const auto organisation = all.world.unit("Forbundet", {}, "affiliate");
    all.world.database.sql("update units set affiliation = 'union' where id = " + std::to_string(organisation.value));
    const auto consultation = all.open();
    const auto club = all.world.unit("Klubben", organisation, "branch");
    const auto leader = all.world.person("Klubbleder");
    all.world.standing(leader, club, "editor");
    auto browser = all.world.signed_in(leader);
    const auto link = ConsultationWorld::begin(browser, consultation, for_unit(club));
    CHECK(ConsultationWorld::answer(browser, link).status == 303);
    CHECK(all.world.database.value("select voice from answers") == "unions");
}

TEST_CASE("an organisation outside of the tree answers by its name, and says whom to ask") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto path = "/consultations/" + consultation + "/answers";
    const auto unnamed = ConsultationWorld::form(browser, path, "as=organisation&organisation=+");
    CHECK(unnamed.status == 422);
    CHECK(unnamed.body.find("Skriv navnet på organisasjonen") != std::string::npos);
    const auto link = ConsultationWorld::begin(browser, consultation, "as=organisation&organisation=Velforeningen");
    CHECK(browser.get(link).body.find("Velforeningen") != std::string::npos);
    const auto nobody = ConsultationWorld::answer(browser, link, "Ja", "&organisation=Velforeningen&in_favour=x");
    CHECK(nobody.status == 422);
    CHECK(nobody.body.find("Skriv navnet ditt.") != std::string::npos);
    CHECK(nobody.body.find("Skriv hele tall") != std::string::npos);
    CHECK(nobody.body.find("value=\"x\"") != std::string::npos);
    CHECK(nobody.body.find("name=\"consent\" value=\"yes\" checked") != std::string::npos);
    const auto sent =
        ConsultationWorld::send(browser, link, "consent=yes&organisation=Sentrum+vel&name=Ola&in_favour=4&against=0");
    CHECK(sent.status == 303);
    CHECK(all.world.database.value("select voice || ' ' || body_name || ' ' || author_name || ' ' || votes_for from "
                                   "answers") == "organisations Sentrum vel Ola 4");
    // Several may bear one name: nothing is hidden by whoever comes first.
    ConsultationWorld::begin(browser, consultation, "as=organisation&organisation=Sentrum+vel");
}

TEST_CASE("what is typed on the last page is kept while one goes back to change something") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation, "as=organisation&organisation=Vel");
    ConsultationWorld::form(browser, link, "page=1&act=next&q.boat=no");
    const auto back = ConsultationWorld::form(browser, link + "/submission",
                                              "act=back&organisation=Vel&name=Ola&meeting=%C3%85rsm%C3%B8tet");
    CHECK(back.header("location") == link + "?page=2");
    CHECK(browser.get(link + "/review")
              .body.find("name=\"organisation\" type=\"text\" autocomplete=\"organization\" "
                         "value=\"Vel\"") != std::string::npos);
    CHECK(all.world.browser().get(link + "/review").body.find("Årsmøtet</textarea>") != std::string::npos);
}

TEST_CASE("an editor types in answers from paper, as many as there are, marked as such and by whom") {
    ConsultationWorld all;
    const auto consultation = all.open(R"(,"per_address":1,"allows_anonymous":false)");
    auto editor = all.world.signed_in(all.editor), kari = all.world.signed_in(all.member);
    CHECK(ConsultationWorld::form(kari, "/consultations/" + consultation + "/answers", "as=paper").status == 403);
    for (int i = 0; i < 3; ++i) {
        const auto link = ConsultationWorld::begin(editor, consultation, "as=paper");
        CHECK(editor.get(link + "/review").body.find("har på papir samtykket") != std::string::npos);
        CHECK(ConsultationWorld::answer(editor, link, "P%C3%A5+papir", "&voice=members&name=Gamle+Olga").status == 303);
    }
    CHECK(all.world.database.number(
              "select count(*) from answers where entered_by = " + std::to_string(all.editor.value) +
              " and account_id is null and voice = 'members' and state = 'submitted'") == 3);
    CHECK(all.world.database.number("select count(*) from audit_trail where act = 'enter'") == 3);
    CHECK(editor.get("/api/consultations/" + consultation + "/answers").at("items.0.on_paper") == "true");
    // For a body by its name, whose voice is never that of units.
    const auto link = ConsultationWorld::begin(editor, consultation, "as=paper");
    ConsultationWorld::answer(editor, link, "Ja", "&voice=units&organisation=Velet&name=Per");
    CHECK(all.world.database.value("select voice || body_name from answers order by id desc limit 1") ==
          "organisationsVelet");
    CHECK(ConsultationWorld::form(kari, link, "page=1&act=next&q.boat=no").status == 403);
}

TEST_CASE("an answer on paper is a unit's, with vote and minutes, and the unit's one answer, which it can go on with") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto editor = all.world.signed_in(all.editor);
    const auto secretary = all.world.person("Siri", "siri@example.org");
    all.world.standing(secretary, all.branch, "editor");
    const auto unit = "unit:" + std::to_string(all.branch.value);
    const auto link = ConsultationWorld::begin(editor, consultation, "as=paper");
    CHECK(editor.get(link + "/review").body.find("value=\"" + unit + "\"") != std::string::npos);
    const auto with = [&](const std::string& more) { return ConsultationWorld::answer(editor, link, "Ja", more); };
    CHECK(with("&of=unit:99999").body.find("Velg fra listen.") != std::string::npos);
    CHECK(with("&of=" + unit + "&organisation=Velet").body.find("ikke begge deler") != std::string::npos);
    CHECK(all.world.database.value("select state from answers") == "draft");
    REQUIRE(with("&of=" + unit + "&meeting=Vedtatt&in_favour=9&against=1&abstaining=0&voice=members").status == 303);
    const auto list = editor.get("/api/consultations/" + consultation + "/answers");
    CHECK(list.at("items.0.voice") == "units");
    CHECK(list.at("items.0.on_paper") == "true");
    CHECK(list.at("items.0.body.name") == "Lokallaget");
    CHECK(list.at("items.0.body.votes.for") == "9");
    CHECK(all.world.database.value("select account_id from answers").empty());
    // Whose it is stays: changing it asks no more, and sends what it is told to nobody else.
    CHECK(editor.get(link + "/review").body.find("name=\"of\"") == std::string::npos);
    REQUIRE(ConsultationWorld::send(editor, link, "consent=yes&of=&organisation=Velet").status == 303);
    CHECK(all.world.database.number("select count(*) from answers where unit_id is not null and body_name is null") ==
          1);

    const auto second = ConsultationWorld::begin(editor, consultation, "as=paper");
    CHECK(ConsultationWorld::answer(editor, second, "Nei", "&of=" + unit).body.find("Herfra er det svart") !=
          std::string::npos);
    // The unit's own find it and may change it; others of the party may not.
    auto siri = all.world.signed_in(secretary), kari = all.world.signed_in(all.member);
    const auto own = ConsultationWorld::begin(siri, consultation, "as=" + unit);
    CHECK(siri.get(own).body.find("Ja</textarea>") != std::string::npos);
    CHECK(ConsultationWorld::form(siri, own, "page=1&act=next&q.boat=no").status == 303);
    CHECK(ConsultationWorld::form(kari, own, "page=1&act=next&q.boat=yes").status == 403);
    CHECK(all.world.database.number("select count(*) from answers where unit_id is not null") == 1);
}
