#include "storage/wake_calls.hpp"

#include <algorithm>
#include <pqxx/pqxx>
#include <random>
#include <thread>

#include "base/log.hpp"
#include "base/problem.hpp"

namespace samrad::storage {

namespace {

constexpr auto pause_after_failure = std::chrono::seconds(1);

}  // namespace

struct WakeCalls::Inside {
    explicit Inside(Pool& from) : pool(from), address(from.address()) {}

    Pool& pool;
    std::string address;
    // Before the names in each payload: who hears it knows its own calls by it.
    std::string sender = std::to_string(std::random_device{}()) + std::to_string(std::random_device{}());
    std::unique_ptr<pqxx::connection> connection;
    std::vector<std::string> heard;
    std::chrono::steady_clock::time_point not_before;  // the last connection failed

    // False while a database that just failed is left alone.
    bool ready() const { return connection || std::chrono::steady_clock::now() >= not_before; }
    void drop() {
        connection.reset();
        not_before = std::chrono::steady_clock::now() + pause_after_failure;
    }

    void connect() {
        if (connection && connection->is_open()) return;
        connection = std::make_unique<pqxx::connection>(address);
        connection->listen("samrad_events", [this](pqxx::notification call) {
            const std::string_view payload = call.payload;
            if (!payload.starts_with(sender + " ")) add(payload.substr(std::min(payload.find(' '), payload.size())));
        });
    }

    // Topics, each behind a space.
    void add(std::string_view topics) {
        while (!topics.empty()) {
            topics.remove_prefix(1);
            const auto end = std::min(topics.find(' '), topics.size());
            heard.emplace_back(topics.substr(0, end));
            topics.remove_prefix(end);
        }
    }
};

WakeCalls::WakeCalls(Pool& pool) : inside_(std::make_unique<Inside>(pool)) {}
WakeCalls::~WakeCalls() = default;

void WakeCalls::send(const std::vector<std::string>& topics) {
    constexpr std::size_t most = 7000;
    try {
        Transaction tx(inside_->pool, Mode::read);
        std::string payload = inside_->sender;
        const auto notify = [&] {
            tx.sql().exec("select pg_notify('samrad_events', $1)", pqxx::params{payload});
            payload = inside_->sender;
        };
        for (const auto& topic : topics) {
            if (payload.size() + topic.size() > most) notify();
            payload += " " + topic;
        }
        notify();
    } catch (const Problem&) {  // the pool has told the log
    } catch (const std::exception& failure) {
        log::warning("events.notify_failed", {{"reason", failure.what()}});
    }
}

std::vector<std::string> WakeCalls::wait(std::chrono::milliseconds most) {
    if (!inside_->ready()) {
        std::this_thread::sleep_for(most);
        return {};
    }
    try {
        inside_->connect();
        if (most.count() > 0) {
            inside_->connection->await_notification(most.count() / 1000, long(most.count() % 1000) * 1000);
        } else {
            inside_->connection->get_notifs();
        }
    } catch (const std::exception& failure) {
        inside_->drop();
        log::warning("events.listen_failed", {{"reason", failure.what()}});
        std::this_thread::sleep_for(most);
    }
    return std::exchange(inside_->heard, {});
}

}  // namespace samrad::storage
