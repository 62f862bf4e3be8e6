#include "app/mail_loop.hpp"

#include "app/mail_message.hpp"
#include "base/log.hpp"
#include "base/problem.hpp"

namespace samrad::app {

using namespace std::chrono_literals;

namespace {

constexpr auto longest_try = std::chrono::days(3);

std::optional<storage::Mail> take(storage::Pool& pool) {
    storage::Transaction tx(pool, storage::Mode::write);
    auto mail = storage::take_mail(tx);
    tx.commit();
    return mail;
}

}  // namespace

std::chrono::seconds wait_after(int tries) {
    const std::chrono::seconds longest = 6h;
    return tries > 8 ? longest : std::min<std::chrono::seconds>(longest, 60s * (1 << tries));
}

Deliver by_smtp(SmtpServer server, std::string from) {
    return [server = std::move(server), sender = address_in(from).value_or("")](const storage::Mail& mail,
                                                                                const std::string& message) {
        return send_by_smtp(server, sender, mail.recipient, message);
    };
}

Deliver to_folder(std::string folder) {
    return [folder = std::move(folder)](const storage::Mail& mail, const std::string& message) {
        return write_to_folder(folder, to_iso(mail.created).substr(0, 19) + "-" + std::to_string(mail.id), message);
    };
}

int send_waiting_mail(storage::Pool& pool, const std::string& from, const Deliver& deliver) {
    for (int sent = 0;;) {
        const auto mail = take(pool);
        if (!mail) return sent;
        const Time at = now();
        const auto message = compose(*mail, from, at);
        const Outcome outcome =
            message ? deliver(*mail, *message) : Outcome{Delivery::refused, "no good address or subject"};
        storage::Transaction tx(pool, storage::Mode::write);
        if (outcome.delivery == Delivery::done) {
            storage::mail_sent(tx, mail->id);
            ++sent;
        } else if (outcome.delivery == Delivery::refused || at - mail->created > longest_try) {
            storage::mail_given_up(tx, mail->id, outcome.failure);
            log::warning("mail.given_up", {{"mail", std::to_string(mail->id)}, {"reason", outcome.failure}});
        } else {
            storage::mail_failed(tx, mail->id, outcome.failure, wait_after(mail->tries));
            log::warning("mail.failed", {{"mail", std::to_string(mail->id)}, {"reason", outcome.failure}});
        }
        tx.commit();
        if (outcome.delivery == Delivery::unreachable) return -1;
    }
}

MailLoop::MailLoop(storage::Pool& pool, std::string from, Deliver deliver)
    : thread_([this, &pool, from = std::move(from), deliver = std::move(deliver)](const std::stop_token& stop) {
          run(stop, pool, from, deliver);
      }) {}

void MailLoop::run(const std::stop_token& stop, storage::Pool& pool, const std::string& from, const Deliver& deliver) {
    while (!stop.stop_requested()) {
        std::chrono::seconds pause = 2s;
        try {
            if (send_waiting_mail(pool, from, deliver) < 0) pause = 60s;
        } catch (const Problem&) {  // the database is away; the pool has told the log
        } catch (const std::exception& failure) {
            log::error("mail.loop", {{"reason", failure.what()}});
        }
        std::unique_lock lock(mutex_);
        ended_.wait_for(lock, stop, pause, [] { return false; });
    }
}

}  // namespace samrad::app
