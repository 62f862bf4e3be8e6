#include "app/house.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace samrad::testing {

House::House() {
    const app::RouteParts parts{
        {"https://samrad.example", "Partiet", true}, passwords, texts, templates, pages, "<svg/>", press};
    for (auto& route : app::all_routes(parts)) {
        const auto& known = world.routes();
        const bool is_known = std::any_of(known.begin(), known.end(), [&](const auto& other) {
            return other.verb == route.verb && other.pattern == route.pattern;
        });
        if (!is_known) world.add({route});
    }
    chief = world.person("Anne", "anne@example.org");
    world.standing(chief, unit, "administrator");
    world.database.sql("update accounts set confirmed_at = now() - interval '1 day'");
    world.database.sql(
        "insert into invitations (token_hash, email, unit_id, role, expires_at) values "
        "(sha256('KANARItoken'), 'anne@example.org', " +
        std::to_string(branch.value) + ", 'member', now() + interval '1 day')");
}

Browser House::as(Role role) {
    const AccountId accounts[] = {{}, participant, stranger, member, moderator, editor, chief};
    return accounts[role] ? world.signed_in(accounts[role]) : world.browser();
}

Things House::things_of(const Place& place) {
    Things things;
    const std::string canary = place.canary;
    const auto process = world.signed_in(editor).post(
        "/api/units/" + std::to_string(unit.value) + "/processes",
        R"({"title":")" + canary + R"(","description":")" + canary + R"(","audience":")" + place.audience +
            R"(","units":[)" + std::to_string(branch.value) +
            R"(],"admits_participants":true,"stages":[{"title":"Nå","kind":"discussing","starts":"2020-01-01T00:00:00Z"}]})");
    INFO(process.body);
    REQUIRE(process.status == 201);
    things["process"] = process.at("id");
    things["document"] = document(things["process"], canary + " i dokumentet.\n");
    things["comment"] = comment(editor, things["document"], canary + " i kommentaren").at("comment.id");
    things["hidden"] = comment(second, things["document"], hidden_canary).at("comment.id");
    world.database.sql("update comments set created_at = created_at - interval '1 hour' where id = " +
                       things["hidden"]);
    REQUIRE(world.signed_in(second)
                .patch("/api/comments/" + things["hidden"], std::string(R"({"text":"endret )") + hidden_canary + "\"}")
                .at("comment.edits") == "1");
    REQUIRE(world.signed_in(moderator)
                .post("/api/comments/" + things["hidden"] + "/hiding", R"({"reason":"KANARIhidden"})")
                .status == 200);
    world.database.sql("update stages set kind = 'amending' where process_id = " + things["process"]);
    const auto amendment = world.signed_in(editor).post(
        "/api/documents/" + things["document"] + "/amendments",
        R"({"version":1,"reason":")" + canary + R"(","changes":[{"after":"b1","markdown":"Og )" + canary + R"(."}]})");
    INFO(amendment.body);
    REQUIRE(amendment.status == 201);
    things["amendment"] = amendment.at("amendment.id");
    REQUIRE(world.signed_in(editor).post("/api/amendments/" + things["amendment"] + "/submission").status == 200);
    const auto recommended =
        world.signed_in(editor).post("/api/documents/" + things["document"] + "/recommendations",
                                     R"({"unit":)" + std::to_string(unit.value) + R"(,"amendments":[)" +
                                         things["amendment"] + R"(],"verdict":"adopt","publish":true})");
    INFO(recommended.body);
    REQUIRE(recommended.status == 201);
    things["recommendation"] = recommended.at("recommendations.0");
    const auto ballot = world.signed_in(editor).post(
        "/api/processes/" + things["process"] + "/ballots",
        R"({"question":")" + canary +
            R"(","kind":"approval","disclosure":"named","results_visible":"always","units":[)" +
            std::to_string(branch.value) + "]}");
    INFO(ballot.body);
    REQUIRE(ballot.status == 201);
    things["ballot"] = ballot.at("id");
    const auto consultation = world.signed_in(editor).post(
        "/api/processes/" + things["process"] + "/consultations",
        R"({"title":")" + canary + R"(","introduction":")" + canary + R"(","purpose":")" + canary +
            R"(","once":"code","publishes_answers":true,"opens":"2020-01-01T00:00:00Z","closes":"2036-01-01T00:00:00Z",)"
            R"("erases":"2037-01-01T00:00:00Z","sections":[{"key":"s","questions":[)"
            R"({"key":"q","kind":"long_text","title":{"nb":")" +
            canary + R"("}}]}]})");
    INFO(consultation.body);
    REQUIRE(consultation.status == 201);
    things["consultation"] = consultation.at("id");
    REQUIRE(world.signed_in(editor).post("/api/consultations/" + things["consultation"] + "/publishing").status == 200);
    things["consultee"] = world.database.value(
        "insert into consultees (consultation_id, unit_id, email, sent_at, declined_at, declined_word) values (" +
        things["consultation"] + ", " + std::to_string(unit.value) + ", 'hemmelig@example.org', now(), now(), '" +
        canary + "') returning id");
    things["template"] = world.database.value(
        "insert into form_templates (unit_id, title, definition, created_by) values (" + std::to_string(unit.value) +
        ", 'Mal for " + things["consultation"] +
        R"(', '{"sections":[{"key":"s","questions":[{"key":"q","kind":"date","title":{"nb":"Q"}}]}]}', )" +
        std::to_string(editor.value) + ") returning id");
    things["answer"] = world.database.value(
        "insert into answers (consultation_id, revision, token_hash, state, receipt, content, submitted_at) values (" +
        things["consultation"] +
        R"(, 1, sha256(gen_random_uuid()::text::bytea), 'held', nextval('receipt_numbers'), '{"q":[")" + canary +
        R"("]}', now()) returning id)");
    const auto person = [](AccountId id) { return std::to_string(id.value); };
    const auto row = [&](const std::string& table, const std::string& columns, const std::string& values) {
        return world.database.value("insert into " + table + " (" + columns + ") values (" + values + ") returning id");
    };
    things["theme"] = row("themes", "consultation_id, title, created_by",
                          things["consultation"] + ", '" + canary + "', " + person(editor));
    things["other_theme"] = row("themes", "consultation_id, title, created_by",
                                things["consultation"] + ", '" + canary + "', " + person(editor));
    things["mark"] = row("marks", "answer_id, field, first, past, theme_id, reader_id",
                         things["answer"] + ", 'q', 0, 5, " + things["theme"] + ", " + person(moderator));
    things["sample"] =
        row("samples", "consultation_id, first_reader, second_reader, created_by",
            things["consultation"] + ", " + person(editor) + ", " + person(moderator) + ", " + person(editor));
    things["redaction"] = row("redactions", "answer_id, field, first, past, reason, author_id",
                              things["answer"] + ", 'q', 0, 2, '" + canary + "', " + person(editor));
    things["link"] = "no-such-link";
    things["file"] = world.database.value("insert into answer_files (answer_id, question, name, kind, bytes) values (" +
                                          things["answer"] + ", 'f', 'svar.txt', 'text', convert_to('" + canary +
                                          "', 'UTF8')) returning id");
    world.database.sql(R"(update answers set content = replace(content, '"]}', '"],"f":[")" + things["file"] +
                       R"("]}') where id = )" + things["answer"]);
    things["theme"] = world.database.value("insert into themes (consultation_id, title, created_by) values (" +
                                           things["consultation"] + ", '" + canary + "', " +
                                           std::to_string(editor.value) + ") returning id");
    world.database.sql("insert into responses (theme_id, revision, status, heard, decided, why, author_id) values (" +
                       things["theme"] + ", 1, 'noted', '" + canary + "', '" + canary + "', '" + canary + "', " +
                       std::to_string(editor.value) + ")");
    world.database.sql("insert into report_editions values (" + things["consultation"] + ", 1, " +
                       std::to_string(editor.value) + ")");
    world.database.sql("insert into report_themes values (" + things["consultation"] + ", 1, " + things["theme"] +
                       ", 1, 1, '" + canary + "', 1)");
    things["version"] = "1";
    things["unit"] = std::to_string(unit.value);
    things["token"] = "KANARItoken";
    things["standing"] =
        world.database.value("select id from standings where account_id = " + std::to_string(second.value));
    world.database.sql("update invitations set used_at = null, used_by = null");
    things["rest"] = "no/such/page";
    world.database.sql(std::string("update stages set kind = '") + place.kind +
                       "' where process_id = " + things["process"]);
    return things;
}

std::string House::fingerprint() {
    std::string query = "select md5(concat(";
    for (const char* table : {"accounts",
                              "units",
                              "standings",
                              "invitations",
                              "processes",
                              "stages",
                              "documents",
                              "versions",
                              "comments",
                              "supports",
                              "amendments",
                              "amendment_supports",
                              "amendment_sponsors",
                              "recommendations",
                              "dissents",
                              "merge_decisions",
                              "merge_texts",
                              "voting_orders",
                              "voting_results",
                              "ballots",
                              "consultations",
                              "form_revisions",
                              "consultees",
                              "form_templates",
                              "consultation_codes",
                              "answers",
                              "themes",
                              "marks",
                              "read_answers",
                              "samples",
                              "sample_answers",
                              "redactions",
                              "answer_files",
                              "answer_links",
                              "answer_confirmations",
                              "used_proofs",
                              "responses",
                              "report_editions",
                              "report_themes",
                              "report_counts",
                              "outcome_mailings",
                              "outcome_links",
                              "ballot_units",
                              "votes",
                              "outbox",
                              "audit_trail",
                              "events"}) {
        query += std::string("(select md5(string_agg(t::text, '|' order by t::text)) from ") + table + " t),";
    }
    query.back() = ')';
    return world.database.value(query + ")");
}

std::string House::filled(std::string text, const Things& things) const {
    const auto replace = [&](const std::string& name, const std::string& value) {
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size())) {
            text.replace(at, name.size(), value);
        }
    };
    for (const auto& [name, value] : things) {
        replace("{" + name + "}", value);
        replace("{" + name + "...}", value);
    }
    replace("UNIT", std::to_string(unit.value));
    replace("PERSON", std::to_string(second.value));
    return text;
}

}  // namespace samrad::testing
