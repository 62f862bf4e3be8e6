// Mail over SMTP, with a server that is good, away, busy, rude or half gone.
#include <catch2/catch_test_macros.hpp>

#include "app/mail_loop.hpp"
#include "app/mail_message.hpp"
#include "app/mail_server.hpp"
#include "support/database.hpp"

using namespace samrad;
using testing::MailServer;

namespace {

constexpr const char* from = "Samråd <samrad@example.org>";

void put(testing::Database& database, std::string_view recipient, std::string_view subject = "Emne") {
    storage::Transaction tx(database.pool(), storage::Mode::write);
    storage::add_mail(tx, recipient, subject, "Åpne lenken.\n.\nHilsen oss");
    tx.commit();
}

int send(testing::Database& database, const std::string& url) {
    return app::send_waiting_mail(database.pool(), from, app::by_smtp({url, "", ""}, from));
}

// The clock of the tries, moved on.
void let_time_pass(testing::Database& database) {
    database.sql("update outbox set try_at = now() where sent_at is null and try_at < 'infinity'");
}

int waiting(testing::Database& database) {
    return int(database.number("select count(*) from outbox where sent_at is null and try_at < 'infinity'"));
}

int lines_that_begin(const std::string& text, const std::string& word) {
    int count = text.starts_with(word);
    for (auto at = text.find("\n" + word); at != std::string::npos; at = text.find("\n" + word, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("A mail is handed over as it was composed, to its recipient alone") {
    testing::Database database;
    MailServer server;
    put(database, "kari@example.org");
    put(database, "ola@example.org");
    CHECK(send(database, server.url()) == 2);
    const auto taken = server.taken();
    REQUIRE(taken.size() == 2);
    CHECK(taken[0].sender.starts_with("<samrad@example.org>"));
    CHECK(taken[0].recipients == std::vector<std::string>{"<kari@example.org>"});
    CHECK(taken[1].recipients == std::vector<std::string>{"<ola@example.org>"});
    CHECK(taken[0].text.find("To: <kari@example.org>\n") != std::string::npos);
    CHECK(waiting(database) == 0);
}

TEST_CASE("Mails that wait while the server is down go out when it is back, each once") {
    testing::Database database;
    unsigned short port = 0;
    {
        const MailServer before;
        port = before.port();
    }
    for (int i = 0; i < 4; ++i) put(database, "n" + std::to_string(i) + "@example.org");
    const auto url = "smtp://127.0.0.1:" + std::to_string(port);
    for (int i = 0; i < 3; ++i) {
        CHECK(send(database, url) == -1);
        let_time_pass(database);
    }
    CHECK(waiting(database) == 4);
    const MailServer server(MailServer::Manner::good, port);
    CHECK(send(database, url) == 4);
    CHECK(send(database, url) == 0);
    CHECK(server.taken().size() == 4);
}

TEST_CASE("Mails wait while the mail server's name cannot be looked up") {
    testing::Database database;
    put(database, "kari@example.org");
    CHECK(send(database, "smtp://mail.invalid:587") == -1);  // a name that never resolves (RFC 6761, 6.4)
    CHECK(waiting(database) == 1);
    let_time_pass(database);
    const MailServer server;
    CHECK(send(database, server.url()) == 1);
    CHECK(server.taken().size() == 1);
}

TEST_CASE("A mail that the server took and did not acknowledge is sent again: rather twice than never") {
    testing::Database database;
    unsigned short port = 0;
    put(database, "kari@example.org");
    {
        const MailServer rude(MailServer::Manner::drops_after_data);
        port = rude.port();
        CHECK(send(database, rude.url()) <= 0);
        CHECK(waiting(database) == 1);
        CHECK(database.number("select tries from outbox") == 1);
    }
    let_time_pass(database);
    const MailServer server(MailServer::Manner::good, port);
    CHECK(send(database, server.url()) == 1);
    CHECK(server.taken().size() == 1);
    CHECK(waiting(database) == 0);
}

TEST_CASE("A recipient that is refused for good is given up, and the mails behind go on") {
    testing::Database database;
    {
        const MailServer strict(MailServer::Manner::refuses_recipient);
        put(database, "nobody@example.org");
        send(database, strict.url());
        CHECK(waiting(database) == 0);
        CHECK(database.number("select count(*) from outbox where try_at = 'infinity' and body = ''") == 1);
    }
    const MailServer server;
    put(database, "kari@example.org");
    CHECK(send(database, server.url()) == 1);
}

TEST_CASE("A busy server gets the mail later, and one that speaks no SMTP loses none") {
    testing::Database database;
    put(database, "kari@example.org");
    const MailServer busy(MailServer::Manner::busy), strange(MailServer::Manner::garbles), good;
    for (const auto& url : {busy.url(), strange.url()}) {
        send(database, url);
        CHECK(waiting(database) == 1);
        let_time_pass(database);
    }
    CHECK(send(database, good.url()) == 1);
    CHECK(good.taken().size() == 1);
}

TEST_CASE("No subject or address reaches a mail server as a command or a line of its own") {
    testing::Database database;
    MailServer server;
    const std::string breaks[] = {"\r\n",     "\n",     "\r",     "\r\n.\r\n",          "\xE2\x80\xA8",
                                  "\xC2\x85", "%0d%0a", "\\r\\n", "=?utf-8?q?=0d=0a?=", "\t"};
    int put_in = 0;
    for (const auto& line_break : breaks) {
        put(database, "kari@example.org", "Hei" + line_break + "Bcc: all@example.org");
        put(database, "kari@example.org" + line_break + "RCPT TO:<all@example.org>");
        put(database, "kari@example.org>" + line_break + "<all@example.org");
        put_in += 3;
    }
    while (send(database, server.url()) < 0) let_time_pass(database);
    CHECK(waiting(database) == 0);
    CHECK(put_in == database.number("select count(*) from outbox"));
    for (const auto& mail : server.taken()) {
        INFO(mail.text);
        CHECK(mail.recipients == std::vector<std::string>{"<kari@example.org>"});
        const auto head = mail.text.substr(0, mail.text.find("\n\n"));
        CHECK(lines_that_begin(head, "Bcc") == 0);
        CHECK(lines_that_begin(head, "Subject:") == 1);
        CHECK(lines_that_begin(head, "To:") == 1);
    }
}
