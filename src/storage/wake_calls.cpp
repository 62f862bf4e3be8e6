#include "storage/wake_calls.hpp"

#include <pqxx/pqxx>
#include <thread>

#include "base/log.hpp"

namespace samrad::storage {

namespace {

constexpr auto pause_after_failure = std::chrono::seconds(1);

}  // namespace

struct WakeCalls::Inside {
    std::string address;
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
        const int own = connection->backendpid();
        connection->listen("samrad_events", [this, own](pqxx::notification call) {
            if (call.backend_pid != own) add(call.payload);
        });
    }

    // A payload is topics with a space between.
    void add(std::string_view payload) {
        while (!payload.empty()) {
            const auto end = payload.find(' ');
            heard.emplace_back(payload.substr(0, end));
            payload.remove_prefix(end == std::string_view::npos ? payload.size() : end + 1);
        }
    }

    void notify(const std::string& payload) {
        pqxx::nontransaction work{*connection};
        work.notify("samrad_events", payload);
    }
};

WakeCalls::WakeCalls(std::string address) : inside_(std::make_unique<Inside>()) {
    inside_->address = std::move(address);
}
WakeCalls::~WakeCalls() = default;

void WakeCalls::send(const std::vector<std::string>& topics) {
    constexpr std::size_t most = 7000;
    if (!inside_->ready()) return;
    try {
        inside_->connect();
        std::string payload;
        for (const auto& topic : topics) {
            if (!payload.empty() && payload.size() + topic.size() > most) {
                inside_->notify(payload);
                payload.clear();
            }
            payload += (payload.empty() ? "" : " ") + topic;
        }
        if (!payload.empty()) inside_->notify(payload);
    } catch (const std::exception& failure) {
        // Others then learn of it from their slow poll.
        inside_->drop();
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
