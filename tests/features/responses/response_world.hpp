// A consultation about a document, with answers whose passages stand under themes.
#pragma once

#include "features/consultations/consultation_world.hpp"
#include "features/responses/response_routes.hpp"

namespace samrad::testing {

struct ResponseWorld : ConsultationWorld {
    ResponseWorld() {
        const auto make = [this](features::Work&, features::PlainPage page) {
            page.fields.truths["nb"] = true;
            page.fields.truths["signed_in"] = false;
            return http::Reply::html(templates.fill(page.content, page.fields), page.status);
        };
        const auto failure = [](const Problem& problem, const http::Request&) { return http::reply_of(problem); };
        world.add(features::response_routes({make, failure}, {std::string(origin), "Partiet", true}, texts, press));
        document_id = document(process_id, "# Ferger\n\nFergene skal gå.\n\nDet koster penger.\n");
        consultation = open(R"(,"document":)" + document_id + R"(,"version":1)");
        at = "/api/consultations/" + consultation;
    }

    // An answer that was sent; its link. `more` goes with the submission; `may_publish`: its author consents.
    std::string sent(const std::string& why, const std::string& more = "", bool may_publish = false) {
        auto browser = world.browser();
        const auto link = begin(browser, consultation);
        const auto done = answer(browser, link, why, more);
        INFO(done.body);
        REQUIRE(done.status == 303);
        if (may_publish) world.database.sql("update answers set may_publish = true where id = " + newest_answer());
        return link;
    }
    std::string newest_answer() { return world.database.value("select max(id) from answers"); }
    std::string theme(const std::string& title) {
        return world.database.value("insert into themes (consultation_id, title, created_by) values (" + consultation +
                                    ", '" + title + "', " + std::to_string(editor.value) + ") returning id");
    }
    // Marks the first `past` units of the text of the newest answer.
    std::string mark(const std::string& theme, int past = 6, const std::string& of_answer = "") {
        return world.database.value("insert into marks (answer_id, field, first, past, theme_id, reader_id) values (" +
                                    (of_answer.empty() ? newest_answer() : of_answer) + ", 'why', 0, " +
                                    std::to_string(past) + ", " + theme + ", " + std::to_string(editor.value) +
                                    ") returning id");
    }
    Answer respond(const std::string& theme, int base, const std::string& more = "") {
        return world.signed_in(editor).put(at + "/responses/" + theme,
                                           R"({"base":)" + std::to_string(base) +
                                               R"(,"status":"partly","heard":"Vi hørte om fergene.","decided":)"
                                               R"("Vi tok det inn.","why":"Det var rett.")" +
                                               more + "}");
    }
    Answer publish(int base, const std::string& open = "") {
        return world.signed_in(editor).post(at + "/report",
                                            R"({"base":)" + std::to_string(base) + R"(,"open":[)" + open + "]}");
    }

    std::string document_id;
    std::string consultation;
    std::string at;
};

}  // namespace samrad::testing
