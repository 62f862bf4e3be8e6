#include "storage/heartbeat.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>

#include "base/log.hpp"
#include "storage/pool.hpp"

namespace samrad::storage {

namespace {

using Clock = std::chrono::steady_clock;

// PostgreSQL ends a statement of the pool after 30 s by itself. What lasts far longer has nobody there to end it.
constexpr auto longest_statement = std::chrono::seconds(90);

// Waits until the socket can be read (or written); false at the deadline.
bool wait_for(int socket, short what, Clock::time_point deadline) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd one{socket, what, 0};
    return poll(&one, 1, int(std::max<long>(left, 0))) > 0;
}

enum class Heard { answer, refusal, nothing };

}  // namespace

struct Heartbeat::Inside {
    Pool& pool;
    std::chrono::milliseconds patience;
    PGconn* line = nullptr;
    bool silent = false;

    void hang_up() {
        PQfinish(line);
        line = nullptr;
    }

    Heard connect(Clock::time_point deadline) {
        line = PQconnectStart(pool.address().c_str());
        if (line == nullptr || PQstatus(line) == CONNECTION_BAD) return Heard::refusal;
        for (auto next = PGRES_POLLING_WRITING; next != PGRES_POLLING_OK; next = PQconnectPoll(line)) {
            if (next == PGRES_POLLING_FAILED) return Heard::refusal;
            const short what = next == PGRES_POLLING_READING ? POLLIN : POLLOUT;
            if (!wait_for(PQsocket(line), what, deadline)) return Heard::nothing;
        }
        return Heard::answer;
    }

    Heard ask() {
        const auto deadline = Clock::now() + patience;
        if (line == nullptr) {
            if (const auto heard = connect(deadline); heard != Heard::answer) return heard;
        }
        if (PQsendQuery(line, "select") == 0) return Heard::refusal;
        while (PQisBusy(line) != 0) {
            if (!wait_for(PQsocket(line), POLLIN, deadline)) return Heard::nothing;
            if (PQconsumeInput(line) == 0) return Heard::refusal;
        }
        bool well = false;
        while (PGresult* result = PQgetResult(line)) {
            well = PQresultStatus(result) == PGRES_TUPLES_OK;
            PQclear(result);
        }
        return well ? Heard::answer : Heard::refusal;
    }
};

Heartbeat::Heartbeat(Pool& pool, std::chrono::milliseconds patience)
    : inside_(std::make_unique<Inside>(Inside{pool, patience})) {}
Heartbeat::~Heartbeat() { inside_->hang_up(); }

void Heartbeat::beat() {
    const auto heard = inside_->ask();
    if (heard != Heard::answer) inside_->hang_up();
    const bool silent = heard == Heard::nothing;
    if (silent && !inside_->silent)
        log::error("database.silent", {{"milliseconds", std::to_string(inside_->patience.count())}});
    if (!silent && inside_->silent) log::info("database.heard_again");
    inside_->silent = silent;
    if (silent) {
        inside_->pool.silence();
    } else {
        inside_->pool.hear();
        inside_->pool.end_waiting(longest_statement);
    }
}

}  // namespace samrad::storage
