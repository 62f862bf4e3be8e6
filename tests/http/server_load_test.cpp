// What the server does with more than it can take: full queues, slow clients, many connections, and its own end.
#include "http/server.hpp"

#include <catch2/catch_test_macros.hpp>

#include "http/support/client.hpp"
#include "http/support/echo.hpp"
#include "http/support/gate.hpp"
#include "http/support/running_server.hpp"

using namespace samrad;
using namespace samrad::http;
using namespace samrad::test;

TEST_CASE("A full queue says so at once") {
    Gate gate;
    Router router;
    const auto waits = [&](const Request&) {
        gate.wait();
        return Reply::text("done");
    };
    router.add({Verb::post, "/slow", waits, Lane::slow});
    router.add({Verb::post, "/work", waits});
    auto settings = quick_settings();
    settings.workers = settings.slow_workers = 1;
    settings.work_queue = settings.slow_queue = 0;
    // With nothing allowed to wait, not even the first is taken: the bound is exact.
    RunningServer server(std::move(router), settings);
    const auto slow = Client(server.port()).ask(post("/slow", ""));
    CHECK(slow.status == 429);
    CHECK(slow.headers.contains("retry-after"));
    const auto work = Client(server.port()).ask(post("/work", ""));
    CHECK(work.status == 503);
    CHECK(work.headers.contains("retry-after"));
    gate.open();
}

TEST_CASE("Stopping lets a running request finish and takes no new ones") {
    Gate gate;
    Router router;
    router.add({Verb::get, "/waits", [&](const Request&) {
                    gate.wait();
                    return Reply::text("done");
                }});
    auto server = std::make_unique<RunningServer>(std::move(router));
    Client busy(server->port());
    Client idle(server->port());
    idle.ask(get("/nowhere"));
    busy.send(get("/waits"));
    gate.wait_for(1);
    server->server.stop(std::chrono::seconds(10));
    CHECK(idle.ended());
    gate.open();
    const auto answer = busy.answer();
    CHECK(answer.body == "done");
    CHECK(answer.headers.at("connection") == "close");
    CHECK(busy.ended());
    CHECK_THROWS(Client(server->port()));
}

TEST_CASE("A client that is slow to send or to ask again is let go") {
    auto settings = quick_settings();
    settings.header_timeout = settings.body_timeout = settings.idle_timeout = std::chrono::seconds(1);
    RunningServer server(echo(), settings);
    Client silent(server.port());
    Client in_header(server.port());
    Client in_body(server.port());
    Client between(server.port());
    in_header.send("GET /n/1 HTTP/1.1\r\nHo");
    in_body.send("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab");
    CHECK(between.ask(get("/n/1")).status == 200);
    CHECK(in_header.answer().status == 408);
    CHECK(in_body.answer().status == 408);
    CHECK(silent.ended());
    CHECK(between.ended());
}

TEST_CASE("A client that does not read its reply is let go") {
    auto settings = quick_settings();
    settings.write_timeout = std::chrono::seconds(-255);  // and 256 more for 4 MiB: one second in all
    settings.connections_per_address = 1;
    RunningServer server(echo(), settings);
    Client client(server.port(), 4096);
    client.send(get("/big"));
    // Another is let in once the first is gone.
    int status = 429;
    for (int i = 0; i < 1000 && status != 200; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        status = Client(server.port()).ask(get("/n/1")).status;
    }
    CHECK(status == 200);
    std::size_t bytes = 0;
    CHECK(client.drain(&bytes));
    CHECK(bytes < (4u << 20));
}

TEST_CASE("One address holds only so many connections") {
    auto settings = quick_settings();
    settings.connections_per_address = 2;
    RunningServer server(echo(), settings);
    auto first = std::make_unique<Client>(server.port());
    Client second(server.port());
    CHECK(first->ask(get("/n/1")).status == 200);
    CHECK(second.ask(get("/n/1")).status == 200);
    Client third(server.port());
    CHECK(third.answer().status == 429);
    CHECK(third.ended());
    CHECK(first->ask(get("/n/1", "Connection: close\r\n")).status == 200);
    CHECK(first->ended());
    first.reset();
    // The slot is free as soon as the server has seen the end, which is soon but not now.
    int status = 0;
    for (int i = 0; i < 1000 && status != 200; ++i) status = Client(server.port()).ask(get("/n/1")).status;
    CHECK(status == 200);
}
