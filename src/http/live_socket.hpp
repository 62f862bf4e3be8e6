// A live socket's inside, and the pipe through which Boost.Beast reads and writes. Private to http/.
#pragma once

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/error.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "http/serving.hpp"

namespace samrad::http {

namespace beast = boost::beast;
namespace websocket = beast::websocket;

class LiveSocket;

// What Beast takes for the socket. Lives in the LiveSocket's stream and points back to it.
class Pipe {
public:
    using executor_type = Executor;
    explicit Pipe(LiveSocket& owner) : owner_(&owner) {}
    executor_type get_executor() const noexcept;

    template <class Buffers, class Handler>
    auto async_read_some(const Buffers& buffers, Handler&& handler);
    template <class Buffers, class Handler>
    auto async_write_some(const Buffers& buffers, Handler&& handler);

    LiveSocket& owner() { return *owner_; }

private:
    LiveSocket* owner_;
};

// Passes a read's outcome on to Beast after the LiveSocket has counted it.
template <class Handler>
struct CountedRead {
    LiveSocket* owner;
    Handler handler;
    void operator()(beast::error_code error, std::size_t bytes);
};

}  // namespace samrad::http

// The handler inside keeps its own executor and allocator.
template <template <class, class> class Associator, class Handler, class Default>
struct boost::asio::associator<Associator, samrad::http::CountedRead<Handler>, Default> : Associator<Handler, Default> {
    static auto get(const samrad::http::CountedRead<Handler>& read) noexcept {
        return Associator<Handler, Default>::get(read.handler);
    }
    static auto get(const samrad::http::CountedRead<Handler>& read, const Default& otherwise) noexcept {
        return Associator<Handler, Default>::get(read.handler, otherwise);
    }
};

namespace samrad::http {

class LiveSocket final : public live::Subscriber, public Kept {
public:
    LiveSocket(Serving& serving, Socket socket, AddressSlot slot, std::string early,
               std::shared_ptr<live::Listener> listener)
        : serving_(serving),
          socket_(std::move(socket)),
          slot_(std::move(slot)),
          early_(std::move(early)),
          listener_(std::move(listener)),
          stream_(Pipe(*this)) {
        serving_.keep(*this);
    }
    ~LiveSocket() override { serving_.drop(*this); }

    void start(const Request& request);

    // live::Subscriber
    void send(const live::FramePtr& frame) override {
        if (std::this_thread::get_id() == serving_.thread) return queue(frame);
        asio::post(serving_.io, [self = self(), frame] { self->queue(frame); });
    }
    void close(unsigned short code, std::string_view reason) override {
        asio::post(serving_.io, [self = self(), code, reason = std::string(reason)] { self->say_close(code, reason); });
    }
    const std::shared_ptr<live::Listener>& listener() const override { return listener_; }

    // Kept
    void sweep(Clock::time_point now) override;
    void wind_up() override { say_close(1001, "the server stops"); }
    void cut() override { end(); }

private:
    friend class Pipe;
    template <class Handler>
    friend struct CountedRead;

    std::shared_ptr<LiveSocket> self() { return std::static_pointer_cast<LiveSocket>(shared_from_this()); }

    void read();
    void take_message();
    void run_job(std::function<void()> job);
    void count_read(std::size_t bytes);
    void count_frame();
    void queue(const live::FramePtr& frame);
    void queue_from_beast(std::string bytes);
    void flush();
    void wait_to_write();
    void cut_off();
    void say_close(unsigned short code, std::string_view reason);
    void finish();
    void drop_what_comes();
    void end();

    Serving& serving_;
    // What a message in a round touches lies together: after a quiet while none of it is in the caches.
    Socket socket_;
    std::size_t queued_ = 0;   // bytes in outgoing_ that the kernel has not taken
    bool open_ = false;        // the handshake is done
    bool said_close_ = false;  // nothing may follow
    bool ended_ = false;
    std::optional<AddressSlot> slot_;  // given back by end(): the last reference may go on any thread
    std::string early_;                // came behind the request; read first
    std::shared_ptr<live::Listener> listener_;
    websocket::stream<Pipe, false> stream_;
    beast::flat_buffer message_;

    // Outgoing: frames from at_ on, the first of them sent as far as offset_.
    std::vector<live::FramePtr> outgoing_;
    std::size_t at_ = 0;
    std::size_t offset_ = 0;
    bool waiting_to_write_ = false;

    bool finishing_ = false;  // reading for Beast is over, only the goodbye is left
    bool unwelcome_ = false;  // broke a limit: Beast reads no more
    bool working_ = false;    // a worker handles a message, and nothing is read
    std::size_t dropped_ = 0;

    Clock::time_point deadline_ = Clock::time_point::max();
    Clock::time_point heard_ = Clock::now();  // the last byte from the peer
    Clock::time_point pinged_ = heard_;
    Clock::time_point moved_ = heard_;  // the last time the kernel took something
    // What came in the second that began at counted_from_.
    Clock::time_point counted_from_ = heard_;
    std::size_t frames_ = 0;
    std::size_t bytes_ = 0;
};

// ---- the Pipe -------------------------------------------------------------------------------------------------------

inline Pipe::executor_type Pipe::get_executor() const noexcept { return owner_->socket_.get_executor(); }

template <class Handler>
void CountedRead<Handler>::operator()(beast::error_code error, std::size_t bytes) {
    owner->count_read(bytes);
    if (owner->unwelcome_ && !error) {
        error = asio::error::operation_aborted;
        bytes = 0;
    }
    handler(error, bytes);
}

template <class Buffers, class Handler>
auto Pipe::async_read_some(const Buffers& buffers, Handler&& handler) {
    return asio::async_initiate<Handler, void(beast::error_code, std::size_t)>(
        [](auto done, LiveSocket* owner, const Buffers& into) {
            CountedRead<decltype(done)> counted{owner, std::move(done)};
            if (owner->early_.empty()) {
                owner->socket_.async_read_some(into, std::move(counted));
                return;
            }
            const auto bytes = asio::buffer_copy(into, asio::buffer(owner->early_));
            owner->early_.erase(0, bytes);
            if (owner->early_.empty()) std::string().swap(owner->early_);
            asio::post(owner->socket_.get_executor(),
                       [counted = std::move(counted), bytes]() mutable { counted(beast::error_code{}, bytes); });
        },
        handler, owner_, buffers);
}

template <class Buffers, class Handler>
auto Pipe::async_write_some(const Buffers& buffers, Handler&& handler) {
    return asio::async_initiate<Handler, void(beast::error_code, std::size_t)>(
        [](auto done, LiveSocket* owner, const Buffers& from) {
            std::string bytes(asio::buffer_size(from), '\0');
            asio::buffer_copy(asio::buffer(bytes), from);
            const std::size_t size = bytes.size();
            owner->queue_from_beast(std::move(bytes));
            asio::post(owner->socket_.get_executor(),
                       [done = std::move(done), size]() mutable { done(beast::error_code{}, size); });
        },
        handler, owner_, buffers);
}

// Beast asks for the end of the connection; it comes in finish(), when the queue is empty.
template <class Handler>
void async_teardown(beast::role_type, Pipe& pipe, Handler&& handler) {
    asio::post(pipe.get_executor(), [done = std::forward<Handler>(handler)]() mutable { done(beast::error_code{}); });
}
inline void beast_close_socket(Pipe&) {}

// ---- opening and reading

}  // namespace samrad::http
