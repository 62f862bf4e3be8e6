// The server: sockets, worker threads, timeouts, limits. Everything of Asio and Beast stays behind this door.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "http/reply.hpp"
#include "http/request.hpp"
#include "http/router.hpp"
#include "live/hub.hpp"

namespace samrad::http {

struct ServerSettings {
    std::string address = "127.0.0.1";
    unsigned short port = 8080;            // 0 takes a free one; port() tells which
    std::size_t workers = 8;               // threads for Lane::work
    std::size_t slow_workers = 2;          // threads for Lane::slow
    std::size_t slow_queue = 64;           // waiting requests in Lane::slow before 429
    std::size_t header_limit = 16 * 1024;  // bytes; over it 431
    std::chrono::seconds header_timeout{10};
    std::chrono::seconds body_timeout{30};
    std::chrono::seconds idle_timeout{60};         // between requests of one connection
    std::chrono::seconds write_timeout{30};        // for a reply, and one second more for each 16 KiB of it
    std::chrono::seconds ping_interval{30};        // how often a silent socket is asked whether it is there
    std::chrono::seconds silence_limit{75};        // without a sign of life for so long a socket is dropped
    std::size_t work_queue = 2000;                 // waiting requests in Lane::work before 503
    std::size_t connections_per_address = 0;       // 0 is no limit (G7); loopback counts too
    std::vector<std::string> trusted_proxies;      // addresses whose X-Forwarded-For is believed
    std::vector<std::string> origins;              // "https://example.org": the only Origins that may open a socket
    std::string static_folder;                     // files below it answer GET /assets/...; empty is none
    std::size_t socket_message_limit = 16 * 1024;  // bytes of one incoming WebSocket message
    std::size_t socket_messages_per_second = 50;   // more from one socket closes it (1008)
    std::size_t outgoing_limit = 1024 * 1024;      // bytes queued for one socket before it is cut off (1013)
};

// What the wiring hands in for the live socket: all called on worker threads, may block and may throw.
struct LiveCallbacks {
    // Who opens the socket (from the cookie): a stable text for the hub ("account:12", "" for nobody). It may throw a
    // Problem, which refuses the upgrade with that problem's status; nullptr is 403.
    std::function<std::shared_ptr<live::Listener>(const Request&)> welcome;
    // One incoming text message of a socket, valid UTF-8. Whatever it sends back goes through the subscriber. Messages
    // of one socket come one after another, in their order; what it throws closes the socket (1011).
    std::function<void(live::Subscriber&, const std::string&)> message;
    // The socket is open, before its first message is read: the place for a greeting. May be empty.
    std::function<void(live::Subscriber&)> opened;
};

// A reply that is served straight from memory on the socket's own thread (cached public pages); nothing: take the
// ordinary way. Must not block. Called with every GET and HEAD before the router.
using Shortcut = std::function<std::optional<Reply>(const Request&)>;

class Server {
public:
    Server(ServerSettings settings, Router router, live::Hub& hub, LiveCallbacks live, Shortcut shortcut = {});
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    unsigned short port() const;  // bound already in the constructor; throws std::system_error where it cannot
    // Requests answered since the start, by the first digit of their status, 1 to 5. From any thread.
    std::array<std::uint64_t, 5> answered() const;
    // Serves until stop(). Runs the sockets on the calling thread.
    void run();
    // From any thread or a signal's thread: takes no new connections, lets requests finish (at most `grace`), closes
    // sockets with 1001, then run() returns.
    void stop(std::chrono::milliseconds grace = std::chrono::seconds(5));

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrad::http
