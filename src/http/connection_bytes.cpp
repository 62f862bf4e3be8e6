// The bytes of a connection: waiting for a header, understanding it, taking a body, writing a reply, parting.
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <cerrno>
#include <vector>

#include "http/client_address.hpp"
#include "http/connection.hpp"
#include "http/target.hpp"

namespace samrad::http {
namespace {

constexpr std::size_t linger_bytes = 32 * 1024;
constexpr std::chrono::seconds linger_time{2};
constexpr std::size_t slowest_bytes_per_second = 16 * 1024;

std::optional<Verb> verb_of(std::string_view method) {
    if (method == "GET") return Verb::get;
    if (method == "HEAD") return Verb::head;
    if (method == "POST") return Verb::post;
    if (method == "PUT") return Verb::put;
    if (method == "PATCH") return Verb::patch;
    if (method == "DELETE") return Verb::del;
    return std::nullopt;
}

}  // namespace

void Connection::consume(std::size_t bytes) {
    start_ += bytes;
    if (start_ == in_.size()) {
        in_.clear();
        start_ = 0;
    } else if (start_ > 64 * 1024) {
        in_.erase(0, start_);
        start_ = 0;
    }
}

// Appends what has arrived to the buffer, waiting where nothing has. False at the end, on errors and at the deadline.
Task<bool> Connection::read_some() {
    while (true) {
        const auto got = ::recv(socket_.native_handle(), serving_.scratch.data(), serving_.scratch.size(), 0);
        if (got > 0) {
            in_.append(serving_.scratch.data(), static_cast<std::size_t>(got));
            co_return true;
        }
        if (got == 0) co_return false;
        if (errno == EINTR) continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) co_return false;
        const auto [error] = co_await socket_.async_wait(Socket::wait_read, asio::as_tuple(use_task));
        if (error) co_return false;
    }
}

// Writes both parts without copying them together. False where the client has gone or reads too slowly.
Task<bool> Connection::write(std::string_view head, std::string_view body) {
    wait_until(serving_.settings.write_timeout + std::chrono::seconds(body.size() / slowest_bytes_per_second));
    while (!head.empty() || !body.empty()) {
        iovec parts[2] = {{const_cast<char*>(head.data()), head.size()}, {const_cast<char*>(body.data()), body.size()}};
        msghdr message{};
        message.msg_iov = head.empty() ? parts + 1 : parts;
        message.msg_iovlen = head.empty() || body.empty() ? 1 : 2;
        const auto sent = ::sendmsg(socket_.native_handle(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) {
            const auto of_head = std::min(head.size(), static_cast<std::size_t>(sent));
            head.remove_prefix(of_head);
            body.remove_prefix(static_cast<std::size_t>(sent) - of_head);
            continue;
        }
        if (errno == EINTR) continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) co_return false;
        const auto [error] = co_await socket_.async_wait(Socket::wait_write, asio::as_tuple(use_task));
        if (error) co_return false;
    }
    wait_freely();
    co_return true;
}

// A file goes out a piece at a time, as fast as the client takes it; the next piece is read when the last has gone.
Task<bool> Connection::write(const ScratchFile& file) {
    std::vector<char> piece(64 * 1024);
    for (std::uint64_t at = 0; at < file.size();) {
        const auto got = file.read(at, piece);
        if (got == 0 || !co_await write({}, {piece.data(), got})) co_return false;
        at += got;
    }
    co_return true;
}

// The last reply has to arrive although the client may still be sending: a close with unread bytes would reset the
// connection and take the reply with it. So: no more from us, and a little of what comes is read and dropped.
Task<void> Connection::linger() {
    boost::system::error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    wait_until(linger_time);
    std::size_t dropped = 0;
    in_.clear();
    start_ = 0;
    while (dropped < linger_bytes && co_await read_some()) {
        dropped += in_.size();
        in_.clear();
    }
    socket_.close(ignored);
}

// The length of the next header block, 0 where the connection is over. A refusal leaves its mark in the scan.
Task<std::size_t> Connection::read_header() {
    HeaderScan scan(serving_.settings.header_limit);
    idle_ = pending().empty();
    wait_until(idle_ && !first_ ? serving_.settings.idle_timeout : serving_.settings.header_timeout);
    std::optional<Refusal> refusal;
    while (!scan.look(pending())) {
        const bool was_empty = pending().empty();
        if (was_empty) std::string().swap(in_);
        if (was_empty && serving_.stopping) co_return 0;
        if (!co_await read_some()) {
            if (timed_out_ && !pending().empty()) refusal = Refusal{408, "http.too_slow"};
            if (!refusal) co_return 0;
            break;
        }
        if (was_empty) {
            idle_ = false;
            wait_until(serving_.settings.header_timeout);
        }
    }
    idle_ = first_ = false;
    if (!refusal) refusal = scan.refusal();
    if (!refusal) co_return scan.length();
    auto out = outgoing_of(refuse(*refusal), Asker{.keep_alive = false}, serving_.date);
    if (co_await write(out.head, out.bytes)) co_await linger();
    co_return 0;
}

void Connection::understand(std::string_view block, Exchange& exchange) {
    HeaderFacts facts;
    exchange.asker.keep_alive = false;
    exchange.refusal = check_header(block, facts);
    if (exchange.refusal) return;
    RequestParser::Line line;
    Request& request = *exchange.request;
    auto target = parse_target(facts.target);
    if (!target || !exchange.parser.read_header(block, request, line)) {
        exchange.refusal = Refusal{400, "http.malformed"};
        return;
    }
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    request.remote_address = client_address(request, slot_.address(), serving_.proxies);
    exchange.verb = verb_of(line.method);
    request.verb = exchange.verb.value_or(Verb::get);
    exchange.has_body = facts.has_body;
    exchange.upgrade = facts.upgrade;
    exchange.expects_continue = facts.expects_continue;
    exchange.content_length = facts.content_length;
    exchange.asker = asker_of(request, line.keep_alive && !serving_.stopping);
}

// False where the body cannot be had; then refusal says why, or the client has gone.
Task<bool> Connection::read_body(Exchange& exchange, std::size_t limit) {
    const Refusal too_large{413, "http.body_too_large"};
    if (exchange.content_length.value_or(0) > limit) {
        exchange.refusal = too_large;
        co_return false;
    }
    if (exchange.expects_continue && pending().empty()) {
        if (!co_await write("HTTP/1.1 100 Continue\r\n\r\n", {})) co_return false;
    }
    // A client may be slow, but it has to keep up a pace: a time for the whole, longer for what has come.
    wait_until(serving_.settings.body_timeout);
    while (true) {
        std::size_t used = 0;
        const auto progress = exchange.parser.read_body(pending(), limit, used);
        consume(used);
        if (progress == RequestParser::Progress::done) break;
        if (progress == RequestParser::Progress::too_large) exchange.refusal = too_large;
        // A chunk's header or a trailer that does not end.
        const bool endless = pending().size() > serving_.settings.header_limit;
        if (progress == RequestParser::Progress::malformed || endless)
            exchange.refusal = Refusal{400, "http.malformed"};
        if (exchange.refusal) co_return false;
        deadline_ += std::chrono::milliseconds(used * 1000 / slowest_bytes_per_second);
        if (!co_await read_some()) {
            if (timed_out_) exchange.refusal = Refusal{408, "http.too_slow"};
            co_return false;
        }
    }
    wait_freely();
    exchange.request->body = exchange.parser.take_body();
    co_return true;
}

}  // namespace samrad::http
