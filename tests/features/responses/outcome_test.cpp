// Telling contributors: each who wanted it, once for a publication, by a link that shows and changes nothing.
#include <set>
#include <thread>

#include "features/responses/outcome_mails.hpp"
#include "features/responses/response_world.hpp"

using namespace samrad;
using namespace samrad::testing;

namespace {

const features::Site site{"https://samrad.example", "Partiet", true};

bool has(const Answer& answer, std::string_view words) { return answer.body.find(words) != std::string::npos; }

struct OutcomeWorld : ResponseWorld {
    // Writes all mails that are due, in batches.
    int tell(int most) {
        int batches = 0;
        while (features::tell_outcomes(world.database.pool(), site, most)) ++batches;
        return batches;
    }
    long long mails() { return world.database.number("select count(*) from outbox where body like '%/outcome%'"); }
    std::string link_to(const std::string& email) {
        return world.database.value(
            "select '/answers/' || substring(body from '/answers/([^/]+)/outcome') || "
            "'/outcome' from outbox where body like '%/outcome%' and recipient = '" +
            email + "' order by id desc limit 1");
    }
};

constexpr const char* wanted = "&outcome=yes&email=";

}  // namespace

TEST_CASE("Everybody who wanted it is told once for a publication, in batches, by several servers at once") {
    OutcomeWorld house;
    const auto theme = house.theme("Pris");
    for (int i = 0; i < 7; ++i) house.sent("Fergene+er+dyre", wanted + ("a" + std::to_string(i)) + "@example.org");
    house.mark(theme);
    house.sent("Fergene+er+fine", "&email=nei@example.org");
    house.sent("Fergene+er+store");
    // Of an account that was erased nothing is left to write to.
    house.world.database.sql("update answers set wants_outcome = true where id = " + house.newest_answer());
    REQUIRE(house.respond(theme, 0).status == 200);
    CHECK(house.tell(3) == 0);
    REQUIRE(house.publish(0).status == 201);
    {
        std::vector<std::jthread> servers;
        for (int i = 0; i < 3; ++i) {
            servers.emplace_back([&] {
                for (int n = 0; n < 5; ++n) features::tell_outcomes(house.world.database.pool(), site, 2);
            });
        }
    }
    house.tell(2);
    CHECK(house.mails() == 7);
    CHECK(house.world.database.number("select count(distinct recipient) from outbox where body like '%/outcome%'") ==
          7);
    CHECK(house.world.database.number("select told from outcome_mailings where done_at is not null") == 7);
    CHECK(house.tell(2) == 0);

    // A new edition is told to those about whose passages something is said anew.
    REQUIRE(house.respond(theme, 1).status == 200);
    REQUIRE(house.publish(1).status == 201);
    house.tell(100);
    CHECK(house.mails() == 8);
    CHECK(house.world.database.value("select recipient from outbox where body like '%/outcome%' order by id desc limit "
                                     "1") == "a6@example.org");
}

TEST_CASE("A batch that is taken back leaves no trace, and the next one tells the same people") {
    OutcomeWorld house;
    const auto theme = house.theme("Pris");
    for (int i = 0; i < 4; ++i) house.sent("Fergene+er+dyre", wanted + ("a" + std::to_string(i)) + "@example.org");
    house.mark(theme);
    REQUIRE(house.respond(theme, 0).status == 200);
    REQUIRE(house.publish(0).status == 201);
    features::tell_outcomes(house.world.database.pool(), site, 2);
    CHECK(house.mails() == 2);
    // The third mail fails: nothing of its batch is stored, neither link nor mail nor how far it came.
    house.world.database.sql(
        "create function fail() returns trigger language plpgsql as $$ begin if new.recipient = 'a3@example.org' then "
        "raise 'full'; end if; return new; end $$; create trigger fail before insert on outbox for each row execute "
        "function fail()");
    CHECK_THROWS(features::tell_outcomes(house.world.database.pool(), site, 2));
    CHECK(house.mails() == 2);
    CHECK(house.world.database.number("select count(*) from outcome_links") == 2);
    house.world.database.sql("drop trigger fail on outbox");
    house.tell(2);
    CHECK(house.mails() == 4);
}

TEST_CASE("The mailed link shows what became of one's own words, and lets nobody change or withdraw them") {
    OutcomeWorld house;
    const auto theme = house.theme("Pris");
    const auto own = house.sent("Fergene+er+for+dyre", wanted + std::string("kari@example.org"));
    house.mark(theme, 12);
    auto browser = house.world.browser();
    CHECK(has(browser.get(own + "/outcome"), "ikke besvart ennå"));
    REQUIRE(house.save(house.document_id, 1, "# Ferger\n\nFergene skal være gratis.\n\nDet koster penger.\n").status ==
            201);
    REQUIRE(house.respond(theme, 0, R"(,"version":2,"blocks":["b2"])").status == 200);
    REQUIRE(house.publish(0).status == 201);
    house.tell(100);
    const auto mailed = house.link_to("kari@example.org");
    REQUIRE(mailed.size() > 30);
    const auto page = browser.get(mailed);
    INFO(page.body);
    REQUIRE(page.status == 200);
    CHECK(page.header("cache-control") == "no-store");
    for (const auto* words : {"Fergene er f", "Pris", "Delvis fulgt", "Vi tok det inn.", "Fergene skal være gratis."}) {
        CHECK(has(page, words));
    }
    CHECK(has(page, "<mark>Fergene er f</mark>or dyre"));
    CHECK(has(page, "/documents/" + house.document_id + "/versions/2#b2"));
    // Read-only: it is no link to the answer, and does not tell that one.
    const auto base = mailed.substr(0, mailed.rfind('/'));
    CHECK(!has(page, own));
    for (const auto* part : {"", "/review", "/receipt"}) CHECK(browser.get(base + part).status == 404);
    CHECK(ResponseWorld::form(browser, base + "/withdrawal", "").status == 404);
    CHECK(ResponseWorld::form(browser, base + "/submission", "consent=yes").status == 404);
    CHECK(browser.get("/answers/no-such-link/outcome").status == 404);
    CHECK(browser.get("/answers/" + std::string(3000, 'a') + "/outcome").status == 404);

    // One's own link shows the same, and the way to the receipt.
    const auto mine = browser.get(own + "/outcome");
    CHECK(has(mine, "Vi tok det inn."));
    CHECK(has(mine, own + "/receipt"));

    // Once withdrawn, no link leads anywhere.
    REQUIRE(ResponseWorld::form(browser, own + "/withdrawal", "").status == 200);
    CHECK(browser.get(mailed).status == 404);
    CHECK(browser.get(own + "/outcome").status == 404);
    CHECK(house.world.database.number("select count(*) from outcome_links") == 0);
}

TEST_CASE("The receipt's way to the outcome leads somewhere also while the answer waits for a moderator") {
    OutcomeWorld house;
    const auto own = house.sent("Fergene+er+for+dyre");
    house.world.database.sql("update answers set state = 'held', held_for = 'moderation'");
    auto browser = house.world.browser();
    CHECK(has(browser.get(own + "/receipt"), own + "/outcome"));
    CHECK(browser.get(own + "/outcome").status == 200);
}

TEST_CASE("Once the answers are erased on their day, the report tells how many said so and nobody's words") {
    OutcomeWorld house;
    const auto theme = house.theme("Pris");
    std::string marks;
    for (int i = 0; i < 6; ++i) {
        house.sent("Fergene+er+dyre", wanted + ("a" + std::to_string(i)) + "@example.org", true);
        marks += (i ? "," : "") + house.mark(theme, 7);
    }
    REQUIRE(house.respond(theme, 0, R"(,"quotes":[)" + marks + "]").status == 200);
    REQUIRE(house.publish(0).status == 201);
    house.tell(100);
    const auto mailed = house.link_to("a3@example.org");
    REQUIRE(house.world.browser().get(mailed).status == 200);
    house.world.database.sql(
        "update answers set state = 'erased', account_id = null, author_name = null, email = null, typed = '{}', "
        "content = '{}', may_publish = false");
    auto report = house.world.browser().get(house.at + "/report");
    CHECK(report.at("themes.0.answers.public") == "6");
    CHECK(report.size("themes.0.response.quotes") == 0);
    CHECK(house.world.browser().get(mailed).status == 404);
    REQUIRE(house.respond(theme, 1).status == 200);
    REQUIRE(house.publish(1).status == 201);
    CHECK(house.world.browser().get(house.at + "/report").at("themes.0.answers.public") == "6");
    CHECK(house.tell(100) == 1);
    CHECK(house.mails() == 6);
}

TEST_CASE("What is redacted is blacked out in the outcome too") {
    OutcomeWorld house;
    const auto theme = house.theme("Pris");
    const auto own = house.sent("Fergene+til+Ola+er+dyre");
    const auto answer = house.newest_answer();
    house.mark(theme, 15);
    house.world.database.sql(R"(update answers set shown = replace(content, 'Ola', '███') where id = )" + answer);
    REQUIRE(house.respond(theme, 0).status == 200);
    REQUIRE(house.publish(0).status == 201);
    const auto page = house.world.browser().get(own + "/outcome");
    CHECK(page.status == 200);
    CHECK(!has(page, "Ola"));
    CHECK(has(page, "███"));
    const auto passages = house.world.signed_in(house.editor).get(house.at + "/responses/" + theme + "/passages");
    CHECK(!has(passages, "Ola"));
}
