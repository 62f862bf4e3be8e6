// A document that is being amended, and what people do with it through the routes.
#pragma once

#include <algorithm>
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
    // What an editor sees of an amendment, who has the room before them as it is.
    std::string seen_of(const std::string& id, int version = 1) {
        return party.world.database.value(
            "select coalesce((select decision from merge_decisions where amendment_id = " + id +
            " and version = " + std::to_string(version) + " order by id desc limit 1), 'open')");
    }
    // What bodies have published on amendments, "7" or "7,8", as who publishes anew says to have seen: a JSON list.
    std::string said_of(const std::string& ids) {
        return "[" +
               party.world.database.value(
                   "select coalesce(string_agg(id::text, ','), '') from recommendations where "
                   "published_at is not null and amendment_id in (" +
                   ids + ")") +
               "]";
    }
    // ids: "7" or "7,8". `expected`: what the editor has seen, where that is not the room as it is.
    Answer decide(const std::string& ids, const std::string& decision, int version = 1,
                  const std::string& expected = "") {
        std::string amendments;
        for (std::size_t at = 0; at <= ids.size();) {
            const auto end = std::min(ids.find(',', at), ids.size());
            const auto id = ids.substr(at, end - at);
            amendments += (at > 0 ? R"(,{"id":)" : R"({"id":)") + id + R"(,"expected":")" +
                          (expected.empty() ? seen_of(id, version) : expected) + "\"}";
            at = end + 1;
        }
        return party.world.signed_in(party.editor)
            .post(place + "/merge/decisions", R"({"version":)" + std::to_string(version) + R"(,"decision":")" +
                                                  decision + R"(","amendments":[)" + amendments + "]}");
    }
    Answer make_version(int version = 1) {
        auto editor = party.world.signed_in(party.editor);
        const auto seen = editor.get(place + "/merge").at("entries");
        return editor.post(place + "/merge/version",
                           R"({"version":)" + std::to_string(version) + R"(,"seen":)" + seen + R"(,"note":"Flettet"})");
    }
    Answer room() { return party.world.signed_in(party.editor).get(place + "/merge"); }
    // Writes by hand in the place of the first dispute. `text`: JSON, null takes it back.
    Answer settle(const std::string& text, const std::string& expected = "0") {
        const auto now = room();
        return party.world.signed_in(party.editor)
            .post(place + "/merge/texts", R"({"version":)" + now.at("version") + R"(,"from":)" +
                                              now.at("disputes.0.from") + R"(,"to":)" + now.at("disputes.0.to") +
                                              R"(,"expected":)" + expected + R"(,"text":)" + text + "}");
    }
    std::string source(int version) {
        return party.world.browser().get(place + "/versions/" + std::to_string(version) + "/source").at("markdown");
    }
};

}  // namespace samrad::testing
