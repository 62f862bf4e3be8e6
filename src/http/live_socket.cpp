// A WebSocket, from the accepted upgrade to its end.
//
// Reading is Boost.Beast's: handshake, unmasking, fragments, UTF-8, control frames, close codes. Writing is our own,
// since Beast wants one write at a time and composes each: a frame of live/ is bytes that thousands of sockets share,
// sent without blocking as far as the kernel takes them, the rest kept by reference until the socket is writable.
//
// Beast must write too (the handshake, pongs, the close that answers a close), and its bytes must not cut into a frame
// that is half sent. So it is given a Pipe instead of the socket: reading goes through to the socket, and what it
// writes is copied as one piece to the end of the same outgoing queue and counts as written at once.
//
// Everything here runs on the sockets' thread, but for send() and close(), which others may call and which then post.
#include "http/live_socket.hpp"

#include <sys/socket.h>
#include <sys/uio.h>

#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <cerrno>
#include <exception>

#include "base/log.hpp"

namespace samrad::http {
namespace {

constexpr std::chrono::seconds closing_time{5};         // for the peer to answer a close
constexpr std::chrono::seconds cut_off_time{2};         // for a close frame to reach a peer that did not read
constexpr std::size_t dropped_after_close = 64 * 1024;  // bytes read and dropped while the peer finishes
constexpr std::size_t parts_in_a_write = 64;

}  // namespace

// ---------------------------------------------------------------------------------------------

void LiveSocket::start(const Request& request) {
    beast::http::request<beast::http::empty_body> upgrade(beast::http::verb::get, "/", 11);
    for (const auto* name : {"host", "connection", "upgrade", "sec-websocket-key", "sec-websocket-version"}) {
        upgrade.set(name, request.header(name).value_or(""));
    }
    stream_.read_message_max(serving_.settings.socket_message_limit);
    deadline_ = Clock::now() + serving_.settings.header_timeout;
    stream_.async_accept(upgrade, [self = self()](beast::error_code error) {
        if (error || self->ended_) return self->end();
        self->open_ = true;
        if (!self->said_close_) self->deadline_ = Clock::time_point::max();
        self->stream_.control_callback(
            [raw = self.get()](websocket::frame_type, beast::string_view) { raw->count_frame(); });
        self->serving_.hub.enter(self);
        if (self->serving_.stopping) self->wind_up();
        if (!self->serving_.live.opened) return self->read();
        self->run_job([self] { self->serving_.live.opened(*self); });
    });
}

void LiveSocket::read() {
    if (ended_) return;
    stream_.async_read(message_, [self = self()](beast::error_code error, std::size_t) {
        if (self->ended_) return;
        if (!error) return self->take_message();
        // Beast has answered a close, or has closed for a broken frame; or the connection is gone.
        if (self->said_close_ && error != asio::error::eof) return self->finish();
        self->end();
    });
}

void LiveSocket::take_message() {
    count_frame();
    const bool text = stream_.got_text();
    std::string message = beast::buffers_to_string(message_.data());
    message_.consume(message_.size());
    message_.shrink_to_fit();
    if (said_close_) return read();  // only the answer to our close matters now
    if (!text) {
        say_close(1003, "text only");
        return read();
    }
    if (!serving_.live.message) return read();
    run_job([self = self(), message = std::move(message)] { self->serving_.live.message(*self, message); });
}

// Runs a callback on a worker and reads on after it, so that the messages of one socket stay in order and a peer that
// sends faster than it is served is held up.
void LiveSocket::run_job(std::function<void()> job) {
    working_ = true;
    const bool taken = serving_.workers.submit([self = self(), job = std::move(job)]() mutable {
        try {
            job();
        } catch (const std::exception& error) {
            log::error("socket.handler_failed", {{"reason", error.what()}});
            self->close(1011, "broken");
        } catch (...) {
            log::error("socket.handler_failed", {{"reason", "unknown"}});
            self->close(1011, "broken");
        }
        job = nullptr;
        // Handed over whole, so that the last reference is dropped on the sockets' thread.
        auto& io = self->serving_.io;
        asio::post(io, [self = std::move(self)] {
            self->working_ = false;
            self->heard_ = Clock::now();
            self->read();
        });
    });
    if (taken) return;
    working_ = false;
    say_close(1013, "busy");
    read();
}

void LiveSocket::count_read(std::size_t bytes) {
    heard_ = Clock::now();
    if (heard_ - counted_from_ >= std::chrono::seconds(1)) {
        counted_from_ = heard_;
        frames_ = bytes_ = 0;
    }
    // Fragments of one byte are no messages yet, so bytes are counted too.
    bytes_ += bytes;
    const auto& settings = serving_.settings;
    const auto full_messages = std::max<std::size_t>(16, settings.socket_messages_per_second / 4);
    if (bytes_ <= full_messages * settings.socket_message_limit) return;
    say_close(1008, "too much");
    unwelcome_ = true;
}

void LiveSocket::count_frame() {
    if (++frames_ <= serving_.settings.socket_messages_per_second) return;
    say_close(1008, "too many messages");
    unwelcome_ = true;
}

// ---- writing --------------------------------------------------------------------------------------------------------

void LiveSocket::queue(const live::FramePtr& frame) {
    if (ended_ || said_close_ || !open_) return;
    const auto bytes = frame->wire();
    std::size_t sent = 0;
    if (queued_ == 0) {
        const auto took = ::send(socket_.native_handle(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (took == static_cast<ssize_t>(bytes.size())) return;
        if (took < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) return end();
        sent = took > 0 ? static_cast<std::size_t>(took) : 0;
        offset_ = sent;
        moved_ = Clock::now();
    }
    outgoing_.push_back(frame);
    queued_ += bytes.size() - sent;
    if (queued_ > serving_.settings.outgoing_limit) return cut_off();
    wait_to_write();
}

// Bytes of Beast's own, one whole piece each: the handshake's reply or a control frame.
void LiveSocket::queue_from_beast(std::string bytes) {
    if (ended_ || said_close_ || bytes.empty()) return;
    const bool is_close = open_ && (static_cast<unsigned char>(bytes.front()) & 0x0f) == 8;
    const bool was_open = std::exchange(open_, true);
    queue(std::make_shared<const live::Frame>(std::move(bytes), 0));
    open_ = was_open;
    if (!is_close || said_close_) return;
    said_close_ = true;
    deadline_ = Clock::now() + closing_time;
    serving_.hub.leave(*this);
}

void LiveSocket::wait_to_write() {
    if (waiting_to_write_) return;
    waiting_to_write_ = true;
    socket_.async_wait(Socket::wait_write, [self = self()](beast::error_code error) {
        self->waiting_to_write_ = false;
        if (!error && !self->ended_) self->flush();
    });
}

void LiveSocket::flush() {
    while (at_ < outgoing_.size()) {
        iovec parts[parts_in_a_write];
        std::size_t count = 0;
        for (std::size_t i = at_; i < outgoing_.size() && count < parts_in_a_write; ++i, ++count) {
            auto bytes = outgoing_[i]->wire();
            if (i == at_) bytes.remove_prefix(offset_);
            parts[count] = {const_cast<char*>(bytes.data()), bytes.size()};
        }
        msghdr message{};
        message.msg_iov = parts;
        message.msg_iovlen = count;
        const auto took = ::sendmsg(socket_.native_handle(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (took < 0 && errno == EINTR) continue;
        if (took < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return wait_to_write();
        if (took < 0) return end();
        moved_ = Clock::now();
        queued_ -= static_cast<std::size_t>(took);
        offset_ += static_cast<std::size_t>(took);
        while (at_ < outgoing_.size() && offset_ >= outgoing_[at_]->wire().size()) {
            offset_ -= outgoing_[at_]->wire().size();
            outgoing_[at_++].reset();
        }
    }
    outgoing_.clear();
    if (outgoing_.capacity() > 64) outgoing_.shrink_to_fit();
    at_ = offset_ = 0;
    if (finishing_) finish();
}

// The peer does not read. What it has not begun to receive is dropped; a frame that is half sent has to be completed
// before the close frame, or the peer could not make sense of it.
void LiveSocket::cut_off() {
    outgoing_.resize(at_ + (offset_ > 0 ? 1 : 0));
    queued_ = outgoing_.size() > at_ ? outgoing_[at_]->wire().size() - offset_ : 0;
    const auto goodbye = live::make_close_frame(1013, "too slow");
    outgoing_.push_back(goodbye);
    queued_ += goodbye->wire().size();
    said_close_ = unwelcome_ = true;
    deadline_ = Clock::now() + cut_off_time;
    serving_.hub.leave(*this);
    wait_to_write();
}

// ---- the end --------------------------------------------------------------------------------------------------------

// Orderly: our close frame goes out behind what is queued, and reading goes on until the peer's answer. (Cancelling the
// read instead would show the peer an abnormal end, 1006.)
void LiveSocket::say_close(unsigned short code, std::string_view reason) {
    if (ended_ || said_close_) return;
    if (!open_) return end();
    queue(live::make_close_frame(code, reason));
    if (ended_) return;
    said_close_ = true;
    deadline_ = std::min(deadline_, Clock::now() + closing_time);
    serving_.hub.leave(*this);
}

void LiveSocket::finish() {
    if (ended_) return;
    finishing_ = true;
    deadline_ = std::min(deadline_, Clock::now() + cut_off_time);
    if (queued_ != 0) return;  // flush() comes back here
    beast::error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    drop_what_comes();
}

void LiveSocket::drop_what_comes() {
    socket_.async_wait(Socket::wait_read, [self = self()](beast::error_code error) {
        if (error || self->ended_) return;
        auto& scratch = self->serving_.scratch;
        const auto got = ::recv(self->socket_.native_handle(), scratch.data(), scratch.size(), MSG_DONTWAIT);
        if (got > 0) self->dropped_ += static_cast<std::size_t>(got);
        if (got == 0 || self->dropped_ > dropped_after_close) return self->end();
        if (got < 0 && errno != EAGAIN && errno != EINTR) return self->end();
        self->drop_what_comes();
    });
}

void LiveSocket::end() {
    if (std::exchange(ended_, true)) return;
    const auto alive = self();  // the hub may hold the last reference
    serving_.drop(*this);
    serving_.hub.leave(*this);
    slot_.reset();
    beast::error_code ignored;
    socket_.close(ignored);
    outgoing_.clear();
    queued_ = 0;
}

void LiveSocket::sweep(Clock::time_point now) {
    const auto& settings = serving_.settings;
    if (now >= deadline_) return end();
    if (!open_ || said_close_ || working_) return;
    if (now - heard_ > settings.silence_limit) return end();
    if (queued_ != 0 && now - moved_ > settings.write_timeout) return cut_off();
    if (now - heard_ > settings.ping_interval && now - pinged_ > settings.ping_interval) {
        static const live::FramePtr ping = live::make_frame(live::Opcode::ping, "");
        pinged_ = now;
        queue(ping);
    }
}

void start_live_socket(Serving& serving, Socket socket, AddressSlot slot, std::string early, const Request& request,
                       std::shared_ptr<live::Listener> listener) {
    std::make_shared<LiveSocket>(serving, std::move(socket), std::move(slot), std::move(early), std::move(listener))
        ->start(request);
}

}  // namespace samrad::http
