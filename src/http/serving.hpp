// What the parts of the server share. Private to http/: it includes Asio.
#pragma once

#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "http/router.hpp"
#include "http/server.hpp"
#include "http/static_files.hpp"
#include "http/workers.hpp"
#include "live/hub.hpp"

namespace samrad::http {

namespace asio = boost::asio;
// Concrete executors: the type-erased default costs memory for each socket.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
template <class T>
using Task = asio::awaitable<T, Executor>;
using Clock = std::chrono::steady_clock;

// Something that has a socket: a connection or a live socket. The server asks each a few times a second whether its
// time is over, which takes the place of a timer for each of thousands.
class Kept {
public:
    virtual void sweep(Clock::time_point now) = 0;
    // The server stops: finish what is under way, begin nothing.
    virtual void wind_up() = 0;
    // The grace is over: close at once.
    virtual void cut() = 0;

protected:
    ~Kept() = default;

private:
    friend struct Serving;
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::size_t slot_ = nowhere;
};

// Everything but `workers`, `slow` and `hub` belongs to the sockets' thread.
struct Serving {
    Serving(ServerSettings given, Router routes, live::Hub& rooms, LiveCallbacks callbacks, Shortcut quick);

    void keep(Kept& one);
    void drop(Kept& one);  // harmless when it is not kept
    void count(int status) {
        answered[static_cast<std::size_t>(status / 100 - 1)].fetch_add(1, std::memory_order_relaxed);
    }

    ServerSettings settings;
    const Router router;
    live::Hub& hub;
    const LiveCallbacks live;
    const Shortcut shortcut;
    const StaticFiles files;
    std::vector<std::string> origins;
    std::vector<std::string> proxies;

    std::vector<Kept*> kept;
    std::unordered_map<std::string, std::size_t> per_address;
    std::array<std::atomic<std::uint64_t>, 5> answered{};  // by class, 1xx to 5xx; read by any thread
    bool stopping = false;
    std::string date;                     // of now, as HTTP writes it; renewed by the sweep
    std::array<char, 16 * 1024> scratch;  // what recv() writes to, for all sockets in turn
    std::thread::id thread;               // the sockets' thread

    asio::io_context io{1};
    Workers workers;
    Workers slow;
};

// One of an address's connections, counted for as long as this lives. Addresses in one hand (network_of) count as one.
// Made and ended on the sockets' thread.
class AddressSlot {
public:
    AddressSlot() = default;
    AddressSlot(Serving& serving, std::string address);
    AddressSlot(AddressSlot&& other) noexcept
        : serving_(std::exchange(other.serving_, nullptr)), address_(std::move(other.address_)) {}
    AddressSlot& operator=(AddressSlot&&) = delete;
    ~AddressSlot();
    const std::string& address() const { return address_; }

private:
    Serving* serving_ = nullptr;
    std::string address_;
};

// connection.cpp: answers the requests of one connection until it ends.
void start_connection(Serving& serving, Socket socket, AddressSlot slot);

// live_socket.cpp: takes a connection over after its upgrade was accepted. `early` are bytes that came behind the
// request.
void start_live_socket(Serving& serving, Socket socket, AddressSlot slot, std::string early, const Request& request,
                       std::shared_ptr<live::Listener> listener);

}  // namespace samrad::http
