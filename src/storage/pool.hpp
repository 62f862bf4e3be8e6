// Connections to PostgreSQL, one to a thread at a time.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace pqxx {
class connection;
class transaction_base;
}  // namespace pqxx

namespace samrad::storage {

// How a pool's connections present themselves.
enum class As {
    server,  // under the role samrad_server, which cannot change what is append only
    owner,   // as whoever the address names: migrations, the command line
};

// Holds up to `size` connections, opened when first needed. Thread-safe. Must outlive its transactions.
class Pool {
public:
    // `address` is a libpq connection string or URL. Nothing is opened yet.
    Pool(std::string address, std::size_t size, As as = As::server);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    const std::string& address() const;
    // Connections that are at work now, and how many there may be.
    struct Use {
        std::size_t busy = 0;
        std::size_t size = 0;
    };
    Use use() const;

    // PostgreSQL is silent: ends every connection, so that who waits on one fails as if it had been lost, and refuses
    // further work at once with Problem unavailable, until hear().
    void silence();
    void hear();
    // Ends the connections whose last statement began that long ago, and still hold their transaction.
    void end_waiting(std::chrono::milliseconds since);

private:
    friend class Transaction;
    struct Inside;
    struct Connection;
    std::unique_ptr<Connection> take();                      // waits up to 5 s for one, then Problem unavailable
    void give_back(std::unique_ptr<Connection> connection);  // a broken one is dropped
    std::unique_ptr<Inside> inside_;
};

enum class Mode {
    read,   // no transaction block: each statement sees the newest committed state; twice as fast
    write,  // read committed; nothing is stored without commit()
};

// One piece of work with the database. Not thread-safe. Destroying it without commit() takes everything back.
class Transaction {
public:
    // Throws Problem (Kind::unavailable) where the database cannot be reached.
    Transaction(Pool& pool, Mode mode);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();
    // For the rooms of storage/ alone: they speak libpqxx.
    pqxx::transaction_base& sql();
    // The name under which this connection keeps a statement prepared; it is prepared when it is first asked for. For
    // the few that every page needs: PostgreSQL takes longer to plan them than to carry them out. The texts must be
    // written in the program, never made of what somebody sent: a connection keeps each for good.
    const std::string& prepared(const std::string& statement);

private:
    Pool& pool_;
    std::unique_ptr<Pool::Connection> connection_;
    std::unique_ptr<pqxx::transaction_base> work_;
};

}  // namespace samrad::storage
