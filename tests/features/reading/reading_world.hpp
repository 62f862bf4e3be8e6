// A party with a consultation that is answered, and a committee that reads.
#pragma once

#include "features/consultations/consultation_world.hpp"
#include "features/reading/family_sorter.hpp"
#include "features/reading/reading_routes.hpp"

namespace samrad::testing {

struct ReadingWorld : ConsultationWorld {
    ReadingWorld() {
        world.add(features::reading_routes());
        consultation = open();
        list = "/api/consultations/" + consultation;
    }
    // Somebody's answer; its id. Spaces as "+".
    std::string answered(const std::string& why) {
        auto browser = world.browser();
        last_link = begin(browser, consultation);
        REQUIRE(answer(browser, last_link, why).status == 303);
        return world.database.value("select max(id) from answers");
    }
    std::string theme(const std::string& title, const std::string& parent = "null") {
        const auto made =
            world.signed_in(editor).post(list + "/themes", R"({"title":")" + title + R"(","parent":)" + parent + "}");
        INFO(made.body);
        REQUIRE(made.status == 201);
        return made.at("added");
    }
    static std::string passage(int first, int past) {
        return R"("field":"why","first":)" + std::to_string(first) + R"(,"past":)" + std::to_string(past);
    }
    Answer mark(AccountId who, const std::string& answer, const std::string& theme, int first, int past,
                const std::string& more = "") {
        return world.signed_in(who).post(
            "/api/answers/" + answer + "/marks",
            "{" + passage(first, past) + R"(,"theme":)" + theme + R"(,"edits":)" + edits_of(answer) + more + "}");
    }
    Answer redact(const std::string& answer, int first, int past) {
        return world.signed_in(editor).post(
            "/api/answers/" + answer + "/redactions",
            "{" + passage(first, past) + R"(,"reason":"Navn","edits":)" + edits_of(answer) + "}");
    }
    // As a reader is given it.
    std::string edits_of(const std::string& answer) {
        return world.signed_in(editor).get("/api/answers/" + answer).at("edits");
    }
    int sort() {
        features::FamilySorter sorter(world.database.pool(), [](const auto&) {});
        return sorter.sort();
    }

    std::string consultation;
    std::string list;
    std::string last_link;
};

}  // namespace samrad::testing
