#include "storage/pool.hpp"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <pqxx/pqxx>
#include <vector>

#include "base/log.hpp"
#include "base/problem.hpp"
#include "storage/failure.hpp"

namespace samrad::storage {

namespace {

using Clock = std::chrono::steady_clock;

}  // namespace

struct Pool::Connection {
    explicit Connection(const std::string& address) : pq(address), line(dup(pq.sock())) {}
    ~Connection() { close(line); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // From another thread than the one that waits here: who waits finds the connection lost.
    void end() {
        ended = true;
        shutdown(line, SHUT_RDWR);
    }

    pqxx::connection pq;
    int line;                                     // its socket under a number of our own, which stays ours after a loss
    std::map<std::string, std::string> prepared;  // names by statement
    std::atomic<bool> ended = false;
    std::atomic<Clock::time_point> asked = Clock::now();
};

struct Pool::Inside {
    std::string address;
    As as = As::server;
    std::mutex mutex;
    std::condition_variable freed;
    std::vector<std::unique_ptr<Connection>> idle;
    std::vector<Connection*> at_work;
    bool silent = false;
    std::size_t size = 0;
    std::size_t may_open = 0;  // connections that may still be opened
};

namespace {

// A server that takes no part in connecting is given up after three seconds, unless the address says otherwise.
std::string with_deadline(const std::string& address) {
    if (address.find("connect_timeout") != std::string::npos) return address;
    if (address.find("://") == std::string::npos) return address + " connect_timeout=3";
    return address + (address.find('?') == std::string::npos ? "?" : "&") + "connect_timeout=3";
}

void set_up(pqxx::connection& connection, As as) {
    pqxx::nontransaction setup{connection};
    setup.exec(
        "set time zone 'UTC'; set statement_timeout = '30s'; set lock_timeout = '10s'; "
        "set idle_in_transaction_session_timeout = '60s'");
    if (as == As::server) setup.exec("set role samrad_server");
}

}  // namespace

Pool::Pool(std::string address, std::size_t size, As as) : inside_(std::make_unique<Inside>()) {
    inside_->address = with_deadline(address);
    inside_->as = as;
    inside_->size = inside_->may_open = size;
}

Pool::~Pool() = default;

const std::string& Pool::address() const { return inside_->address; }

Pool::Use Pool::use() const {
    const std::lock_guard lock(inside_->mutex);
    return {inside_->size - inside_->may_open - inside_->idle.size(), inside_->size};
}

void Pool::silence() {
    const std::lock_guard lock(inside_->mutex);
    inside_->silent = true;
    for (auto* connection : inside_->at_work) connection->end();
    inside_->may_open += inside_->idle.size();
    inside_->idle.clear();
    inside_->freed.notify_all();
}

void Pool::hear() {
    const std::lock_guard lock(inside_->mutex);
    inside_->silent = false;
}

void Pool::end_waiting(std::chrono::milliseconds since) {
    const std::lock_guard lock(inside_->mutex);
    for (auto* connection : inside_->at_work) {
        if (connection->asked.load() + since > Clock::now() || connection->ended) continue;
        log::error("database.connection_silent");
        connection->end();
    }
}

std::unique_ptr<Pool::Connection> Pool::take() {
    {
        std::unique_lock lock(inside_->mutex);
        const bool got = inside_->freed.wait_for(lock, std::chrono::seconds(5), [&] {
            return inside_->silent || !inside_->idle.empty() || inside_->may_open > 0;
        });
        if (!got || inside_->silent) throw unavailable();
        if (!inside_->idle.empty()) {
            auto connection = std::move(inside_->idle.back());
            inside_->idle.pop_back();
            connection->asked = Clock::now();
            inside_->at_work.push_back(connection.get());
            return connection;
        }
        --inside_->may_open;
    }
    std::unique_ptr<Connection> connection;
    try {
        connection = std::make_unique<Connection>(inside_->address);
        {
            const std::lock_guard lock(inside_->mutex);
            inside_->at_work.push_back(connection.get());
        }
        set_up(connection->pq, inside_->as);
        return connection;
    } catch (const std::exception& failure) {
        if (connection) connection->ended = true;
        give_back(std::move(connection));
        log::warning("database.connect_failed", {{"reason", failure.what()}});
        throw unavailable();
    }
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(inside_->mutex);
    std::erase(inside_->at_work, connection.get());
    if (connection && connection->pq.is_open() && !connection->ended) {
        inside_->idle.push_back(std::move(connection));
    } else {
        // After a restart of the database every idle connection is as dead as this one: start afresh.
        inside_->may_open += 1 + inside_->idle.size();
        inside_->idle.clear();
    }
    inside_->freed.notify_one();
}

Transaction::Transaction(Pool& pool, Mode mode) : pool_(pool) {
    // A connection that died while idle shows only when used: one more try with a fresh one.
    for (int tries = 0;; ++tries) {
        connection_ = pool_.take();
        try {
            if (mode == Mode::read) {
                work_ = std::make_unique<pqxx::nontransaction>(connection_->pq);
            } else {
                work_ = std::make_unique<pqxx::work>(connection_->pq);
            }
            return;
        } catch (const pqxx::broken_connection&) {
            work_.reset();
            connection_->pq.close();
            pool_.give_back(std::move(connection_));
            if (tries > 0) throw unavailable();
        }
    }
}

Transaction::~Transaction() {
    work_.reset();
    pool_.give_back(std::move(connection_));
}

pqxx::transaction_base& Transaction::sql() {
    connection_->asked = Clock::now();
    return *work_;
}

const std::string& Transaction::prepared(const std::string& statement) {
    auto& known = connection_->prepared;
    auto found = known.find(statement);
    if (found == known.end()) {
        auto name = "s" + std::to_string(known.size());
        connection_->pq.prepare(name, statement);
        found = known.emplace(statement, std::move(name)).first;
    }
    return found->second;
}

void Transaction::commit() {
    try {
        work_->commit();
    } catch (const pqxx::broken_connection&) {
        throw unavailable();  // nobody knows whether it was stored, so nobody may simply do it again
    }
}

}  // namespace samrad::storage
