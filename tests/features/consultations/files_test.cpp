// Files that come with an answer: taken by their content, given out as downloads alone, to who has the link and to
// readers.
#include "features/consultations/consultation_world.hpp"
#include "storage/answers.hpp"

using namespace samrad;
using testing::ConsultationWorld;

namespace {

const std::string pdf = "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n";

std::string part(const std::string& name, const std::string& content) {
    return "--XyZ\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
}
std::string file(const std::string& name, const std::string& content, const std::string& field = "file.doc") {
    return "--XyZ\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name +
           "\"\r\nContent-Type: text/html\r\n\r\n" + content + "\r\n";
}

struct FileWorld : ConsultationWorld {
    FileWorld() {
        const auto made = world.signed_in(editor).post(
            "/api/processes/" + process_id + "/consultations",
            "{" + rules() +
                R"(,"sections":[{"key":"s","questions":[{"key":"doc","kind":"file","most":2,"title":{"nb":"Vedlegg"}},)"
                R"({"key":"why","kind":"long_text","title":{"nb":"Hvorfor?"}}]}]})");
        INFO(made.body);
        REQUIRE(made.status == 201);
        consultation = made.at("id");
        world.signed_in(editor).post("/api/consultations/" + consultation + "/publishing");
    }
    testing::Answer send(testing::Browser& browser, const std::string& link, const std::string& parts,
                         const std::string& act = "stay") {
        browser.headers["content-type"] = "multipart/form-data; boundary=XyZ";
        const auto answer = browser.post(link + "/files", part("page", "1") + part("act", act) +
                                                              part("q.why", "Skrevet\r\nher") + parts + "--XyZ--\r\n");
        browser.headers.erase("content-type");
        return answer;
    }
    std::string file_id() { return world.database.value("select id from answer_files order by id desc limit 1"); }
    std::string consultation;
};

}  // namespace

TEST_CASE("a file is stored by what it is, shown with the answer, and given out as a download that runs nothing") {
    FileWorld all;
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, all.consultation);
    CHECK(all.send(browser, link, file("../Vårt svar.html", pdf)).status == 303);
    CHECK(all.world.database.value("select kind || name from answer_files") == "pdfVårt svar.pdf");
    const auto page = browser.get(link).body;
    CHECK(page.find("Vårt svar.pdf") != std::string::npos);
    CHECK(page.find("Skrevet\nher</textarea>") != std::string::npos);
    const auto got = all.world.browser().get(link + "/files/" + all.file_id());
    CHECK(got.status == 200);
    CHECK(got.body == pdf);
    CHECK(got.header("content-disposition") ==
          "attachment; filename=\"V__rt svar.pdf\"; filename*=UTF-8''V%C3%A5rt%20svar.pdf");
    CHECK(got.header("content-security-policy") == "sandbox; default-src 'none'");
    CHECK(got.header("cache-control") == "no-store");
    ConsultationWorld::send(browser, link, "consent=yes");
    CHECK(browser.get(link + "/receipt").body.find("Vårt svar.pdf") != std::string::npos);
    // Readers find it too, and nobody else.
    const auto answer = "/api/answers/" + all.world.database.value("select id from answers") + "/files";
    auto mona = all.world.signed_in(all.moderator), kari = all.world.signed_in(all.member);
    CHECK(mona.get(answer).at("items.0.name") == "Vårt svar.pdf");
    CHECK(mona.get(answer + "/" + all.file_id()).body == pdf);
    CHECK(kari.get(answer).status == 403);
    CHECK(kari.get(answer + "/" + all.file_id()).status == 403);
}

TEST_CASE("readers are given the files that were sent in, and none of a draft or of a change that is not sent") {
    FileWorld all;
    auto browser = all.world.browser(), mona = all.world.signed_in(all.moderator);
    const auto link = ConsultationWorld::begin(browser, all.consultation);
    all.send(browser, link, file("først.pdf", pdf));
    const auto files = "/api/answers/" + all.world.database.value("select id from answers") + "/files";
    const auto first = files + "/" + all.file_id();
    CHECK(mona.get(files).status == 404);
    CHECK(mona.get(first).status == 404);
    ConsultationWorld::send(browser, link, "consent=yes");
    all.send(browser, link, file("siden.pdf", pdf));
    CHECK(mona.get(files).size("items") == 1);
    CHECK(mona.get(first).status == 200);
    CHECK(mona.get(files + "/" + all.file_id()).status == 404);
    // One that its author has taken away and not sent yet is still part of what was sent.
    const auto second = files + "/" + all.file_id();
    ConsultationWorld::send(browser, link, "consent=yes");
    CHECK(mona.get(second).status == 200);
    ConsultationWorld::form(browser, link + "/withdrawal", "");
    CHECK(mona.get(files).status == 404);
}

TEST_CASE("what is not of the kinds that are taken is told beside the question, and what was typed stays") {
    FileWorld all;
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, all.consultation);
    for (const std::string& bytes : {std::string("<html><script>alert(1)</script>"), std::string("<svg/>"),
                                     std::string("MZ\x90\0", 4), std::string("PK\x03\x04")}) {
        const auto refused = all.send(browser, link, file("bilde.png", bytes));
        CHECK(refused.status == 422);
        CHECK(refused.body.find("ikke av et slag vi tar imot") != std::string::npos);
        CHECK(refused.body.find("Skrevet\nher</textarea>") != std::string::npos);
    }
    const auto large = all.send(browser, link, file("stor.txt", std::string(10 * 1024 * 1024 + 1, 'a')));
    CHECK(large.status == 422);
    CHECK(large.body.find("høyst 10 MB") != std::string::npos);
    CHECK(all.world.database.number("select count(*) from answer_files") == 0);
    // No file chosen is none.
    CHECK(all.send(browser, link, file("", ""), "next").header("location") == link + "/review");
}

TEST_CASE(
    "there are no more files than the form says, and a changed answer keeps those of the sent one until it is sent") {
    FileWorld all;
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, all.consultation);
    const auto over = all.send(browser, link, file("1.txt", "en") + file("2.txt", "to") + file("3.txt", "tre"));
    CHECK(over.status == 422);
    CHECK(over.body.find("Velg høyst 2.") != std::string::npos);
    CHECK(all.world.database.number("select count(*) from answer_files") == 2);
    ConsultationWorld::send(browser, link, "consent=yes");
    const auto first = all.world.database.value("select min(id) from answer_files");
    CHECK(all.send(browser, link, part("remove.doc", first)).status == 303);
    CHECK(browser.get(link).body.find("1.txt") == std::string::npos);
    CHECK(browser.get(link + "/receipt").body.find("1.txt") != std::string::npos);
    ConsultationWorld::send(browser, link, "consent=yes");
    CHECK(all.world.database.value("select string_agg(name, ',') from answer_files") == "2.txt");
    ConsultationWorld::form(browser, link + "/withdrawal", "");
    CHECK(all.world.database.number("select count(*) from answer_files") == 0);
}

TEST_CASE("a file is of its own answer alone, and goes on the day of erasure") {
    FileWorld all;
    auto one = all.world.browser(), other = all.world.browser();
    const auto link = ConsultationWorld::begin(one, all.consultation);
    const auto second = ConsultationWorld::begin(other, all.consultation);
    all.send(one, link, file("hemmelig.txt", "HEMMELIG"));
    CHECK(other.get(second + "/files/" + all.file_id()).status == 404);
    CHECK(other.get(link + "/files/999999").status == 404);
    CHECK(other.get(link + "/files/x").status == 404);
    // Another's number in the field is no file of one's own.
    ConsultationWorld::form(other, second, "page=1&act=next&q.doc=" + all.file_id());
    CHECK(all.world.database.number("select count(*) from answers where typed like '%" + all.file_id() +
                                    "%' and id = "
                                    "(select max(id) from answers)") == 0);
    all.world.database.sql(
        "update consultations set opens_at = now() - interval '3 days', closes_at = now() - interval '2 days', "
        "erases_at "
        "= now() - interval '1 day'");
    storage::Transaction tx(all.world.database.pool(), storage::Mode::write);
    storage::erase_due_answers(tx);
    tx.commit();
    CHECK(all.world.database.number("select count(*) from answer_files") == 0);
}

TEST_CASE("bytes that could be read as another form are no form, and nothing is stored") {
    FileWorld all;
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, all.consultation);
    const auto send = [&](const std::string& body, const std::string& type = "multipart/form-data; boundary=XyZ") {
        browser.headers["content-type"] = type;
        const auto answer = browser.post(link + "/files", body);
        browser.headers.erase("content-type");
        return answer.status;
    };
    const std::string good = part("page", "1") + part("q.why", "Hei") + "--XyZ--\r\n";
    const std::string disposition = "--XyZ\r\nContent-Disposition: form-data; name=\"q.why\"";
    for (const std::string& body :
         {std::string(), "preamble\r\n" + good, good + "epilogue", part("q.why", "Hei"), std::string("--XyZ--\r\n"),
          std::string("--XyZ\r\n\r\nHei\r\n--XyZ--\r\n"), disposition + "\r\nHei\r\n--XyZ--",
          disposition + "; name=\"q.other\"\r\n\r\nHei\r\n--XyZ--",
          disposition + "; filename*=UTF-8''x\r\n\r\nHei\r\n--XyZ--",
          disposition + "\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nHei\r\n--XyZ--",
          disposition + "\r\nContent-Transfer-Encoding: base64\r\n\r\nHei\r\n--XyZ--",
          disposition + "\r\n folded\r\n\r\nHei\r\n--XyZ--", disposition + "\r\n\r\nHei\n--XyZ--",
          std::string("--XyZ\r\nContent-Disposition: attachment; name=\"q.why\"\r\n\r\nHei\r\n--XyZ--"),
          std::string("--XyZ\r\nContent-Disposition: form-data; name=q.why\r\n\r\nHei\r\n--XyZ--"),
          "--XyZ\r\nX: " + std::string(5000, 'x') + "\r\n\r\nHei\r\n--XyZ--",
          disposition + "\r\n\r\n" + std::string("a\0b", 3) + "\r\n--XyZ--", disposition + "\r\n\r\n\xFF\r\n--XyZ--"}) {
        INFO(body.substr(0, 200));
        CHECK(send(body) == 400);
    }
    for (const char* type : {"multipart/form-data; boundary=", "multipart/form-data; boundary=a b",
                             "multipart/form-data; boundary=XyZ; boundary=Other", "multipart/form-data; charset=x"}) {
        CHECK(send(good, type) == 400);
    }
    CHECK(send(good, "multipart/mixed; boundary=XyZ") == 403);
    CHECK(send(good, "text/plain") == 403);
    std::string many;
    for (int i = 0; i < 2100; ++i) many += part("q.x", "1");
    CHECK(send(many + "--XyZ--") == 413);
    CHECK(all.world.database.value("select typed from answers") == "{}");
    CHECK(send(good) == 303);
    // The other routes take no files.
    browser.headers["content-type"] = "multipart/form-data; boundary=XyZ";
    CHECK(browser.post(link, good).status == 403);
}

TEST_CASE(
    "a file that is withheld is a reason to readers, and a file to moderators, who are on record, and its author") {
    FileWorld all;
    auto browser = all.world.browser();
    const auto link = ConsultationWorld::begin(browser, all.consultation);
    all.send(browser, link, file("Kari Nordmann.pdf", pdf), "next");
    REQUIRE(ConsultationWorld::form(browser, link + "/submission", "consent=yes").status == 303);
    auto editor = all.world.signed_in(all.editor), moderator = all.world.signed_in(all.moderator);
    const auto files = "/api/answers/" + all.world.database.value("select id from answers") + "/files";
    const auto one = files + "/" + all.file_id();
    CHECK(editor.get(one).status == 200);
    CHECK(editor.put(one + "/withholding", R"({"reason":""})").status == 422);
    CHECK(editor.put(one + "/withholding", R"({"reason":"Navngir et barn"})").at("items.0.withheld.reason") ==
          "Navngir et barn");
    CHECK(editor.get(one).status == 403);
    CHECK(editor.get(files).body.find("Nordmann") == std::string::npos);
    CHECK(editor.get(files).at("items.0.withheld.by") != "");
    CHECK(editor.del(one + "/withholding").status == 403);
    CHECK(all.world.database.number("select count(*) from audit_trail where act = 'show_original'") == 0);
    CHECK(moderator.get(files).at("items.0.name") == "Kari Nordmann.pdf");
    CHECK(moderator.get(one).body == pdf);
    CHECK(all.world.database.number("select count(*) from audit_trail where act = 'show_original'") == 1);
    CHECK(browser.get(link + "/files/" + all.file_id()).body == pdf);
    CHECK(moderator.del(one + "/withholding").at("items.0.withheld") == "null");
    CHECK(editor.get(one).status == 200);
}
