// Waking other server processes on the same database.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace samrad::storage {

// Listens for, and sends, the names of topics that have news. A connection of its own; not thread-safe. NOTIFY runs
// outside every act's transaction, where it would serialise all commits.
class WakeCalls {
public:
    explicit WakeCalls(std::string address);
    ~WakeCalls();

    // Tells other processes. Names that do not fit one payload (8,000 bytes) go in several.
    void send(const std::vector<std::string>& topics);
    // Waits up to `most` for calls of other processes; returns the topics named. Reconnects by itself; while the
    // database is away it waits and returns nothing.
    std::vector<std::string> wait(std::chrono::milliseconds most);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrad::storage
