#include "storage/outbox.hpp"

#include <pqxx/pqxx>

#include "storage/rows.hpp"

namespace samrad::storage {

using std::int64_t;
using std::string;

void add_mail(Transaction& tx, std::string_view recipient, std::string_view subject, std::string_view body) {
    tx.sql().exec("insert into outbox (recipient, subject, body) values ($1, $2, $3)",
                  pqxx::params{recipient, subject, body});
}

void add_no_mail(Transaction& tx) {
    tx.sql().exec("insert into outbox (recipient, subject, body, sent_at, failure) values ('', '', '', now(), 'none')");
}

std::optional<Mail> take_mail(Transaction& tx) {
    const auto row = tx.sql().query01<int64_t, string, string, string, int64_t, int>(
        "update outbox set try_at = now() + interval '10 minutes' where id = (select id from outbox "
        "where sent_at is null and try_at <= now() order by try_at, id limit 1 for update skip locked) "
        "returning id, recipient, subject, body, micros(created_at), tries");
    if (!row) return std::nullopt;
    const auto& [id, recipient, subject, body, created, tries] = *row;
    return Mail{id, recipient, subject, body, from_micros(created), tries};
}

void mail_sent(Transaction& tx, int64_t mail) {
    tx.sql().exec("update outbox set sent_at = now(), subject = '', body = '', failure = null where id = $1",
                  pqxx::params{mail});
}

void mail_failed(Transaction& tx, int64_t mail, std::string_view failure, std::chrono::seconds wait) {
    tx.sql().exec(
        "update outbox set tries = tries + 1, failure = $2, try_at = now() + $3 * interval '1 second' where id = $1",
        pqxx::params{mail, failure, wait.count()});
}

void mail_given_up(Transaction& tx, int64_t mail, std::string_view failure) {
    tx.sql().exec(
        "update outbox set tries = tries + 1, failure = $2, try_at = 'infinity', subject = '', body = '' where id = $1",
        pqxx::params{mail, failure});
}

long forget_old_mail(Transaction& tx) {
    return tx.sql()
        .exec(
            "delete from outbox where created_at < now() - interval '33 days' "
            "and (sent_at is not null or try_at = 'infinity')")
        .affected_rows();
}

}  // namespace samrad::storage
