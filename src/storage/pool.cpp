#include "storage/pool.hpp"

#include <condition_variable>
#include <mutex>
#include <pqxx/pqxx>
#include <vector>

#include "base/log.hpp"
#include "base/problem.hpp"

namespace samrad::storage {

struct Pool::Inside {
    std::string address;
    As as = As::server;
    std::mutex mutex;
    std::condition_variable freed;
    std::vector<std::unique_ptr<pqxx::connection>> idle;
    std::size_t size = 0;
    std::size_t may_open = 0;  // connections that may still be opened
};

namespace {

Problem unavailable() { return {Kind::unavailable, "database.unavailable", {}, {}, 2}; }

std::unique_ptr<pqxx::connection> open(const std::string& address, As as) {
    auto connection = std::make_unique<pqxx::connection>(address);
    pqxx::nontransaction setup{*connection};
    setup.exec(
        "set time zone 'UTC'; set statement_timeout = '30s'; set lock_timeout = '10s'; "
        "set idle_in_transaction_session_timeout = '60s'");
    if (as == As::server) setup.exec("set role samrad_server");
    return connection;
}

}  // namespace

Pool::Pool(std::string address, std::size_t size, As as) : inside_(std::make_unique<Inside>()) {
    inside_->address = std::move(address);
    inside_->as = as;
    inside_->size = inside_->may_open = size;
}

Pool::~Pool() = default;

const std::string& Pool::address() const { return inside_->address; }

Pool::Use Pool::use() const {
    const std::lock_guard lock(inside_->mutex);
    return {inside_->size - inside_->may_open - inside_->idle.size(), inside_->size};
}

std::unique_ptr<pqxx::connection> Pool::take() {
    {
        std::unique_lock lock(inside_->mutex);
        const bool got = inside_->freed.wait_for(lock, std::chrono::seconds(5),
                                                 [&] { return !inside_->idle.empty() || inside_->may_open > 0; });
        if (!got) throw unavailable();
        if (!inside_->idle.empty()) {
            auto connection = std::move(inside_->idle.back());
            inside_->idle.pop_back();
            return connection;
        }
        --inside_->may_open;
    }
    try {
        return open(inside_->address, inside_->as);
    } catch (const std::exception& failure) {
        give_back(nullptr);
        log::warning("database.connect_failed", {{"reason", failure.what()}});
        throw unavailable();
    }
}

void Pool::give_back(std::unique_ptr<pqxx::connection> connection) {
    const std::lock_guard lock(inside_->mutex);
    if (connection && connection->is_open()) {
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
                work_ = std::make_unique<pqxx::nontransaction>(*connection_);
            } else {
                work_ = std::make_unique<pqxx::work>(*connection_);
            }
            return;
        } catch (const pqxx::broken_connection&) {
            work_.reset();
            connection_->close();
            pool_.give_back(std::move(connection_));
            if (tries > 0) throw unavailable();
        }
    }
}

Transaction::~Transaction() {
    work_.reset();
    pool_.give_back(std::move(connection_));
}

void Transaction::commit() {
    try {
        work_->commit();
    } catch (const pqxx::broken_connection&) {
        throw unavailable();  // nobody knows whether it was stored, so nobody may simply do it again
    }
}

}  // namespace samrad::storage
