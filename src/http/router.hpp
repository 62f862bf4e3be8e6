// The table of routes: which handler answers which verb and path.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/reply.hpp"
#include "http/request.hpp"

namespace samrad::http {

// A plain function on plain values. It runs on a worker thread, may block on the database, and may throw:
// a Problem it throws is not caught here but by the caller's own wrapper; any other exception becomes 500.
using Handler = std::function<Reply(const Request&)>;

// Where a handler runs.
enum class Lane {
    work,  // the worker threads: everything that touches the database
    slow,  // two threads of their own, with a bounded queue (429 beyond it): password hashing
};

struct Route {
    Verb verb = Verb::get;
    std::string pattern;  // "/api/documents/{document}/comments"; {name} matches one segment that is not empty;
                          // a last "{name...}" matches the rest
    Handler handler;
    Lane lane = Lane::work;
    std::size_t body_limit = 64 * 1024;  // bytes; over it the client gets 413 and the connection is closed
};

// Holds the routes. Built at start, then read by many threads without locks.
class Router {
public:
    // Adds a route. A second route with the same verb and pattern is a programming error (std::logic_error).
    void add(Route route);

    struct Match {
        const Route* route = nullptr;
        std::map<std::string, std::string> arguments;
    };
    // The route for a verb and a decoded path. HEAD finds GET's. Literal segments win over {names}.
    std::optional<Match> find(Verb verb, std::string_view path) const;
    // The verbs that a path knows, for 405 and its Allow header; empty where the path is unknown. A remainder answers
    // for paths that nobody wrote down: it makes none of them known.
    std::vector<Verb> verbs(std::string_view path) const;
    const std::vector<Route>& routes() const;

private:
    std::vector<Route> routes_;
};

}  // namespace samrad::http
