// What was typed and is not asked any more, since another page was answered differently.
#include "features/consultations/consultation_world.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

struct TwoPages : ConsultationWorld {
    TwoPages() {
        const auto made = world.signed_in(editor).post(
            "/api/processes/" + process_id + "/consultations",
            "{" + rules() +
                R"(,"sections":[{"key":"one","questions":[{"key":"boat","kind":"choice","required":true,)"
                R"("title":{"nb":"Ferge?"},"options":[{"key":"yes","label":{"nb":"Ja"}},)"
                R"({"key":"no","label":{"nb":"Nei"}}]},{"key":"why","kind":"short_text","title":{"nb":"Hvorfor?"},)"
                R"("show_if":{"all":[{"question":"boat","is":["yes"]}]}}]},)"
                R"({"key":"two","show_if":{"all":[{"question":"boat","is":["yes"]}]},"questions":[)"
                R"({"key":"trip","kind":"long_text","title":{"nb":"Turen"}}]},)"
                R"({"key":"three","questions":[{"key":"price","kind":"short_text","title":{"nb":"Prisen"}},)"
                R"({"key":"seat","kind":"short_text","title":{"nb":"Plassen"},)"
                R"("show_if":{"all":[{"question":"boat","is":["yes"]}]}}]}]})");
        INFO(made.body);
        REQUIRE(made.status == 201);
        const auto id = made.at("id");
        REQUIRE(world.signed_in(editor).post("/api/consultations/" + id + "/publishing").status == 200);
        link = begin(browser, id);
        form(browser, link, "page=1&act=next&q.boat=yes");
        form(browser, link, "page=2&act=next&q.trip=Lang+tur");
        form(browser, link, "page=3&act=next&q.price=Dyr&q.seat=Ute");
    }
    bool review_has(const std::string& words) {
        return browser.get(link + "/review").body.find(words) != std::string::npos;
    }
    testing::Browser browser = world.browser();
    std::string link;
};

}  // namespace

TEST_CASE("what other answers have made idle is told before sending, left out, and does not stand in the way") {
    TwoPages all;
    CHECK(!all.review_has("Dette sendes ikke"));
    CHECK(TwoPages::form(all.browser, all.link, "page=1&act=next&q.boat=no").header("location").ends_with("?page=3"));
    CHECK(TwoPages::form(all.browser, all.link, "page=3&act=next&q.price=Dyr").header("location").ends_with("/review"));
    CHECK(all.review_has("Dette sendes ikke"));
    CHECK(all.review_has("Lang tur"));
    CHECK(all.review_has("Ute"));
    CHECK(TwoPages::form(all.browser, all.link + "/submission", "consent=yes").status == 303);
    CHECK(all.world.database.value("select content from answers") == R"({"boat":["no"],"price":["Dyr"]})");
}

TEST_CASE("whoever thinks better of it finds what was typed, by the page's buttons and by what saves itself") {
    TwoPages all;
    TwoPages::form(all.browser, all.link, "page=1&act=next&q.boat=no");
    TwoPages::form(all.browser, all.link, "page=3&act=next&q.price=Dyr");
    const auto draft = "/api/answers-by-link/" + all.link.substr(9) + "/draft";
    const auto page = all.browser.get(all.link + "?page=3").body;
    const auto at = page.find("name=\"base\" value=\"") + 19;
    CHECK(all.browser
              .put(draft, R"({"page":3,"base":")" + page.substr(at, page.find('"', at) - at) +
                              R"(","fields":{"price":["Billig"]}})")
              .status == 200);
    TwoPages::form(all.browser, all.link, "page=1&act=next&q.boat=yes");
    CHECK(!all.review_has("Dette sendes ikke"));
    for (const char* words : {"Lang tur", "Ute", "Billig"}) CHECK(all.review_has(words));
    REQUIRE(TwoPages::form(all.browser, all.link + "/submission", "consent=yes").status == 303);
    CHECK(all.world.database.value("select content::json->'seat'->>0 from answers") == "Ute");
}

TEST_CASE("what hangs on its own page is seen there, so it is refused there and not left out behind one's back") {
    TwoPages all;
    const auto refused = TwoPages::form(all.browser, all.link, "page=1&act=next&q.boat=no&q.why=Likevel");
    CHECK(refused.status == 422);
    CHECK(refused.body.find("value=\"Likevel\"") != std::string::npos);
    const auto sent = TwoPages::form(all.browser, all.link + "/submission", "consent=yes");
    CHECK(sent.status == 422);
    CHECK(sent.body.find("value=\"Likevel\"") != std::string::npos);
}

TEST_CASE("what was typed into a question that the page's script takes out of sight is kept, told and left out") {
    TwoPages all;
    TwoPages::form(all.browser, all.link, "page=1&act=next&q.boat=yes&q.why=Pendler");
    const auto hides = "page=1&act=next&q.boat=no&q.why=Pendler&unseen=why&unseen=price&unseen=';--";
    CHECK(TwoPages::form(all.browser, all.link, hides).header("location").ends_with("?page=3"));
    CHECK(all.review_has("Dette sendes ikke"));
    CHECK(all.review_has("Pendler"));
    TwoPages::form(all.browser, all.link, "page=1&act=next&q.boat=yes&q.why=Pendler");
    CHECK(!all.review_has("Dette sendes ikke"));
    CHECK(all.review_has("Pendler"));

    // The same by what saves itself, and a page that sends nothing of what it hides.
    const auto draft = "/api/answers-by-link/" + all.link.substr(9) + "/draft";
    const auto page = all.browser.get(all.link + "?page=1").body;
    const auto at = page.find("name=\"base\" value=\"") + 19;
    const auto saved = all.browser.put(draft, R"({"page":1,"base":")" + page.substr(at, page.find('"', at) - at) +
                                                  R"(","fields":{"boat":["no"]},"unseen":["why"]})");
    INFO(saved.body);
    REQUIRE(saved.status == 200);
    CHECK(saved.size("problems") == 0);
    CHECK(all.browser.get(all.link + "?page=1").body.find("value=\"Pendler\"") != std::string::npos);
    TwoPages::form(all.browser, all.link, "page=3&act=next&q.price=Dyr");
    REQUIRE(TwoPages::form(all.browser, all.link + "/submission", "consent=yes").status == 303);
    CHECK(all.world.database.value("select content from answers") == R"({"boat":["no"],"price":["Dyr"]})");
}
