// Sockets that do not read, do not answer or are too many, and the end of all of them.
#include <sys/resource.h>

#include <catch2/catch_test_macros.hpp>

#include "http/support/room.hpp"

using namespace samrad;
using namespace samrad::http;
using namespace samrad::test;

TEST_CASE("A reader that stops reading is cut off, and the others get everything") {
    auto settings = generous();
    settings.outgoing_limit = 256 * 1024;
    Room room(settings);
    Client stuck(room.port(), 4096);
    REQUIRE(open_in(stuck, room));
    Client reader(room.port());
    REQUIRE(open_in(reader, room));
    Client speaker(room.port());
    REQUIRE(open_in(speaker, room));
    const std::string text = "all:" + std::string(15000, 'x');
    constexpr int rounds = 50, messages = 20;  // 15 MB: more than the kernel's buffers and the queue together
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < messages; ++i) REQUIRE(speaker.say(text));
        for (int i = 0; i < messages; ++i) {
            REQUIRE(speaker.message().payload.size() == text.size());
            REQUIRE(reader.message().payload.size() == text.size());
        }
    }
    CHECK(room.server.hub.presence("room").count == 2);
    bool closed = false;
    while (true) {
        const auto frame = stuck.message();
        if (frame.opcode == 8) CHECK(frame.close_code() == 1013);
        closed = closed || frame.opcode == 8 || frame.opcode == 0;
        if (frame.opcode == 8 || frame.opcode == 0) break;
    }
    CHECK(closed);
}

TEST_CASE("A silent socket is pinged, and dropped when it does not answer") {
    auto settings = quick_settings();
    settings.ping_interval = std::chrono::seconds(1);
    settings.silence_limit = std::chrono::seconds(3);
    Room room(settings);
    Client client(room.port());
    REQUIRE(open_in(client, room));
    CHECK(client.frame().opcode == 9);
    CHECK(client.drain());
    Client next(room.port());
    REQUIRE(open_in(next, room));
    CHECK(room.server.hub.subscriber_count() == 1);
}

TEST_CASE("Stopping closes sockets with 1001") {
    Room room;
    Client client(room.port());
    REQUIRE(open_in(client, room));
    room.server.server.stop(std::chrono::seconds(10));
    const auto close = client.message();
    CHECK(close.close_code() == 1001);
    client.send(client_frame(0x88, close.payload));
    CHECK(client.ended());
}

TEST_CASE("A close asked for by the features reaches the browser") {
    Room room;
    Client client(room.port());
    REQUIRE(open_in(client, room));
    const auto seats = room.server.hub.seats();
    REQUIRE(seats.size() == 1);
    seats.front().subscriber->close(4001, "signed out");
    const auto close = client.message();
    CHECK(close.close_code() == 4001);
    CHECK(close.payload.substr(2) == "signed out");
}

TEST_CASE("Without file descriptors newcomers wait, and are served when there are some again") {
    Room room;
    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<Client>(room.port()));
        REQUIRE(open_in(*clients.back(), room));
    }
    Client late(room.port());
    rlimit tight = before;
    tight.rlim_cur = 8;  // below what is open already: the server's next accept fails
    ::setrlimit(RLIMIT_NOFILE, &tight);
    late.send("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(clients.front()->say("others go on"));
    CHECK(clients.front()->message().payload == "others go on");
    ::setrlimit(RLIMIT_NOFILE, &before);
    CHECK(late.answer().status == 404);
}
