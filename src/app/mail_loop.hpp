// Sends the mails that wait in the outbox.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "app/smtp.hpp"
#include "storage/outbox.hpp"
#include "storage/pool.hpp"

namespace samrad::app {

// How long a mail waits after it failed `tries` times: a minute, doubled each time, six hours at most.
std::chrono::seconds wait_after(int tries);

// Takes a whole message to its recipient (address alone).
using Deliver = std::function<Outcome(const storage::Mail& mail, const std::string& message)>;
Deliver by_smtp(SmtpServer server, std::string from);
Deliver to_folder(std::string folder);

// Sends what waits, one mail to a transaction, so that a mail is marked as sent exactly when it was handed over (a
// crash between the two sends it twice, never not at all). Ends when nothing waits or nothing can be reached; a mail is
// given up after three days. Returns how many went out, or -1 where nothing can be reached. Throws Problem where the
// database is away.
int send_waiting_mail(storage::Pool& pool, const std::string& from, const Deliver& deliver);

// Does that every two seconds on a thread of its own; every minute while nothing can be reached. `pool` outlives it.
class MailLoop {
public:
    MailLoop(storage::Pool& pool, std::string from, Deliver deliver);
    ~MailLoop() = default;

private:
    void run(const std::stop_token& stop, storage::Pool& pool, const std::string& from, const Deliver& deliver);
    std::mutex mutex_;
    std::condition_variable_any ended_;
    std::jthread thread_;  // last: stops and joins before the rest goes
};

}  // namespace samrad::app
