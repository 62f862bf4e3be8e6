// One HTTP/1.1 connection, from accept to close, as a coroutine on the sockets' thread.
//
// A request reads as: header -> strict check -> parse -> choose who answers -> body -> answer -> write. Pipelined
// requests wait in the buffer and are answered in order; while a handler runs nothing is read, so a client that sends
// faster than it is served is held up by TCP. Every wait has a deadline, which the server's sweep enforces by
// cancelling the socket.
#include "http/connection.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <exception>
#include <variant>

#include "base/log.hpp"
#include "http/origin.hpp"

namespace samrad::http {
namespace {

bool has_token(std::string_view list, std::string_view token) { return accepts(list, token); }

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

}  // namespace

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
        serving_.count(reply->status);
        const Outgoing out = outgoing_of(std::move(*reply), exchange.asker, serving_.date);
        if (!co_await write(out.head, out.bytes)) co_return;
        if (out.file && !co_await write(*out.file)) co_return;
        if (out.close) {
            co_await linger();
            co_return;
        }
    }
}

namespace {

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
