// One HTTP/1.1 connection, from accept to close, as a coroutine on the sockets' thread.
//
// A request reads as: header -> strict check -> parse -> choose who answers -> body -> answer -> write. Pipelined
// requests wait in the buffer and are answered in order; while a handler runs nothing is read, so a client that sends
// faster than it is served is held up by TCP. Every wait has a deadline, which the server's sweep enforces by
// cancelling the socket.
#include <sys/socket.h>
#include <sys/uio.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cerrno>
#include <exception>
#include <optional>
#include <variant>

#include "base/log.hpp"
#include "http/client_address.hpp"
#include "http/header_check.hpp"
#include "http/origin.hpp"
#include "http/outgoing.hpp"
#include "http/request_parser.hpp"
#include "http/serving.hpp"
#include "http/target.hpp"

namespace samrad::http {
namespace {

constexpr auto use_task = asio::use_awaitable_t<Executor>{};
constexpr std::size_t linger_bytes = 32 * 1024;
constexpr std::chrono::seconds linger_time{2};
constexpr std::size_t slowest_bytes_per_second = 16 * 1024;

bool has_token(std::string_view list, std::string_view token) { return accepts(list, token); }

std::optional<Verb> verb_of(std::string_view method) {
    if (method == "GET") return Verb::get;
    if (method == "HEAD") return Verb::head;
    if (method == "POST") return Verb::post;
    if (method == "PUT") return Verb::put;
    if (method == "PATCH") return Verb::patch;
    if (method == "DELETE") return Verb::del;
    return std::nullopt;
}

std::string_view method_of(Verb verb) {
    switch (verb) {
        case Verb::get: return "GET";
        case Verb::head: return "HEAD";
        case Verb::post: return "POST";
        case Verb::put: return "PUT";
        case Verb::patch: return "PATCH";
        case Verb::del: return "DELETE";
    }
    return "";
}

// Runs a handler; whatever it throws becomes a reply that tells nothing of the inside.
template <class Call>
Reply guarded(std::string_view where, Call call) {
    try {
        return call();
    } catch (const Problem& problem) {
        return reply_of(problem);
    } catch (const std::exception& error) {
        log::error("http.handler_failed", {{"route", std::string(where)}, {"reason", error.what()}});
    } catch (...) {
        log::error("http.handler_failed", {{"route", std::string(where)}, {"reason", "unknown"}});
    }
    return reply_of(Problem{Kind::broken, "broken", {}, {}, 0});
}

// Runs a job on a pool and resumes here with its result; with `full` where the pool takes no more.
template <class T>
Task<T> on_worker(Serving& serving, Workers& pool, std::function<T()> job, T full) {
    co_return co_await asio::async_initiate<decltype(use_task), void(T)>(
        [&](auto handler) {
            const auto resume = std::make_shared<decltype(handler)>(std::move(handler));
            asio::io_context& io = serving.io;
            const bool taken = pool.submit([resume, &io, job = std::move(job)] {
                auto result = std::make_shared<T>(job());
                asio::post(io, [resume, result] { (*resume)(std::move(*result)); });
            });
            if (!taken)
                asio::post(io,
                           [resume, result = std::make_shared<T>(std::move(full))] { (*resume)(std::move(*result)); });
        },
        use_task);
}

class Connection final : public Kept {
public:
    Connection(Serving& serving, Socket socket, AddressSlot slot)
        : serving_(serving), socket_(std::move(socket)), slot_(std::move(slot)) {
        serving_.keep(*this);
    }
    ~Connection() { serving_.drop(*this); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Task<void> run();

    void sweep(Clock::time_point now) override {
        if (now < deadline_) return;
        timed_out_ = true;
        cancel();
    }
    void wind_up() override {
        if (idle_) cancel();
    }
    void cut() override {
        boost::system::error_code ignored;
        socket_.close(ignored);
    }

private:
    // A request whose header was read, on its way to an answer.
    struct Exchange {
        std::shared_ptr<Request> request = std::make_shared<Request>();
        RequestParser parser;
        bool has_body = false;
        bool upgrade = false;
        bool expects_continue = false;
        std::optional<std::size_t> content_length;
        std::optional<Verb> verb;
        std::optional<Refusal> refusal;  // answered at once, and the connection closed
        Asker asker;
    };

    void cancel() {
        boost::system::error_code ignored;
        socket_.cancel(ignored);
    }
    void wait_until(Clock::duration from_now) {
        timed_out_ = false;
        deadline_ = Clock::now() + from_now;
    }
    void wait_freely() { deadline_ = Clock::time_point::max(); }
    std::string_view pending() const { return std::string_view(in_).substr(start_); }
    void consume(std::size_t bytes);

    Task<bool> read_some();
    Task<std::size_t> read_header();
    void understand(std::string_view block, Exchange& exchange);
    Task<bool> read_body(Exchange& exchange, std::size_t limit);
    Task<std::optional<Reply>> answer(Exchange& exchange);
    Task<Reply> answer_by_route(Exchange& exchange);
    Task<std::optional<Reply>> upgrade(Exchange& exchange);
    Task<bool> write(std::string_view head, std::string_view body);
    Task<void> linger();

    Serving& serving_;
    Socket socket_;
    AddressSlot slot_;
    Clock::time_point deadline_ = Clock::time_point::max();
    bool timed_out_ = false;
    bool idle_ = false;   // between requests
    bool taken_ = false;  // the live socket has it now
    std::string in_;
    std::size_t start_ = 0;  // in_ before here is done with
    bool first_ = true;
};

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

Task<Reply> Connection::answer_by_route(Exchange& exchange) {
    auto& request = *exchange.request;
    std::optional<Router::Match> match;
    if (exchange.verb) match = serving_.router.find(*exchange.verb, request.path);
    if (!match) {
        if (exchange.has_body) exchange.asker.keep_alive = false;
        const auto verbs = serving_.router.verbs(request.path);
        if (verbs.empty()) co_return refuse(Refusal{404, "missing"});
        std::string allow;
        for (const Verb verb : verbs) allow.append(allow.empty() ? "" : ", ").append(method_of(verb));
        Reply reply = refuse(Refusal{405, "http.verb_unknown"});
        reply.headers.emplace_back("allow", allow);
        co_return reply;
    }
    request.arguments = std::move(match->arguments);
    const Route& route = *match->route;
    if (exchange.has_body && !co_await read_body(exchange, route.body_limit)) {
        if (!exchange.refusal) exchange.refusal = Refusal{400, "http.malformed"};
        co_return Reply{};  // run() answers with the refusal
    }
    const bool slow = route.lane == Lane::slow;
    const Problem full{slow ? Kind::limited : Kind::unavailable, "busy", {}, {}, slow ? 2 : 1};
    std::function<Reply()> job = [&route, request = exchange.request, asker = exchange.asker] {
        Reply reply = guarded(route.pattern, [&] { return route.handler(*request); });
        compress(reply, asker);
        return reply;
    };
    co_return co_await on_worker<Reply>(serving_, slow ? serving_.slow : serving_.workers, std::move(job),
                                        reply_of(full));
}

// Nothing where the connection now belongs to a live socket.
Task<std::optional<Reply>> Connection::upgrade(Exchange& exchange) {
    const Request& request = *exchange.request;
    exchange.asker.keep_alive = false;
    if (exchange.has_body) co_return refuse(Refusal{400, "http.malformed"});
    if (!exchange.upgrade || !has_token(request.header("upgrade").value_or(""), "websocket") ||
        !has_token(request.header("connection").value_or(""), "upgrade") ||
        request.header("sec-websocket-version").value_or("") != "13") {
        Reply reply = refuse(Refusal{426, "http.upgrade_required"});
        reply.headers.emplace_back("upgrade", "websocket");
        reply.headers.emplace_back("sec-websocket-version", "13");
        co_return reply;
    }
    if (request.header("sec-websocket-key").value_or("").size() != 24) co_return refuse(Refusal{400, "http.malformed"});
    if (!origin_allowed(request, serving_.origins)) co_return refuse(Refusal{403, "request.foreign_origin"});

    using Welcome = std::variant<std::shared_ptr<live::Listener>, Reply>;
    std::function<Welcome()> job = [this, request = exchange.request] {
        std::shared_ptr<live::Listener> listener;
        Reply refused = guarded("GET /api/socket", [&] {
            if (serving_.live.welcome) listener = serving_.live.welcome(*request);
            return refuse(Refusal{403, "forbidden"});
        });
        return listener ? Welcome(std::move(listener)) : Welcome(std::move(refused));
    };
    Welcome busy = reply_of(Problem{Kind::unavailable, "busy", {}, {}, 1});
    auto welcome = co_await on_worker<Welcome>(serving_, serving_.workers, std::move(job), std::move(busy));
    if (auto* refused = std::get_if<Reply>(&welcome)) co_return std::move(*refused);
    if (serving_.stopping || !socket_.is_open()) co_return refuse(Refusal{503, "busy"});
    taken_ = true;
    start_live_socket(serving_, std::move(socket_), std::move(slot_), std::string(pending()), request,
                      std::move(std::get<0>(welcome)));
    co_return std::nullopt;
}

Task<std::optional<Reply>> Connection::answer(Exchange& exchange) {
    const Request& request = *exchange.request;
    const bool reads = exchange.verb == Verb::get || exchange.verb == Verb::head;
    if (exchange.verb == Verb::get && request.path == "/api/socket") co_return co_await upgrade(exchange);
    if (reads && !exchange.has_body) {
        if (serving_.shortcut) {
            std::optional<Reply> quick;
            Reply failed = guarded("shortcut", [&] {
                quick = serving_.shortcut(request);
                return Reply{};
            });
            if (failed.status != 200) co_return failed;
            if (quick) co_return quick;
        }
        if (auto file = serving_.files.find(request)) co_return file;
    }
    co_return co_await answer_by_route(exchange);
}

Task<void> Connection::run() {
    while (const std::size_t length = co_await read_header()) {
        Exchange exchange;
        understand(pending().substr(0, length), exchange);
        consume(length);
        wait_freely();
        std::optional<Reply> reply;
        if (!exchange.refusal) reply = co_await answer(exchange);
        if (exchange.refusal) {
            exchange.asker.keep_alive = false;
            reply = refuse(*exchange.refusal);
        }
        if (taken_ || !reply || !socket_.is_open()) co_return;
        if (serving_.stopping) exchange.asker.keep_alive = false;
        const Outgoing out = outgoing_of(std::move(*reply), exchange.asker, serving_.date);
        if (!co_await write(out.head, out.bytes)) co_return;
        if (out.close) {
            co_await linger();
            co_return;
        }
    }
}

Task<void> serve(Serving& serving, Socket socket, AddressSlot slot) {
    Connection connection(serving, std::move(socket), std::move(slot));
    co_await connection.run();
}

}  // namespace

void start_connection(Serving& serving, Socket socket, AddressSlot slot) {
    asio::co_spawn(serving.io.get_executor(), serve(serving, std::move(socket), std::move(slot)),
                   [](std::exception_ptr failure) {
                       if (!failure) return;
                       try {
                           std::rethrow_exception(failure);
                       } catch (const std::exception& error) {
                           log::error("http.connection_failed", {{"reason", error.what()}});
                       }
                   });
}

}  // namespace samrad::http
