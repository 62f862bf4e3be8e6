// Waking other server processes on the same database.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "storage/pool.hpp"

namespace samrad::storage {

// Listens for, and sends, the names of topics that have news. Listens on a connection of its own; not thread-safe.
// NOTIFY runs outside every act's transaction, where it would serialise all commits.
class WakeCalls {
public:
    explicit WakeCalls(Pool& pool);
    ~WakeCalls();

    // Tells other processes, on a connection of the pool: one that hangs is ended with the others. Names that do not
    // fit one payload (8,000 bytes) go in several. A failure is logged: others then learn of it from their slow poll.
    void send(const std::vector<std::string>& topics);
    // Waits up to `most` for calls of other processes; returns the topics named. Reconnects by itself; while the
    // database is away it waits and returns nothing.
    std::vector<std::string> wait(std::chrono::milliseconds most);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrad::storage
