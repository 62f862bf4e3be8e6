// All that is on record about an account, and its erasure: nothing private is left in any table, and what was said in
// public keeps its words.
#include "features/accounts/account_routes.hpp"
#include "features/consultations/consultation_world.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

const features::Passwords passwords(features::Passwords::cheap());

// Somebody who has done everything that one can do, with a word of their own in each text.
struct Life : ConsultationWorld {
    Life() {
        world.add(features::account_routes({"https://samrad.example", "Partiet", true}, passwords));
        who = world.person("KANARIname", "kanari-mail@example.org");
        world.database.sql("update accounts set password_hash = " +
                           testing::literal(passwords.hash("svaler over fjorden")) + " where id = " + number());
        world.standing(who, branch, "editor");
        process_id = process("public", "amending");
        doc = document(process_id, "Første avsnitt.\n\nAndre avsnitt.\n");
        comment(who, doc, "KANARIcomment");
        const auto theirs = comment(second, doc, "FREMMEDcomment").at("comment.id");
        auto browser = world.signed_in(who);
        browser.put("/api/comments/" + theirs + "/support");
        const auto mine = world.database.value("select id from comments where author_id = " + number());
        world.database.sql("update comments set created_at = created_at - interval '1 hour' where id = " + mine);
        browser.patch("/api/comments/" + mine, R"({"text":"KANARIsecondcomment"})");
        amend("KANARIamendment", true);
        amend("KANARIdraft", false);
        const auto consultation = open();
        ConsultationWorld::answer(browser, begin(browser, consultation, "as=me"), "KANARIanswer",
                                  "&email=kanari-answer%40example.org");
        const auto unit_link = begin(browser, consultation, "as=unit:" + std::to_string(branch.value));
        ConsultationWorld::answer(browser, unit_link, "LAGETSanswer", "&meeting=LAGETSmeeting");
        world.database.sql(
            "insert into answer_files (answer_id, question, name, kind, bytes) select id, 'q', "
            "'KANARIfile.txt', 'text', convert_to('KANARIbytes', 'UTF8') from answers where unit_id is null");
        auto other = world.browser();
        ConsultationWorld::answer(other, begin(other, consultation), "FREMMEDanswer");
        world.database.sql(
            "insert into invitations (token_hash, email, unit_id, role, expires_at) values (sha256('x'), "
            "'Kanari-mail@example.org', " +
            std::to_string(unit.value) + ", 'member', now())");
    }
    std::string number() const { return std::to_string(who.value); }
    void amend(const std::string& reason, bool submit) {
        auto browser = world.signed_in(who);
        const auto made =
            browser.post("/api/documents/" + doc + "/amendments",
                         R"({"version":1,"reason":")" + reason + R"(","changes":[{"after":"b1","markdown":"Nytt."}]})");
        INFO(made.body);
        REQUIRE(made.status == 201);
        if (submit) browser.post("/api/amendments/" + made.at("amendment.id") + "/submission");
    }
    // The tables in whose rows a word stands, whatever the column.
    std::string tables_with(const std::string& word) {
        const auto names = world.database.value(
            "select string_agg(format('select %L where exists (select from %I t where t::text ilike %L)', table_name, "
            "table_name, '%" +
            word +
            "%'), ' union all ') from information_schema.tables where table_schema = 'public' "
            "and table_type = 'BASE TABLE'");
        return world.database.value("select coalesce(string_agg(name, ' ' order by name), '') from (" + names +
                                    ") x (name)");
    }
    AccountId who;
    std::string doc;
};

}  // namespace

TEST_CASE("the file of one's own data has every word one wrote, in whatever table, and none of anybody else's") {
    Life life;
    const auto file = life.world.signed_in(life.who).get("/api/me/data");
    REQUIRE(file.status == 200);
    CHECK(file.header("content-disposition").starts_with("attachment"));
    for (const char* word : {"KANARIname", "kanari-mail", "KANARIcomment", "KANARIsecondcomment", "KANARIamendment",
                             "KANARIdraft", "KANARIanswer", "kanari-answer", "KANARIfile.txt", "LAGETSmeeting"}) {
        INFO(word);
        CHECK(file.body.find(word) != std::string::npos);
    }
    CHECK(file.body.find("FREMMED") == std::string::npos);
    CHECK(file.body.find("$argon2") == std::string::npos);
    CHECK(file.body.find("token_hash") == std::string::npos);
    CHECK(life.world.browser().get("/api/me/data").status == 401);
}

TEST_CASE("every table that names accounts is in one's own data by itself, whoever adds it") {
    Life life;
    life.world.database.sql(
        "create table petitions (id bigint, account_id bigint references accounts, words text); "
        "grant select on petitions to samrad_server; insert into petitions values (1, " +
        life.number() + ", 'KANARIpetition')");
    CHECK(life.world.signed_in(life.who).get("/api/me/data").body.find("KANARIpetition") != std::string::npos);
}

TEST_CASE(
    "after erasure no table holds a private word, and what was said in public stands under a name that tells nobody") {
    Life life;
    auto browser = life.world.signed_in(life.who), elsewhere = life.world.signed_in(life.who);
    CHECK(browser.post("/api/me/erasure", R"({"password":"feil passord her"})").code() == "account.password_wrong");
    CHECK(life.tables_with("KANARIname") == "accounts");
    CHECK(browser.post("/api/me/erasure", R"({"password":"svaler over fjorden"})").status == 204);
    CHECK(elsewhere.get("/api/me").at("account") == "null");
    for (const char* word : {"KANARIname", "kanari-mail", "kanari-answer", "KANARIanswer", "KANARIdraft", "KANARIfile",
                             "KANARIbytes", "svaler"}) {
        INFO(word);
        CHECK(life.tables_with(word) == "");
    }
    CHECK(life.tables_with("KANARIsecondcomment") == "comments");
    CHECK(life.tables_with("KANARIamendment") == "amendments");
    CHECK(life.tables_with("LAGETSmeeting") == "answers");
    const auto list = life.world.browser().get("/api/documents/" + life.doc + "/comments").body;
    CHECK(list.find("KANARIsecondcomment") != std::string::npos);
    CHECK(list.find(R"("name":"#)" + life.number() + R"(")") != std::string::npos);
    CHECK(life.world.database.number("select count(*) from standings where (ends_at is null or ends_at > now()) and "
                                     "account_id = " +
                                     life.number()) == 0);
    // The address is free again, for somebody else.
    CHECK(
        life.world.browser()
            .post("/api/accounts", R"({"name":"Ny","email":"kanari-mail@example.org","password":"helt andre ord her"})")
            .status == 202);
}

TEST_CASE("nobody is erased who is a unit's last administrator, and guesses at the password are few") {
    Life life;
    life.world.standing(life.who, life.unit, "administrator");
    auto browser = life.world.signed_in(life.who);
    CHECK(browser.post("/api/me/erasure", R"({"password":"svaler over fjorden"})").code() == "unit.last_administrator");
    life.world.standing(life.second, life.unit, "administrator");
    CHECK(browser.post("/api/me/erasure", R"({"password":"svaler over fjorden"})").status == 204);
}
