// The page of an answer that is gone: what was typed is given back, in the language of the page that sent it.
#include <catch2/catch_test_macros.hpp>

#include "app/house.hpp"
#include "features/consultations/consultation_world.hpp"

using namespace samrad;
using testing::ConsultationWorld;
using testing::House;

namespace {

bool has(const testing::Answer& page, std::string_view words) { return page.body.find(words) != std::string::npos; }

// The hidden fields that a page sends along, as a form body.
std::string hidden_in(const std::string& page) {
    const std::string_view before = "<input type=\"hidden\" name=\"", between = "\" value=\"";
    std::string body;
    for (auto at = page.find(before); at != std::string::npos; at = page.find(before, at + 1)) {
        const auto name = at + before.size(), past_name = page.find('"', name);
        const auto value = past_name + between.size(), past_value = page.find('"', value);
        body += "&" + page.substr(name, past_name - name) + "=" + page.substr(value, past_value - value);
    }
    return body;
}

struct Gone {
    Gone() {
        const auto process = house.process("public", "reading");
        const auto made =
            house.world.signed_in(house.editor)
                .post("/api/processes/" + process + "/consultations",
                      "{" + ConsultationWorld::rules() +
                          R"(,"sections":[{"key":"s","questions":[)"
                          R"({"key":"boat","kind":"choice","title":{"nb":"Ferge?","en":"Ferry?"},"other":true,)"
                          R"("options":[{"key":"yes","label":{"nb":"Ja","en":"Yes"}},)"
                          R"({"key":"no","label":{"nb":"Nei","en":"No"}}]},)"
                          R"({"key":"town","kind":"short_text","title":{"nb":"Hvor?","en":"Where?"}},)"
                          R"({"key":"age","kind":"number","title":{"nb":"Alder?","en":"Age?"}},)"
                          R"({"key":"list","kind":"long_text","title":{"nb":"Hva?","en":"What?"}}]}]})");
        INFO(made.body);
        REQUIRE(made.status == 201);
        house.world.signed_in(house.editor).post("/api/consultations/" + made.at("id") + "/publishing");
        link = ConsultationWorld::begin(browser, made.at("id"));
    }
    // Withdraws the answer in another window.
    void withdraw() {
        auto other = house.world.browser();
        REQUIRE(ConsultationWorld::form(other, link + "/withdrawal", "").status == 200);
    }

    House house;
    testing::Browser browser = house.world.browser();
    std::string link;
};

}  // namespace

TEST_CASE("who sends a page of an answer that is gone is given back every text as it was typed, and no ticks") {
    Gone all;
    const auto seen = all.browser.get(all.link);
    all.withdraw();
    const auto told = ConsultationWorld::form(
        all.browser, all.link,
        "act=next&q.boat=other&q.boat.other=Kajakk&q.town=bergen&q.age=73&q.list=Ferge%0D%0ABuss%0D%0ATog" +
            hidden_in(seen.body));
    INFO(told.body);
    CHECK(told.status == 404);
    CHECK(has(told, "Det du sendte nå, er ikke lagret"));
    for (const char* text : {">Kajakk<", ">bergen<", ">73<", ">Ferge\nBuss\nTog<"}) CHECK(has(told, text));
    for (const char* none : {">other<", ">next<", ">1<", ">q.town<"}) CHECK(!has(told, none));
}

TEST_CASE("who sends the last page of an answer that is gone is given back what stood on it, a one-word name too") {
    Gone all;
    const auto seen = all.browser.get(all.link + "/review");
    all.withdraw();
    const auto told =
        ConsultationWorld::form(all.browser, all.link + "/submission",
                                "consent=yes&publish=yes&name=Ola&email=ola%40example.org" + hidden_in(seen.body));
    CHECK(told.status == 404);
    CHECK(has(told, ">Ola<"));
    CHECK(has(told, ">ola@example.org<"));
    CHECK(!has(told, ">yes<"));
}

TEST_CASE("the page of an answer that is gone speaks the language in which it was answered, whatever the browser's") {
    Gone all;
    all.browser.headers["accept-language"] = "nb";
    ConsultationWorld::form(all.browser, all.link, "page=1&act=language:en");
    const auto seen = all.browser.get(all.link);
    REQUIRE(has(seen, "<html lang=\"en\">"));
    all.withdraw();
    const auto told =
        ConsultationWorld::form(all.browser, all.link, "act=next&q.list=%3Cb%3ENo!" + hidden_in(seen.body));
    CHECK(has(told, "<html lang=\"en\">"));
    CHECK(has(told, "The answer is no longer there"));
    CHECK(has(told, ">&lt;b&gt;No!<"));
}

TEST_CASE("on each of its pages an answer that is gone says so, and so does what became of it") {
    Gone all;
    all.withdraw();
    for (const char* page : {"", "/review", "/receipt", "/outcome", "/files/1", "/confirmation/abc"}) {
        const auto told = all.browser.get(all.link + page);
        INFO(page);
        CHECK(told.status == 404);
        CHECK(has(told, "Svaret finnes ikke lenger"));
        CHECK(!has(told, "er ikke lagret"));
    }
}
