// A server with nothing but http/ and live/ in it, for measuring them (docs/reference/benchmarks.md):
//
//   bench_live_server PORT [DOCUMENT_BYTES] [PAGE_BYTES]
//
// Every socket is put into one topic when it opens, with a first frame of DOCUMENT_BYTES that all share. What a socket
// says
// ({"t":"say",...}) goes to the whole topic as the next event. GET /page is a page of PAGE_BYTES served by the
// shortcut, GET /work the same through a worker.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "http/server.hpp"
#include "live/hub.hpp"

namespace {

using namespace samrad;

std::size_t argument(int count, char** arguments, int index, std::size_t otherwise) {
    return count > index ? std::strtoul(arguments[index], nullptr, 10) : otherwise;
}

}  // namespace

int main(int count, char** arguments) {
    http::ServerSettings settings;
    settings.port = static_cast<unsigned short>(argument(count, arguments, 1, 21000));
    settings.origins = {"http://127.0.0.1:" + std::to_string(settings.port)};
    settings.workers = 2;
    settings.socket_messages_per_second = 1000000;  // the load generator's writer is one socket
    settings.socket_message_limit = 128 * 1024;

    const std::size_t document_bytes = argument(count, arguments, 2, 0);
    const auto document = live::make_frame(document_bytes == 0 ? "hello" : std::string(document_bytes, 'd'));
    const auto page =
        std::make_shared<const http::Body>(http::Body{std::string(argument(count, arguments, 3, 250000), 'p'), {}});

    live::Hub hub;
    std::atomic<std::int64_t> number{0};
    http::LiveCallbacks live;
    live.welcome = [](const http::Request&) { return std::make_shared<live::Listener>(); };
    live.opened = [&](live::Subscriber& subscriber) {
        hub.subscribe(subscriber.shared_from_this(), "document:1");
        subscriber.send(document);
    };
    live.message = [&](live::Subscriber&, const std::string& text) {
        if (text.starts_with(R"({"t":"say")")) hub.publish("document:1", ++number, live::make_frame(text));
    };

    http::Reply reply;
    reply.content_type = "text/html; charset=utf-8";
    reply.body = page;
    http::Router router;
    router.add({http::Verb::get, "/work", [reply](const http::Request&) { return reply; }});
    http::Server server(settings, std::move(router), hub, live,
                        [reply](const http::Request& request) -> std::optional<http::Reply> {
                            if (request.path == "/page") return reply;
                            return std::nullopt;
                        });
    std::printf("http://127.0.0.1:%u\n", server.port());
    std::fflush(stdout);
    server.run();
}
