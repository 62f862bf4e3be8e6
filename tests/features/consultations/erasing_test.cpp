// What is left of an answer that was withdrawn or erased: that there was one, and what was counted of an erased one.
#include "features/consultations/consultation_world.hpp"
#include "storage/answers.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

// The hash under which the link of an answer is stored, as SQL.
std::string token_hash_in(const std::string& link) {
    return "sha256('" + link.substr(std::string("/answers/").size()) + "')";
}

}  // namespace

TEST_CASE("a withdrawn answer is gone at once, and its link with it") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, consultation);
    ConsultationWorld::answer(browser, link, "HEMMELIG");
    CHECK(ConsultationWorld::form(browser, link + "/withdrawal", "").status == 200);
    CHECK(browser.get(link).status == 404);
    CHECK(all.world.database.number("select count(*) from answers where answers::text like '%HEMMELIG%'") == 0);
    CHECK(all.world.database.number("select count(*) from answers where counted <> '{}' or token_hash = " +
                                    token_hash_in(link)) == 0);
    CHECK(all.world.signed_in(all.editor).get("/api/consultations/" + consultation + "/answers").size("items") == 0);
}

TEST_CASE("an erased answer stays counted and says nothing, and its code opens no second one") {
    ConsultationWorld all;
    const auto consultation = all.open(R"(,"once":"code")");
    const auto codes =
        all.world.signed_in(all.editor).post("/api/consultations/" + consultation + "/codes", R"({"count":1})");
    const auto code = "&code=" + codes.at("codes.0");
    auto kari = all.world.signed_in(all.member);
    const auto link = ConsultationWorld::begin(kari, consultation, "as=me");
    REQUIRE(ConsultationWorld::answer(kari, link, "Ja", code).status == 303);
    storage::Transaction tx(all.world.database.pool(), storage::Mode::write);
    CHECK(storage::erase_answers_of(tx, all.member) == 1);
    tx.commit();
    CHECK(all.world.database.number("select count(*) from answers where counted <> '{}' or code_hash is not null or "
                                    "token_hash = " +
                                    token_hash_in(link)) == 0);
    CHECK(all.world.database.number("select sum(change) from tally_changes") == 1);
    auto other = all.world.browser();
    CHECK(ConsultationWorld::answer(other, ConsultationWorld::begin(other, consultation), "Ja", code).status == 422);
}

TEST_CASE("who erases an account leaves no name in what was being written for a body") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto kari = all.world.signed_in(all.member);
    const auto link = ConsultationWorld::begin(kari, consultation, "as=organisation&organisation=Velforeningen");
    ConsultationWorld::form(kari, link, "page=1&act=next&q.boat=yes&q.why=Ja");
    ConsultationWorld::form(kari, link + "/submission", "act=back&name=HEMMELIG&email=hemmelig%40example.org");
    REQUIRE(all.world.database.number("select count(*) from answers where answers::text ilike '%hemmelig%'") == 1);
    storage::Transaction tx(all.world.database.pool(), storage::Mode::write);
    storage::erase_answers_of(tx, all.member);
    tx.commit();
    CHECK(all.world.database.number("select count(*) from answers where answers::text ilike '%hemmelig%'") == 0);
    CHECK(all.world.database.number("select count(*) from answers where typed like '%boat%'") == 1);
}

TEST_CASE("when its time has come every answer is erased, drafts too") {
    ConsultationWorld all;
    const auto consultation = all.open();
    auto kari = all.world.signed_in(all.member);
    ConsultationWorld::answer(kari, ConsultationWorld::begin(kari, consultation, "as=me"), "HEMMELIG");
    auto other = all.world.browser();
    ConsultationWorld::form(other, ConsultationWorld::begin(other, consultation),
                            "page=1&act=next&q.boat=yes&q.why=HEMMELIG");
    all.world.database.sql(
        "update consultations set opens_at = now() - interval '3 days', closes_at = now() - interval "
        "'2 days', erases_at = now() - interval '1 day'");
    storage::Transaction tx(all.world.database.pool(), storage::Mode::write);
    CHECK(storage::erase_due_answers(tx) == 2);
    CHECK(storage::erase_due_answers(tx) == 0);
    tx.commit();
    CHECK(all.world.database.number("select count(*) from answers where answers::text like '%HEMMELIG%' or account_id "
                                    "is not null") == 0);
}
