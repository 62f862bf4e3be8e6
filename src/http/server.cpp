#include "http/server.hpp"

#include <signal.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <ctime>
#include <system_error>

#include "base/log.hpp"
#include "http/client_address.hpp"
#include "http/outgoing.hpp"
#include "http/serving.hpp"

namespace samrad::http {
namespace {

using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
constexpr auto use_task = asio::use_awaitable_t<Executor>{};
constexpr std::chrono::milliseconds sweep_interval{250};
constexpr std::chrono::milliseconds accept_pause{100};  // when there are no file descriptors left

std::string http_date() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[64];
    const auto size = std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return {text, size};
}

}  // namespace

struct Server::Inside final : live::Loop {
    Inside(ServerSettings settings, Router router, live::Hub& hub, LiveCallbacks live, Shortcut shortcut)
        : serving(std::move(settings), std::move(router), hub, std::move(live), std::move(shortcut)),
          acceptor(serving.io.get_executor()),
          sweep_timer(serving.io.get_executor()),
          pause_timer(serving.io.get_executor()),
          grace_timer(serving.io.get_executor()) {
        ::signal(SIGPIPE, SIG_IGN);
        bind();
        serving.hub.attach(this);
    }
    ~Inside() override {
        // Handlers may still touch the hub and the sockets: they end first.
        serving.workers.stop();
        serving.slow.stop();
        cut_all();
        serving.hub.attach(nullptr);
    }

    void post(std::function<void()> task) override { asio::post(serving.io, std::move(task)); }
    void after(std::chrono::microseconds delay, std::function<void()> task) override {
        auto timer = std::make_shared<Timer>(serving.io.get_executor(), delay);
        timer->async_wait([timer, task = std::move(task)](boost::system::error_code error) {
            if (!error) task();
        });
    }

    void bind();
    Task<void> accept();
    void welcome(Socket socket);
    Task<void> sweep();
    void wind_up(std::chrono::milliseconds grace);
    void cut_all() {
        for (std::size_t i = serving.kept.size(); i-- > 0;) {
            if (i < serving.kept.size()) serving.kept[i]->cut();
        }
    }

    Serving serving;
    Acceptor acceptor;
    Timer sweep_timer;
    Timer pause_timer;
    Timer grace_timer;
    unsigned short bound_port = 0;
};

void Server::Inside::bind() {
    boost::system::error_code error;
    const auto check = [&] {
        if (error) throw std::system_error(error, serving.settings.address);
    };
    const auto address = asio::ip::make_address(serving.settings.address, error);
    check();
    const asio::ip::tcp::endpoint endpoint(address, serving.settings.port);
    acceptor.open(endpoint.protocol(), error);
    check();
    acceptor.set_option(Acceptor::reuse_address(true), error);
    check();
    acceptor.bind(endpoint, error);
    check();
    acceptor.listen(4096, error);
    check();
    bound_port = acceptor.local_endpoint(error).port();
    check();
}

void Server::Inside::welcome(Socket socket) {
    boost::system::error_code error;
    const auto peer = socket.remote_endpoint(error);
    if (error) return;  // gone already
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    socket.native_non_blocking(true, error);
    std::string address = plain_address(peer.address().to_string());
    const auto limit = serving.settings.connections_per_address;
    bool trusted = false;
    for (const auto& proxy : serving.proxies) trusted = trusted || proxy == address;
    const auto here = serving.per_address.find(network_of(address));
    if (limit != 0 && !trusted && here != serving.per_address.end() && here->second >= limit) {
        Reply busy = reply_of(Problem{Kind::limited, "http.too_many_connections", {}, {}, 10});
        const auto out = outgoing_of(std::move(busy), Asker{.keep_alive = false}, serving.date);
        const std::string bytes = out.head + std::string(out.bytes);
        socket.send(asio::buffer(bytes), 0, error);  // a fresh socket takes these few bytes without blocking
        return;
    }
    start_connection(serving, std::move(socket), AddressSlot(serving, std::move(address)));
}

Task<void> Server::Inside::accept() {
    while (!serving.stopping) {
        auto [error, socket] = co_await acceptor.async_accept(serving.io.get_executor(), asio::as_tuple(use_task));
        if (!error) {
            welcome(std::move(socket));
            continue;
        }
        if (serving.stopping || error == asio::error::operation_aborted) co_return;
        // Out of descriptors or memory: the client waits in the backlog while we wait for a socket to end.
        log::warning("http.accept_failed", {{"reason", error.message()}});
        pause_timer.expires_after(accept_pause);
        co_await pause_timer.async_wait(asio::as_tuple(use_task));
    }
}

Task<void> Server::Inside::sweep() {
    while (true) {
        serving.date = http_date();
        const auto now = Clock::now();
        // From the back: who ends now is replaced by one that had its turn.
        for (std::size_t i = serving.kept.size(); i-- > 0;) {
            if (i < serving.kept.size()) serving.kept[i]->sweep(now);
        }
        if (serving.stopping && serving.kept.empty()) {
            serving.io.stop();
            co_return;
        }
        sweep_timer.expires_after(serving.stopping ? sweep_interval / 10 : sweep_interval);
        co_await sweep_timer.async_wait(asio::as_tuple(use_task));
    }
}

void Server::Inside::wind_up(std::chrono::milliseconds grace) {
    if (serving.stopping) return;
    serving.stopping = true;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    sweep_timer.cancel();
    pause_timer.cancel();
    for (std::size_t i = serving.kept.size(); i-- > 0;) {
        if (i < serving.kept.size()) serving.kept[i]->wind_up();
    }
    grace_timer.expires_after(grace);
    grace_timer.async_wait([this](boost::system::error_code error) {
        if (error) return;
        cut_all();
        serving.io.stop();
    });
}

Server::Server(ServerSettings settings, Router router, live::Hub& hub, LiveCallbacks live, Shortcut shortcut)
    : inside_(std::make_unique<Inside>(std::move(settings), std::move(router), hub, std::move(live),
                                       std::move(shortcut))) {}
Server::~Server() = default;

unsigned short Server::port() const { return inside_->bound_port; }

std::array<std::uint64_t, 5> Server::answered() const {
    std::array<std::uint64_t, 5> counts{};
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = inside_->serving.answered[i].load();
    return counts;
}

void Server::run() {
    auto& serving = inside_->serving;
    serving.thread = std::this_thread::get_id();
    const auto work = asio::make_work_guard(serving.io);
    asio::co_spawn(serving.io, inside_->sweep(), asio::detached);
    asio::co_spawn(serving.io, inside_->accept(), asio::detached);
    while (true) {
        try {
            serving.io.run();
            break;
        } catch (const std::exception& error) {
            // One task failed; the others go on.
            log::error("http.task_failed", {{"reason", error.what()}});
        }
    }
    serving.workers.stop();
    serving.slow.stop();
}

void Server::stop(std::chrono::milliseconds grace) {
    asio::post(inside_->serving.io, [inside = inside_.get(), grace] { inside->wind_up(grace); });
}

}  // namespace samrad::http
