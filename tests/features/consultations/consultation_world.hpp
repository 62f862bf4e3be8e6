// A party with a consultation, and people who answer it with plain forms.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "features/consultations/consultation_routes.hpp"
#include "features/pages/page_templates.hpp"
#include "support/party.hpp"

namespace samrad::testing {

struct ConsultationWorld : Party {
    explicit ConsultationWorld(double limit_scale = 0) : Party(limit_scale) {
        const auto make = [this](features::Work&, features::PlainPage page) {
            page.fields.truths["nb"] = true;
            page.fields.texts["organisation"] = "Partiet";  // as the frame of the real pages has it
            return http::Reply::html(templates.fill(page.content, page.fields), page.status);
        };
        const auto failure = [](const Problem& problem, const http::Request&) { return http::reply_of(problem); };
        const auto fragment = [this](features::PlainPage page) {
            page.fields.truths["nb"] = page.language != domain::Language::en;
            return templates.fill(page.content, page.fields);
        };
        world.add(
            features::consultation_routes({make, failure, fragment}, {std::string(origin), "Partiet", true}, texts));
        process_id = process("public", "reading");
    }

    static std::string rules(const std::string& more = "") {
        return std::string() +
               R"("title":"Ferger","purpose":"Vi skriver programmet.","opens":"2020-01-01T00:00:00Z",)"
               R"("closes":"2036-01-01T00:00:00Z","erases":"2037-01-01T00:00:00Z")" +
               (more.find("asks_proof") == std::string::npos ? R"(,"asks_proof":false)" : "") + more;
    }
    // Two sections: a choice and a text that hangs on it; then a scale.
    static std::string sections() {
        return R"("sections":[{"key":"one","title":{"nb":"Først"},"questions":[)"
               R"({"key":"boat","kind":"choice","title":{"nb":"Bruker du ferge?"},"required":true,"options":[)"
               R"({"key":"yes","label":{"nb":"Ja"}},{"key":"no","label":{"nb":"Nei"}}]},)"
               R"({"key":"why","kind":"long_text","title":{"nb":"Hvorfor?"},"most":200,)"
               R"("show_if":{"all":[{"question":"boat","is":["yes"]}]}}]},)"
               R"({"key":"two","title":{"nb":"Så"},"questions":[)"
               R"({"key":"price","kind":"scale","title":{"nb":"Hvor viktig er prisen?"},"least":1,"most":5}]}])";
    }
    // A consultation that is open; its id.
    std::string open(const std::string& more = "") {
        const auto made = world.signed_in(editor).post("/api/processes/" + process_id + "/consultations",
                                                       "{" + rules(more) + "," + sections() + "}");
        INFO(made.body);
        REQUIRE(made.status == 201);
        REQUIRE(world.signed_in(editor).post("/api/consultations/" + made.at("id") + "/publishing").status == 200);
        return made.at("id");
    }

    // Posts a plain form as a browser without script does.
    static Answer form(Browser& browser, const std::string& path, const std::string& body) {
        browser.headers["content-type"] = "application/x-www-form-urlencoded";
        const auto answer = browser.post(path, body);
        browser.headers.erase("content-type");
        return answer;
    }
    // Begins an answer; the path of its link.
    static std::string begin(Browser& browser, const std::string& consultation, const std::string& body = "") {
        const auto begun = form(browser, "/consultations/" + consultation + "/answers", body);
        INFO(begun.body);
        REQUIRE(begun.status == 303);
        return begun.header("location");
    }
    // The word for what a page showed, which it sends along.
    static std::string base_in(const std::string& page) {
        const auto at = page.find("name=\"base\" value=\"");
        return at == std::string::npos ? "" : page.substr(at + 19, page.find('"', at + 19) - at - 19);
    }
    // Answers everything and sends it; the answer to the submission.
    static Answer answer(Browser& browser, const std::string& link, const std::string& why = "Jeg+pendler",
                         const std::string& more = "") {
        form(browser, link, "page=1&act=next&q.boat=yes&q.why=" + why);
        form(browser, link, "page=2&act=next&q.price=4");
        return send(browser, link, "consent=yes" + more);
    }
    // Sends the last page as it stands there, with what is typed on it.
    static Answer send(Browser& browser, const std::string& link, const std::string& typed) {
        return form(browser, link + "/submission", typed + "&base=" + base_in(browser.get(link + "/review").body));
    }

    features::PageTemplates templates{SAMRAD_SOURCE_DIR "/frontend"};
    std::string process_id;
};

}  // namespace samrad::testing
