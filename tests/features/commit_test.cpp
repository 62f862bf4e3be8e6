// What is not stored has not happened: failures in the last moment of an act.
#include <catch2/catch_test_macros.hpp>

#include "support/party.hpp"

using namespace samrad;
using testing::Party;

namespace {

// From here on, the first commit that stores a row of the table fails in that way, once.
void fail_next_commit(testing::Database& database, const std::string& table, const std::string& how) {
    database.sql(
        "create sequence commits; grant usage on sequence commits to public; "
        "create function fail_once() returns trigger language plpgsql security definer as $$ begin "
        "if nextval('commits') = 1 then " +
        how +
        " end if; return null; end $$; "
        "create constraint trigger fail_once after insert on " +
        table + " deferrable initially deferred for each row execute function fail_once()");
}

constexpr const char* cut_connection = "perform pg_terminate_backend(pg_backend_pid());";
constexpr const char* refuse = "raise exception 'the commit fails';";

}  // namespace

TEST_CASE("An act whose commit got no answer is not done again: it may have been stored") {
    Party party;
    const auto process = party.process("public", "discussing");
    const auto document = party.document(process, "Tekst.\n");
    fail_next_commit(party.world.database, "comments", cut_connection);
    const auto answer = party.comment(party.member, document, "Kanskje lagret");
    CHECK(answer.status == 503);
    CHECK(answer.code() == "database.unavailable");
    CHECK(std::stoi(answer.header("retry-after")) > 0);
    CHECK(party.world.database.number("select last_value from commits") == 1);
    CHECK(party.world.database.number("select count(*) from comments") == 0);
    CHECK(party.comment(party.member, document, "Kanskje lagret").status == 201);
}

TEST_CASE("A version whose commit failed is never shown: the next one of that number is") {
    Party party;
    const auto process = party.process("public", "discussing");
    const auto document = party.document(process, "Første tekst.\n");
    fail_next_commit(party.world.database, "versions", refuse);
    CHECK(party.save(document, 1, "Ble aldri lagret.\n").status == 500);
    CHECK(party.save(document, 1, "Ble lagret.\n").status == 201);
    auto reader = party.world.browser();
    CHECK(reader.get("/api/documents/" + document).at("html").find("Ble lagret") != std::string::npos);
    CHECK(reader.get("/api/documents/" + document + "/versions/2/lines").at("items.0.text") == "Ble lagret.");
}

TEST_CASE("A comment whose commit failed leaves no event, no count and no used-up key") {
    Party party;
    const auto process = party.process("public", "discussing");
    const auto document = party.document(process, "Tekst.\n");
    fail_next_commit(party.world.database, "comments", refuse);
    auto kari = party.world.signed_in(party.member);
    party.world.announced();
    const auto path = "/api/documents/" + document + "/comments";
    CHECK(kari.post(path, R"({"text":"Innspill"})", "en-noekkel").status == 500);
    CHECK(party.world.announced().empty());
    CHECK(kari.post(path, R"({"text":"Innspill"})", "en-noekkel").status == 201);
    CHECK(kari.get("/api/documents/" + document).at("comment_count") == "1");
    CHECK(party.world.database.number("select max(number) - count(*) from events where topic = 'document:" + document +
                                      "'") == 0);
}
