// What the server tells a monitor on its own machine.
#pragma once

#include <string>

#include "http/server.hpp"
#include "live/hub.hpp"
#include "storage/pool.hpp"

namespace samrad::app {

// Requests by class of status, open sockets, topics that are listened to, connections to the database, resident memory:
// the text exposition that Prometheus reads. Needs no database. Thread-safe.
std::string metrics(const http::Server& server, const live::Hub& hub, const storage::Pool& pool);

// The answer to GET /api/metrics: `text` to whoever asks from this machine itself, "missing" to all others, and to what
// a proxy on this machine passes on.
http::Reply metrics_reply(const http::Request& request, const std::string& text);

}  // namespace samrad::app
