// A party with a consultation that is sent to bodies, and a process that decides after it.
#pragma once

#include "features/consultations/consultation_world.hpp"
#include "features/consultees/consultee_routes.hpp"

namespace samrad::testing {

struct HearingWorld : ConsultationWorld {
    HearingWorld() {
        const auto make = [this](features::Work&, features::PlainPage page) {
            page.fields.truths["nb"] = true;
            page.fields.texts["title"] = page.title;
            return http::Reply::html(templates.fill(page.content, page.fields), page.status);
        };
        const auto failure = [](const Problem& problem, const http::Request&) { return http::reply_of(problem); };
        world.add(features::consultee_routes({make, failure}, {std::string(origin), "Partiet", true}));
        secretary = world.person("Siri i lokallaget", "siri@example.org");
        world.standing(secretary, branch, "editor");
        world.database.sql("update accounts set confirmed_at = now() - interval '1 day'");
        consultation = open(R"(,"asks_proof":true)");  // their link is proof enough
        path = "/api/consultations/" + consultation;
    }

    // Puts the branch on the list; the consultee's id.
    std::string add_branch(bool must_be_heard) {
        const auto added = world.signed_in(editor).post(
            path + "/consultees", R"({"units":[)" + std::to_string(branch.value) + R"(],"must_be_heard":)" +
                                      (must_be_heard ? "true" : "false") + "}");
        INFO(added.body);
        REQUIRE(added.status == 201);
        return added.at("items.0.id");
    }
    Answer send() { return world.signed_in(editor).post(path + "/sending"); }
    // The link in the newest mail to an address: "/hearing/…".
    std::string link_to(const std::string& email) {
        const auto body = world.database.value("select body from outbox where recipient = " + literal(email) +
                                               " order by id desc limit 1");
        const auto begin = body.find("/hearing/");
        REQUIRE(begin != std::string::npos);
        return body.substr(begin, body.find('\n', begin) - begin);
    }
    // Answers by that link until it is sent.
    void answer_by(Browser& browser, const std::string& link) {
        const auto begun = form(browser, link + "/answers", "");
        INFO(begun.body);
        REQUIRE(begun.status == 303);
        const auto sent = answer(browser, begun.header("location"), "Vi+pendler", "&organisation=Vel&name=Siri");
        INFO(sent.body);
        REQUIRE(sent.status == 303);
    }
    // Plans a stage for voting that begins now by the clock, and returns its id; the stage before is for discussing.
    std::string plan_voting(const std::string& starts) {
        auto planner = world.signed_in(editor);
        const auto seen = planner.get("/api/processes/" + process_id).at("fingerprint");
        const auto planned =
            planner.patch("/api/processes/" + process_id,
                          R"({"seen":")" + seen +
                              R"(","stages":[{"title":"Debatt","kind":"discussing","starts":"2020-01-01T00:00:00Z"},)"
                              R"({"title":"Vedtak","kind":"voting","starts":)" +
                              starts + "}]}");
        INFO(planned.body);
        REQUIRE(planned.status == 200);
        return planned.at("stages.1.id");
    }
    std::string stage() { return world.browser().get("/api/processes/" + process_id).at("stage.kind"); }

    AccountId secretary;
    std::string consultation, path;
};

}  // namespace samrad::testing
