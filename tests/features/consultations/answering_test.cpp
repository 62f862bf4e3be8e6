// Answering a consultation with plain forms: nothing is lost, nothing is stored twice, and who has the link has the
// answer.
#include <atomic>
#include <thread>

#include "features/consultations/consultation_world.hpp"
#include "storage/address_counts.hpp"
#include "storage/answers.hpp"

using namespace samrad;
using testing::ConsultationWorld;

TEST_CASE("somebody without an account answers page by page, gets a receipt, comes back by the link and changes it") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    CHECK(browser.get("/consultations/" + consultation).body.find("Begynn å svare") != std::string::npos);
    const auto link = ConsultationWorld::begin(browser, consultation);
    const auto stored =
        ConsultationWorld::form(browser, link, "page=1&act=next&q.boat=yes&q.why=P%C3%A5+jobb%0D%0Ahver+dag");
    CHECK(stored.header("location") == link + "?page=2");
    CHECK(all.world.browser().get(link).body.find("På jobb\nhver dag</textarea>") != std::string::npos);
    CHECK(ConsultationWorld::form(browser, link, "page=2&act=next&q.price=4").header("location") == link + "/review");
    CHECK(browser.get(link + "/review").body.find("Vi skriver programmet.") != std::string::npos);
    const auto sent = ConsultationWorld::form(browser, link + "/submission", "consent=yes&email=kari%40example.org");
    CHECK(sent.header("location") == link + "/receipt");
    CHECK(browser.get(link + "/receipt").body.find("Kvittering nummer") != std::string::npos);
    CHECK(all.world.database.value("select recipient from outbox") == "kari@example.org");
    CHECK(all.world.database.value("select consent_text from answers").find("Vi skriver programmet.") !=
          std::string::npos);

    // A change counts when it is sent, not before.
    ConsultationWorld::form(browser, link, "page=2&act=next&q.price=1");
    CHECK(all.world.database.value("select content::json->'price'->>0 from answers") == "4");
    CHECK(browser.get(link + "/receipt").body.find("ikke er sendt") != std::string::npos);
    CHECK(browser.get(link + "/receipt").body.find("<dt>Endret</dt>") == std::string::npos);
    const auto receipt = all.world.database.value("select receipt from answers");
    ConsultationWorld::send(browser, link, "consent=yes");
    CHECK(all.world.database.value("select content::json->'price'->>0 from answers") == "1");
    CHECK(all.world.database.value("select receipt from answers") == receipt);
    CHECK(all.world.database.number("select count(*) from answers") == 1);
}

TEST_CASE("who has the link and who reads are told that an answer was changed since it was sent, when and how often") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    ConsultationWorld::answer(browser, link, "Jeg+pendler");
    all.world.database.sql("update answers set submitted_at = '2026-01-02', consented_at = '2026-01-02'");
    auto reader = all.world.signed_in(all.editor);
    const auto list = "/api/consultations/" + consultation + "/answers";
    CHECK(reader.get(list).at("items.0.changed") == "null");
    CHECK(browser.get(link + "/receipt").body.find("<dt>Endret</dt>") == std::string::npos);
    for (const auto* why : {"Ikke+lenger", "Jo,+likevel"}) ConsultationWorld::answer(browser, link, why);
    all.world.database.sql("update answers set consented_at = '2026-03-04'");
    CHECK(browser.get(link + "/receipt").body.find("<dt>Endret</dt><dd>4. mars 2026 (2 ganger") != std::string::npos);
    CHECK(browser.get(link + "/receipt").body.find("<dt>Sendt</dt><dd>2. januar 2026</dd>") != std::string::npos);
    CHECK(reader.get(list).at("items.0.changed").starts_with("2026-03-04T"));
    CHECK(reader.get(list).at("items.0.edits") == "2");
}

TEST_CASE("a page with something wrong comes back with all that was typed and the words beside the field") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    const auto wrong = ConsultationWorld::form(browser, link, "page=1&act=next&q.why=Likevel+%3Cb%3E");
    CHECK(wrong.status == 422);
    CHECK(wrong.body.find("Dette må besvares.") != std::string::npos);
    CHECK(wrong.body.find("Dette spørres det ikke om") != std::string::npos);
    CHECK(wrong.body.find("Likevel &lt;b&gt;</textarea>") != std::string::npos);
    const auto unsure = ConsultationWorld::form(browser, link, "page=1&act=next&q.boat=perhaps");
    CHECK(unsure.status == 422);
    CHECK(unsure.body.find("Velg ett av alternativene.") != std::string::npos);
    ConsultationWorld::form(browser, link, "page=1&act=next&q.boat=no");
    const auto far = ConsultationWorld::form(browser, link, "page=2&act=next&q.price=9");
    CHECK(far.status == 422);
    CHECK(far.body.find("grensen er 5") != std::string::npos);
    // Without consent nothing is taken, and the page says so; sending past the wrong page leads back to it.
    CHECK(ConsultationWorld::form(browser, link + "/submission", "consent=yes").status == 422);
    ConsultationWorld::form(browser, link, "page=2&act=next&q.price=5");
    const auto refused = ConsultationWorld::form(browser, link + "/submission", "name=Kari&email=her");
    CHECK(refused.status == 422);
    CHECK(refused.body.find("uten samtykke") != std::string::npos);
    CHECK(refused.body.find("Skriv en e-postadresse") != std::string::npos);
    CHECK(refused.body.find("value=\"Kari\"") != std::string::npos);
    CHECK(all.world.database.value("select state from answers") == "draft");
}

TEST_CASE("an account has one answer to a consultation that takes one from each, and each link that led to it stays") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto kari = all.world.signed_in(all.member);
    const auto first = ConsultationWorld::begin(kari, consultation, "as=me");
    ConsultationWorld::form(kari, first, "page=1&act=next&q.boat=yes&q.why=Allerede");
    const auto again = ConsultationWorld::begin(kari, consultation, "as=me");
    CHECK(kari.get(again).body.find("Allerede") != std::string::npos);
    CHECK(ConsultationWorld::answer(kari, again).status == 303);
    // The receipt told her to keep its link: it leads there still when she has pressed the button once more.
    const auto third = ConsultationWorld::begin(kari, consultation, "as=me");
    for (const auto& link : {first, again, third}) CHECK(kari.get(link + "/receipt").status == 200);
    CHECK(all.world.database.value("select voice from answers") == "members");
    CHECK(all.world.database.number("select count(*) from answers") == 1);
}

TEST_CASE("who wants to be told of the outcome and gave no address is asked for one") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser(), kari = all.world.signed_in(all.member);
    const auto link = ConsultationWorld::begin(browser, consultation);
    const auto asked = ConsultationWorld::answer(browser, link, "Ja", "&outcome=yes");
    CHECK(asked.status == 422);
    CHECK(asked.body.find("Skriv adressen vi skal si fra til") != std::string::npos);
    CHECK(asked.body.find("name=\"outcome\" value=\"yes\" checked") != std::string::npos);
    CHECK(ConsultationWorld::answer(browser, link, "Ja", "&outcome=yes&email=ola%40example.org").status == 303);
    // An account has an address.
    const auto own = ConsultationWorld::begin(kari, consultation, "as=me");
    CHECK(ConsultationWorld::answer(kari, own, "Ja", "&outcome=yes").status == 303);
    CHECK(all.world.database.number("select count(*) from answers where wants_outcome") == 2);
}

TEST_CASE("who withdraws an answer is told that it is gone") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    ConsultationWorld::answer(browser, link, "HEMMELIG");
    const auto told = ConsultationWorld::form(browser, link + "/withdrawal", "");
    CHECK(told.status == 200);
    CHECK(told.body.find("Det du skrev, er borte") != std::string::npos);
    CHECK(told.body.find("HEMMELIG") == std::string::npos);
    CHECK(ConsultationWorld::form(browser, link + "/withdrawal", "").status == 404);
}

TEST_CASE("a double submission is one answer with one receipt") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    ConsultationWorld::answer(browser, link);
    std::vector<std::jthread> both;
    for (int i = 0; i < 4; ++i) {
        both.emplace_back([&] {
            auto other = all.world.browser();
            ConsultationWorld::form(other, link + "/submission", "consent=yes");
        });
    }
    both.clear();
    CHECK(all.world.database.number("select count(*) from answers where state = 'submitted'") == 1);
    CHECK(all.world.database.number("select answers from address_uses") == 1);
}

TEST_CASE("from one address no more answers are taken a day than the form says, and no address is kept") {
    ConsultationWorld all;
    const auto consultation = all.open(R"(,"per_address":2)");
    auto browser = all.world.browser();
    browser.address = "198.51.100.7";
    for (int i = 0; i < 2; ++i) {
        CHECK(ConsultationWorld::answer(browser, ConsultationWorld::begin(browser, consultation)).status == 303);
    }
    const auto link = ConsultationWorld::begin(browser, consultation);
    const auto refused = ConsultationWorld::answer(browser, link, "Det+jeg+skrev");
    CHECK(refused.status == 429);
    CHECK(browser.get(link).body.find("Det jeg skrev") != std::string::npos);
    auto other = all.world.browser();
    other.address = "203.0.113.9";
    CHECK(ConsultationWorld::answer(other, ConsultationWorld::begin(other, consultation)).status == 303);
    CHECK(all.world.database.number("select count(*) from address_uses where address_hash::text like '%198%51%'") == 0);
    all.world.database.sql("update address_uses set day = day - 1; update address_keys set day = day - 1");
    storage::Transaction tx(all.world.database.pool(), storage::Mode::write);
    CHECK(storage::forget_addresses(tx) == 3);
    tx.commit();
    CHECK(all.world.database.number("select count(*) from address_uses") == 0);
}

TEST_CASE("what fills in the trap waits for a moderator and is not thrown away") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto robot = all.world.browser();
    const auto link = ConsultationWorld::begin(robot, consultation);
    CHECK(ConsultationWorld::answer(robot, link, "Kj%C3%B8p", "&website=http%3A%2F%2Fx").status == 303);
    auto mona = all.world.signed_in(all.moderator);
    const std::string list = "/api/consultations/" + consultation + "/answers";
    CHECK(mona.get(list).size("items") == 0);
    const auto held = mona.get(list + "?state=held");
    REQUIRE(held.size("items") == 1);
    CHECK(held.at("items.0.held_for") == "trap");
    const auto settle = "/api/answers/" + held.at("items.0.id") + "/settlement";
    CHECK(mona.post(settle, R"({"let_in":true,"edits":0})").status == 200);
    CHECK(mona.post(settle, R"({"let_in":false,"edits":0})").code() == "answer.not_held");
    CHECK(mona.get(list).size("items") == 1);
}

TEST_CASE("a code opens one answer, and what is no code none") {
    ConsultationWorld all;
    const auto consultation = all.open(R"(,"once":"code")");
    const auto codes =
        all.world.signed_in(all.editor).post("/api/consultations/" + consultation + "/codes", R"({"count":2})");
    REQUIRE(codes.size("codes") == 2);
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    CHECK(ConsultationWorld::answer(browser, link, "Ja", "&code=feil").status == 422);
    CHECK(ConsultationWorld::answer(browser, link, "Ja", "&code=" + codes.at("codes.0")).status == 303);
    const auto second = ConsultationWorld::begin(browser, consultation);
    const auto used = ConsultationWorld::answer(browser, second, "Ja", "&name=Kari&code=" + codes.at("codes.0"));
    CHECK(used.status == 422);
    CHECK(used.body.find("allerede svart") != std::string::npos);
    CHECK(used.body.find("value=\"Kari\"") != std::string::npos);
    CHECK(ConsultationWorld::answer(browser, second, "Ja", "&code=" + codes.at("codes.1")).status == 303);
}

TEST_CASE("two presses on the button begin one answer") {
    ConsultationWorld all;
    const auto consultation = all.open();
    std::atomic<int> begun = 0;
    std::vector<std::jthread> both;
    for (int i = 0; i < 4; ++i) {
        both.emplace_back([&] {
            auto kari = all.world.signed_in(all.member);
            begun +=
                ConsultationWorld::form(kari, "/consultations/" + consultation + "/answers", "as=me").status == 303;
        });
    }
    both.clear();
    CHECK(begun == 4);
    CHECK(all.world.database.number("select count(*) from answers") == 1);
}

TEST_CASE("where so many mails went out that one must wait, nothing typed is lost") {
    ConsultationWorld all(1);
    const auto consultation = all.open(R"(,"asks_proof":true,"per_address":100)");
    auto browser = all.world.browser();
    int refused = 0;
    for (int i = 0; i < 12; ++i) {
        const auto link = ConsultationWorld::begin(browser, consultation);
        const auto sent = ConsultationWorld::answer(browser, link, "Ja",
                                                    "&name=Nummer+" + std::to_string(i) + "&email=n%40example.org");
        if (sent.status == 303) continue;
        ++refused;
        CHECK(sent.status == 429);
        CHECK(sent.body.find("value=\"Nummer " + std::to_string(i)) != std::string::npos);
        CHECK(browser.get(link + "/review").body.find("Nummer " + std::to_string(i)) != std::string::npos);
    }
    CHECK(refused > 0);
    CHECK(refused < 4);
}

TEST_CASE("a closed consultation says so, and shows what one had written") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    all.world.database.sql("update consultations set closes_at = now() - interval '1 minute'");
    const auto late = ConsultationWorld::form(browser, link, "page=1&act=next&q.boat=yes&q.why=For+sent");
    CHECK(late.status == 409);
    CHECK(late.body.find("Høringen er avsluttet") != std::string::npos);
    CHECK(late.body.find("For sent</textarea>") != std::string::npos);
    CHECK(ConsultationWorld::form(browser, "/consultations/" + consultation + "/answers", "").status == 409);
}

TEST_CASE("a form of another site begins nothing and stores nothing") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    browser.headers["origin"] = "https://evil.example";
    CHECK(ConsultationWorld::form(browser, "/consultations/" + consultation + "/answers", "").status == 403);
    browser.headers["origin"] = "null";
    CHECK(ConsultationWorld::form(browser, "/consultations/" + consultation + "/answers", "").status == 403);
    browser.headers.clear();
    CHECK(browser.post("/consultations/" + consultation + "/answers", "{}").code() == "request.not_form_type");
    CHECK(all.world.database.number("select count(*) from answers") == 0);
}

TEST_CASE("who may no longer read the process changes nothing any more, but sees the receipt and can withdraw") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto outsider = all.world.signed_in(all.stranger);
    const auto link = ConsultationWorld::begin(outsider, consultation, "as=me");
    ConsultationWorld::answer(outsider, link, "Den+gang");
    all.world.database.sql("update processes set audience = 'members'");
    CHECK(ConsultationWorld::form(outsider, link, "page=1&act=next&q.boat=no").status == 404);
    CHECK(ConsultationWorld::form(outsider, link + "/submission", "consent=yes").status == 404);
    CHECK(outsider.get(link + "/receipt").body.find("Den gang") != std::string::npos);
    CHECK(ConsultationWorld::form(outsider, link + "/withdrawal", "").status == 200);
    CHECK(outsider.get(link).status == 404);
}

TEST_CASE("whose session has ended gets the page back with every word and a way to sign in, and then sends it") {
    ConsultationWorld all;
    const auto consultation = all.open();
    all.world.database.sql("update processes set audience = 'members'");
    auto kari = all.world.signed_in(all.member), nobody = all.world.browser();
    const auto link = ConsultationWorld::begin(kari, consultation, "as=me");
    const auto way_in = "href=\"/sign-in?to=" + link + "\"";
    // Whoever opens the link without being signed in is told before a word is written.
    const auto page = nobody.get(link).body;
    CHECK(page.find(way_in) != std::string::npos);
    const auto body = "page=1&act=next&q.boat=yes&q.why=Tre+avsnitt&base=" + ConsultationWorld::base_in(page);
    const auto kept = ConsultationWorld::form(nobody, link, body);
    CHECK(kept.status == 401);
    CHECK(kept.body.find("Tre avsnitt</textarea>") != std::string::npos);
    CHECK(kept.body.find(way_in) != std::string::npos);
    CHECK(all.world.database.value("select typed from answers") == "{}");
    const auto again = "page=1&act=next&q.boat=yes&q.why=Tre+avsnitt&base=" + ConsultationWorld::base_in(kept.body);
    CHECK(ConsultationWorld::form(kari, link, again).status == 303);
    CHECK(kari.get(link).body.find("/sign-in?to=") == std::string::npos);

    const auto review = kari.get(link + "/review").body;
    const auto sending = "consent=yes&email=kari%40example.org&base=";
    const auto unsent =
        ConsultationWorld::form(nobody, link + "/submission", sending + ConsultationWorld::base_in(review));
    CHECK(unsent.status == 401);
    CHECK(unsent.body.find("value=\"kari@example.org\"") != std::string::npos);
    CHECK(unsent.body.find(way_in) != std::string::npos);
    CHECK(
        ConsultationWorld::form(kari, link + "/submission", sending + ConsultationWorld::base_in(unsent.body)).status ==
        303);
    CHECK(all.world.database.value("select state from answers") == "submitted");
    CHECK(
        nobody.put("/api/answers-by-link/" + link.substr(9) + "/draft", R"({"page":1,"base":"","fields":{}})").code() ==
        "answer.sign_in");
}

TEST_CASE("one customer's whole IPv6 network counts as one address") {
    ConsultationWorld all;
    const auto consultation = all.open(R"(,"per_address":1)");
    auto browser = all.world.browser();
    browser.address = "2001:db8:1:2::1";
    CHECK(ConsultationWorld::answer(browser, ConsultationWorld::begin(browser, consultation)).status == 303);
    browser.address = "2001:db8:1:2:ffff::9";
    CHECK(ConsultationWorld::answer(browser, ConsultationWorld::begin(browser, consultation)).status == 429);
    browser.address = "2001:db8:1:3::1";
    CHECK(ConsultationWorld::answer(browser, ConsultationWorld::begin(browser, consultation)).status == 303);
}

TEST_CASE("an answer that a moderator has yet to see still waits, with its reason, after a change") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto robot = all.world.browser();
    const auto link = ConsultationWorld::begin(robot, consultation);
    ConsultationWorld::answer(robot, link, "Hei", "&website=x");
    ConsultationWorld::form(robot, link + "/submission", "consent=yes");
    CHECK(all.world.database.value("select state || ' ' || held_for from answers") == "held trap");
}

TEST_CASE("a consultation that is published and not open yet says when it opens") {
    ConsultationWorld all;
    const auto consultation = all.open();
    all.world.database.sql("update consultations set opens_at = '2035-03-04'");
    auto browser = all.world.browser();
    const auto page = browser.get("/consultations/" + consultation).body;
    CHECK(page.find("Høringen åpner 4. mars 2035.") != std::string::npos);
    CHECK(page.find("Begynn å svare") == std::string::npos);
}

TEST_CASE("nobody goes by the name of an erased account") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation, "as=organisation&organisation=Vel");
    CHECK(ConsultationWorld::form(browser, "/consultations/" + consultation + "/answers",
                                  "as=organisation&organisation=%2317")
              .status == 422);
    const auto named = [&](const std::string& more) {
        return ConsultationWorld::answer(browser, link, "Ja", "&organisation=Vel" + more).status;
    };
    CHECK(named("&name=%2317") == 422);
    CHECK(named("&name=Ola&sponsors=%2317") == 422);
    CHECK(named("&name=Ola&sponsors=%2317+AS") == 303);
}
