// Mail on its way out: written with the act that causes it, sent by a loop.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

// A mail as it waits: plain texts, not yet in any mail format.
struct Mail {
    std::int64_t id = 0;
    std::string recipient;
    std::string subject;
    std::string body;
    Time created;
    int tries = 0;  // that failed before
};

void add_mail(Transaction& tx, std::string_view recipient, std::string_view subject, std::string_view body);
// Takes as long as add_mail() and sends nothing: so that nobody can tell by the clock whether an address is known.
void add_no_mail(Transaction& tx);

// The mail that has waited longest of those whose turn has come. From the commit on it is nobody else's turn for ten
// minutes, so that it is sent without a transaction: no mail server may hold one open.
std::optional<Mail> take_mail(Transaction& tx);
// It went out: its text is emptied.
void mail_sent(Transaction& tx, std::int64_t mail);
// It did not; it is tried again after `wait`.
void mail_failed(Transaction& tx, std::int64_t mail, std::string_view failure, std::chrono::seconds wait);
// It never will: its text is emptied, the failure kept.
void mail_given_up(Transaction& tx, std::int64_t mail, std::string_view failure);
// Deletes what was written more than 33 days ago and is sent or given up; returns how many.
long forget_old_mail(Transaction& tx);

}  // namespace samrad::storage
