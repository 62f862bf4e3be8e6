// A document that is being amended, and what people do with it through the routes.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/party.hpp"

namespace samrad::testing {

// A stage for amendments with one document of four blocks: b1 heading, b2 and b3 paragraphs, b4 an item.
struct Meeting {
    Party party;
    std::string process = party.process("public", "amending", true);
    std::string document =
        party.document(process, "# Mål\n\nVi vil ha gratis ferge. Maten er god.\n\nOg bedre vei.\n\n- tog\n");
    std::string place = "/api/documents/" + document;

    Answer draft(AccountId who, const std::string& changes, const std::string& more = "") {
        return party.world.signed_in(who).post(
            place + "/amendments", R"({"version":1,"reason":"Fordi.","changes":[)" + changes + "]" + more + "}");
    }
    // Replaces a block's Markdown and submits it; the amendment's id.
    std::string submitted(AccountId who, const std::string& block, const std::string& markdown) {
        const auto made = draft(who, R"({"block":")" + block + R"(","markdown":)" + quoted(markdown) + "}");
        INFO(made.body);
        REQUIRE(made.status == 201);
        const auto id = made.at("amendment.id");
        const auto sent = party.world.signed_in(who).post("/api/amendments/" + id + "/submission");
        INFO(sent.body);
        REQUIRE(sent.status == 200);
        return id;
    }
    Answer shown(const std::string& id, AccountId who = {}) {
        auto browser = who ? party.world.signed_in(who) : party.world.browser();
        return browser.get("/api/amendments/" + id);
    }
    Answer decide(const std::string& ids, const std::string& decision, int version = 1) {
        return party.world.signed_in(party.editor)
            .post(place + "/merge/decisions", R"({"version":)" + std::to_string(version) + R"(,"decision":")" +
                                                  decision + R"(","amendments":[)" + ids + "]}");
    }
    Answer make_version(int version = 1) {
        return party.world.signed_in(party.editor)
            .post(place + "/merge/version", R"({"version":)" + std::to_string(version) + R"(,"note":"Flettet"})");
    }
    std::string source(int version) {
        return party.world.browser().get(place + "/versions/" + std::to_string(version) + "/source").at("markdown");
    }
};

}  // namespace samrad::testing
