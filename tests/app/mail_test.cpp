#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "app/mail_loop.hpp"
#include "app/mail_message.hpp"
#include "support/database.hpp"

using namespace samrad;
using app::Delivery;

namespace {

storage::Mail mail(std::string recipient, std::string subject, std::string body = "Hei") {
    return {7, std::move(recipient), std::move(subject), std::move(body), *from_iso("2026-11-23T09:00:00Z"), 0};
}

void put(testing::Database& database, std::string_view recipient) {
    storage::Transaction tx(database.pool(), storage::Mode::write);
    storage::add_mail(tx, recipient, "Emne", "Innhold");
    tx.commit();
}

constexpr const char* from = "Samråd <samrad@localhost>";

}  // namespace

TEST_CASE("A mail travels as ASCII, whatever its words") {
    const auto message = app::compose(mail("kari@example.org", "Bekreft e-postadressen din – Åpne", "Åse"), from,
                                      *from_iso("2026-11-23T09:00:00Z"));
    REQUIRE(message);
    CHECK(message->find("From: =?UTF-8?B?U2FtcsOlZA==?= <samrad@localhost>\r\n") == 0);
    CHECK(message->find("\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\n") != std::string::npos);
    CHECK(message->find("\r\n\r\nw4VzZQ==\r\n") != std::string::npos);
    for (const unsigned char c : *message) CHECK((c < 0x7F && (c >= 0x20 || c == '\r' || c == '\n')));
}

TEST_CASE("Nothing that somebody wrote becomes a header of a mail") {
    for (const char* bad : {"a@b.no\r\nBcc: c@d.no", "a@b.no\nX: y", "a@b.no, c@d.no", "<a@b.no>",
                            "a@b.no\xE2\x80\xA8"
                            "X: y",
                            ""}) {
        CHECK_FALSE(app::compose(mail(bad, "Emne"), from, now()));
    }
    for (const char* bad :
         {"Emne\r\nBcc: c@d.no", "Emne\nX: y", "Emne\xE2\x80\xA8X: y", "Emne\rX: y", "Emne\xC2\x85X: y"}) {
        CHECK_FALSE(app::compose(mail("a@b.no", bad), from, now()));
    }
    const auto tricky = app::compose(mail("a@b.no", "=?UTF-8?B?DQpCY2M6IGNAZC5ubw==?="), from, now());
    REQUIRE(tricky);
    CHECK(tricky->find("Subject: =?UTF-8?B?PT9VVEYt") != std::string::npos);
}

TEST_CASE("A mail that was sent is sent once, and its text is not kept") {
    testing::Database database;
    put(database, "kari@example.org");
    int sent = 0;
    const app::Deliver count = [&](const auto&, const auto&) { return ++sent, app::Outcome{}; };
    CHECK(app::send_waiting_mail(database.pool(), from, count) == 1);
    CHECK(app::send_waiting_mail(database.pool(), from, count) == 0);
    CHECK(sent == 1);
    CHECK(database.value("select subject || body from outbox").empty());
}

TEST_CASE("While a mail is on its way nobody else sends it, and no transaction waits for its server") {
    testing::Database database;
    put(database, "kari@example.org");
    int others = -1, waiting = -1;
    const app::Deliver slow = [&](const auto&, const auto&) {
        others = app::send_waiting_mail(database.pool(), from, [](const auto&, const auto&) { return app::Outcome{}; });
        waiting = int(database.number(
            "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in tr%'"));
        return app::Outcome{};
    };
    CHECK(app::send_waiting_mail(database.pool(), from, slow) == 1);
    CHECK(others == 0);
    CHECK(waiting == 0);
    CHECK(database.number("select count(*) from outbox where sent_at is not null and tries = 0") == 1);
}

TEST_CASE("Mails wait while the mail server is down and go out afterwards") {
    testing::Database database;
    for (int i = 0; i < 3; ++i) put(database, "kari@example.org");
    // Nothing listens on port 1.
    CHECK(app::send_waiting_mail(database.pool(), from,
                                 app::by_smtp({"smtp://127.0.0.1:1", "", ""}, "samrad@example.org")) == -1);
    CHECK(database.number("select count(*) from outbox where sent_at is null and body <> ''") == 3);
    CHECK(database.number("select count(*) from outbox where try_at > now()") == 1);
    database.sql("update outbox set try_at = now(), created_at = created_at - interval '1 hour'");
    CHECK(app::send_waiting_mail(database.pool(), from, [](const auto&, const auto&) { return app::Outcome{}; }) == 3);
}

TEST_CASE("A mail is given up after three days, or at once where it is refused for good") {
    testing::Database database;
    put(database, "kari@example.org");
    const app::Deliver later = [](const auto&, const auto&) { return app::Outcome{Delivery::later, "busy"}; };
    app::send_waiting_mail(database.pool(), from, later);
    CHECK(database.number("select tries from outbox") == 1);
    database.sql("update outbox set try_at = now(), created_at = now() - interval '73 hours'");
    app::send_waiting_mail(database.pool(), from, later);
    put(database, "not an address");
    app::send_waiting_mail(database.pool(), from, later);
    CHECK(database.number("select count(*) from outbox where try_at = 'infinity' and body = ''") == 2);
}

TEST_CASE("The waits between tries grow from a minute to six hours") {
    using namespace std::chrono_literals;
    CHECK(app::wait_after(0) == 1min);
    CHECK(app::wait_after(3) == 8min);
    CHECK(app::wait_after(9) == 6h);
    CHECK(app::wait_after(100) == 6h);
}

TEST_CASE("Without a mail server, mails are files in a folder that only the owner reads") {
    testing::Database database;
    put(database, "kari@example.org");
    const auto folder =
        std::filesystem::temp_directory_path() / ("samrad-mail-" + database.value("select current_database()"));
    CHECK(app::send_waiting_mail(database.pool(), from, app::to_folder(folder.string())) == 1);
    int files = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        ++files;
        CHECK(file.path().extension() == ".eml");
        CHECK((file.status().permissions() & std::filesystem::perms::others_read) == std::filesystem::perms::none);
    }
    CHECK(files == 1);
    std::filesystem::remove_all(folder);
}
