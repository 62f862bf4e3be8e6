// Whether PostgreSQL answers at all.
//
// A process that was stopped and a machine that left the network without a word keep their connections open and say
// nothing: a statement would wait for them for as long as that takes. So somebody asks on a connection of its own, and
// where no answer comes, those who wait elsewhere are told that none will.
#pragma once

#include <chrono>
#include <memory>

namespace samrad::storage {

class Pool;

class Heartbeat {
public:
    // `patience`: how long an answer may take, which a busy PostgreSQL needs as well.
    Heartbeat(Pool& pool, std::chrono::milliseconds patience);
    ~Heartbeat();

    // Asks once, and takes at most `patience` for it (and for as long as the system looks a host's name up). Where no
    // answer comes the pool is silenced, and heard again with the first answer, be it that nobody may connect. Ends as
    // well what waits on one connection alone for longer than any statement may take. Not thread-safe; to be called
    // about once a second.
    void beat();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrad::storage
