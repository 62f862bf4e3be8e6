// What others see of answers: only what its author consents to and a moderator has let in.
#include "features/consultations/consultation_world.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

std::string settle(ConsultationWorld& all, const char* let_in) {
    const auto id = all.world.database.value("select id from answers where state = 'held'");
    auto moderator = all.world.signed_in(all.moderator);
    const auto consultation = all.world.database.value("select max(id) from consultations");
    const auto edits = moderator.get("/api/consultations/" + consultation + "/answers?state=held").at("items.0.edits");
    CHECK(moderator
              .post("/api/answers/" + id + "/settlement",
                    std::string(R"({"let_in":)") + let_in + R"(,"edits":)" + edits + "}")
              .status == 200);
    return id;
}

}  // namespace

TEST_CASE(
    "an answer is shown to others when its author consents and a moderator has let it in, and until it is withdrawn") {
    ConsultationWorld all;
    const auto consultation = all.open(R"(,"publishes_answers":true)");
    const auto page = "/consultations/" + consultation + "/answers";
    auto browser = all.world.browser(), kari = all.world.signed_in(all.member);
    const auto secret = ConsultationWorld::begin(browser, consultation);
    CHECK(browser.get(secret + "/review").body.find("kan også vises for andre") != std::string::npos);
    ConsultationWorld::answer(browser, secret, "HEMMELIG", "&name=Skjult");
    const auto link = ConsultationWorld::begin(kari, consultation, "as=me");
    ConsultationWorld::answer(kari, link, "OFFENTLIG", "&publish=yes");
    CHECK(all.world.database.value("select state from answers order by id desc limit 1") == "held");
    CHECK(browser.get(page).body.find("OFFENTLIG") == std::string::npos);
    settle(all, "true");
    const auto shown = browser.get(page).body;
    CHECK(shown.find("OFFENTLIG") != std::string::npos);
    CHECK(shown.find("Kari") != std::string::npos);
    CHECK(shown.find("Medlemmer i partiet") != std::string::npos);
    CHECK(shown.find("HEMMELIG") == std::string::npos);
    CHECK(shown.find("Skjult") == std::string::npos);
    CHECK(browser.get(page + "?voice=units").body.find("OFFENTLIG") == std::string::npos);
    CHECK(browser.get(page + "?voice=members").body.find("OFFENTLIG") != std::string::npos);
    CHECK(all.world.database.value("select consent_text from answers where may_publish").find("kan vises for alle") !=
          std::string::npos);
    // What is changed is looked at anew; what is withdrawn is gone at once.
    ConsultationWorld::answer(kari, link, "ENDRET", "&publish=yes");
    CHECK(browser.get(page).body.find("ENDRET") == std::string::npos);
    settle(all, "true");
    CHECK(browser.get(page).body.find("ENDRET") != std::string::npos);
    // What is redacted is a bar here too.
    all.world.database.sql("update answers set shown = replace(content, 'ENDRET', '██████') where may_publish");
    const auto redacted = browser.get(page).body;
    CHECK(redacted.find("ENDRET") == std::string::npos);
    CHECK(redacted.find("██████") != std::string::npos);
    ConsultationWorld::form(kari, link + "/withdrawal", "");
    CHECK(browser.get(page).body.find("██████") == std::string::npos);
}

TEST_CASE("consent to be shown that is taken back counts at once, and what a moderator refuses is never shown") {
    ConsultationWorld all;
    const auto consultation = all.open(R"(,"publishes_answers":true)");
    const auto page = "/consultations/" + consultation + "/answers";
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    ConsultationWorld::answer(browser, link, "FRASE", "&publish=yes");
    settle(all, "true");
    CHECK(browser.get(page).body.find("FRASE") != std::string::npos);
    ConsultationWorld::send(browser, link, "consent=yes");
    CHECK(browser.get(page).body.find("FRASE") == std::string::npos);
    CHECK(all.world.database.value("select state from answers") == "submitted");
    const auto other = ConsultationWorld::begin(browser, consultation);
    ConsultationWorld::answer(browser, other, "STYGT", "&publish=yes");
    settle(all, "false");
    CHECK(browser.get(page).body.find("STYGT") == std::string::npos);
}

TEST_CASE("where a consultation does not publish, nobody is asked and no page shows anything") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    ConsultationWorld::answer(browser, link, "Ja", "&publish=yes");
    CHECK(all.world.database.value("select may_publish::text || state from answers") == "falsesubmitted");
    CHECK(browser.get("/consultations/" + consultation + "/answers").status == 404);
    CHECK(browser.get("/consultations/" + consultation + "/answers?voice=x").status == 404);
}

TEST_CASE("a moderator lets in the words that were looked at, and not those that came meanwhile") {
    ConsultationWorld all;
    const auto consultation = all.open(R"(,"publishes_answers":true)");
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    ConsultationWorld::answer(browser, link, "PENT", "&publish=yes");
    auto moderator = all.world.signed_in(all.moderator);
    const auto list = "/api/consultations/" + consultation + "/answers?state=held";
    const auto seen = moderator.get(list);
    const auto settlement = "/api/answers/" + seen.at("items.0.id") + "/settlement";
    const auto word = [&](const testing::Answer& as_of) {
        return moderator.post(settlement, R"({"let_in":true,"edits":)" + as_of.at("items.0.edits") + "}");
    };
    ConsultationWorld::answer(browser, link, "STYGT", "&publish=yes");
    CHECK(word(seen).code() == "answer.changed");
    CHECK(browser.get("/consultations/" + consultation + "/answers").body.find("STYGT") == std::string::npos);
    CHECK(moderator.post(settlement, R"({"let_in":true})").status == 422);
    CHECK(word(moderator.get(list)).status == 200);
    CHECK(browser.get("/consultations/" + consultation + "/answers").body.find("STYGT") != std::string::npos);
}

TEST_CASE("whose name an answer bears is shown before it is sent, and the consent that is stored says that name") {
    ConsultationWorld all;
    const auto consultation = all.open(R"(,"publishes_answers":true)");
    auto kari = all.world.signed_in(all.member), browser = all.world.browser();
    const auto link = ConsultationWorld::begin(kari, consultation, "as=me");
    const auto review = kari.get(link + "/review").body;
    CHECK(review.find("Sendes som <strong>Kari</strong>") != std::string::npos);
    CHECK(review.find("med navnet Kari.") != std::string::npos);
    // A name that is another by then is shown before it counts.
    all.world.database.sql("update accounts set name = 'Kari Holm' where name = 'Kari'");
    const auto form = "&publish=yes&base=" + ConsultationWorld::base_in(review);
    ConsultationWorld::form(kari, link, "page=1&act=next&q.boat=no");
    const auto anew = ConsultationWorld::form(kari, link + "/submission", "consent=yes" + form);
    CHECK(anew.status == 409);
    CHECK(anew.body.find("med navnet Kari Holm.") != std::string::npos);
    CHECK(ConsultationWorld::form(kari, link + "/submission",
                                  "consent=yes&publish=yes&base=" + ConsultationWorld::base_in(anew.body))
              .status == 303);
    CHECK(all.world.database.value("select consent_text from answers").find("med navnet Kari Holm.") !=
          std::string::npos);
    CHECK(kari.get(link + "/receipt").body.find("vises for andre, med navnet Kari Holm.") != std::string::npos);
    settle(all, "true");
    CHECK(browser.get("/consultations/" + consultation + "/answers").body.find("Kari Holm") != std::string::npos);
    // A unit's answer bears the unit's name, and who writes their own writes it on the page.
    const auto own = ConsultationWorld::begin(browser, consultation);
    const auto unnamed = browser.get(own + "/review").body;
    CHECK(unnamed.find("Sendes som") == std::string::npos);
    CHECK(unnamed.find("med navnet som står på det.") != std::string::npos);
    const auto secretary = all.world.person("Siri");
    all.world.standing(secretary, all.branch, "editor");
    auto siri = all.world.signed_in(secretary);
    const auto unit = ConsultationWorld::begin(siri, consultation, "as=unit:" + std::to_string(all.branch.value));
    const auto body = siri.get(unit + "/review").body;
    CHECK(body.find("med navnet Lokallaget.") != std::string::npos);
    CHECK(body.find("Siri") == std::string::npos);
}

TEST_CASE("an answer that was left out is looked at again once it is sent again") {
    ConsultationWorld all;
    const auto consultation = all.open(R"(,"holds_answers":true)");
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    ConsultationWorld::answer(browser, link, "STYGT");
    const auto id = settle(all, "false");
    // Also where answers are not held any more.
    all.world.database.sql("update consultations set holds_answers = false");
    ConsultationWorld::answer(browser, link, "PENT");
    CHECK(all.world.database.value("select state || ' ' || held_for from answers") == "held moderation");
    CHECK(browser.get(link + "/receipt").body.find("En moderator ser på svaret") != std::string::npos);
    CHECK(settle(all, "true") == id);
    // Unless its author has begun another in its place: then that one is the answer.
    auto kari = all.world.signed_in(all.member);
    const auto first = ConsultationWorld::begin(kari, consultation, "as=me");
    ConsultationWorld::answer(kari, first, "STYGT");
    all.world.database.sql("update answers set state = 'refused' where account_id is not null");
    const auto second = ConsultationWorld::begin(kari, consultation, "as=me");
    const auto stopped = ConsultationWorld::answer(kari, first, "PENT");
    CHECK(stopped.status == 422);
    CHECK(stopped.body.find("Åpne det svaret for å endre det.") != std::string::npos);
    CHECK(ConsultationWorld::answer(kari, second, "PENT").status == 303);
    CHECK(all.world.signed_in(all.editor).get("/api/consultations/" + consultation + "/answers").at("items.1.id") ==
          id);
}
