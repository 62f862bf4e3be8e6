#include <catch2/catch_test_macros.hpp>

#include "http/support/room.hpp"

using namespace samrad;
using namespace samrad::http;
using namespace samrad::test;

TEST_CASE("A socket opens for our own origin and speaks") {
    Room room;
    Client client(room.port());
    const auto answer =
        client.upgrade(room.port(), "Origin: https://OURS.example\r\nSec-WebSocket-Extensions: permessage-deflate\r\n");
    CHECK(answer.status == 101);
    CHECK_FALSE(answer.headers.contains("sec-websocket-extensions"));
    CHECK(client.message().payload == "hello");
    CHECK(client.say("ål 😀"));
    CHECK(client.message().payload == "ål 😀");
}

TEST_CASE("A socket opens for no other origin") {
    Room room;
    for (const auto* lines :
         {"", "Origin: null\r\n", "Origin: http://ours.example\r\n", "Origin: https://ours.example:8443\r\n",
          "Origin: https://evil-ours.example\r\n", "Origin: https://ours.example.evil.org\r\n",
          "Origin: https://ours.example\r\nOrigin: https://ours.example\r\n",
          "Origin: https://evil.org\r\nOrigin: https://ours.example\r\n"}) {
        INFO(lines);
        CHECK(Client(room.port()).upgrade(room.port(), lines).status == 403);
    }
    CHECK(room.server.hub.subscriber_count() == 0);
}

TEST_CASE("An upgrade that is none is refused") {
    Room room;
    const std::string start = "GET /api/socket HTTP/1.1\r\nHost: a\r\nOrigin: https://ours.example\r\n";
    CHECK(Client(room.port()).ask(start + "\r\n").status == 426);
    const std::string upgrade = start + "Upgrade: websocket\r\nConnection: Upgrade\r\n";
    CHECK(Client(room.port())
              .ask(upgrade + "Sec-WebSocket-Version: 12\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
              .status == 426);
    CHECK(Client(room.port()).ask(upgrade + "Sec-WebSocket-Version: 13\r\n\r\n").status == 400);
    CHECK(Client(room.port())
              .ask(upgrade + "Sec-WebSocket-Version: 13\r\nContent-Length: 3\r\nSec-WebSocket-Key: "
                             "dGhlIHNhbXBsZSBub25jZQ==\r\n\r\nabc")
              .status == 400);
}

TEST_CASE("Who is not welcome gets the problem as a reply") {
    Room room;
    Client client(room.port());
    CHECK(client
              .ask("GET /api/socket?refuse HTTP/1.1\r\nHost: a\r\nOrigin: https://ours.example\r\nUpgrade: "
                   "websocket\r\nConnection: Upgrade\r\n"
                   "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
              .status == 401);
}

TEST_CASE("Bytes sent right behind the upgrade are not lost") {
    Room room;
    Client client(room.port());
    client.send(
        "GET /api/socket HTTP/1.1\r\nHost: a\r\nOrigin: https://ours.example\r\nUpgrade: websocket\r\nConnection: "
        "Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" +
        client_frame(0x81, "early") + client_frame(0x81, "bird"));
    CHECK(client.answer().status == 101);
    CHECK(client.message().payload == "hello");
    CHECK(client.message().payload == "early");
    CHECK(client.message().payload == "bird");
}

TEST_CASE("Frames that break the protocol close the socket with the right code") {
    Room room;
    const auto code = [&](const std::string& bytes) { return close_code_after(room.port(), bytes); };
    CHECK(code(client_frame(0x81, "unmasked", false)) == 1002);
    for (const unsigned bits : {0x40u, 0x20u, 0x10u}) CHECK(code(client_frame(0x81 | bits, "rsv")) == 1002);
    for (const unsigned opcode : {3u, 7u, 11u, 15u}) CHECK(code(client_frame(0x80 | opcode, "x")) == 1002);
    CHECK(code(client_frame(0x09, "fragmented ping")) == 1002);
    CHECK(code(client_frame(0x89, std::string(126, 'p'))) == 1002);
    CHECK(code(client_frame(0x80, "continues nothing")) == 1002);
    CHECK(code(client_frame(0x01, "a") + client_frame(0x81, "new in the middle")) == 1002);
    CHECK(code(client_frame(0x81, "\xff\xfe")) == 1007);
    CHECK(code(client_frame(0x01, "a\xe2\x82") + client_frame(0x80, "b")) == 1007);
    CHECK(code(client_frame(0x81, std::string("\xed\xa0\x80"))) == 1007);
    CHECK(code(client_frame(0x82, "binary")) == 1003);
    CHECK(code(client_frame(0x81, std::string(16 * 1024 + 1, 'a'))) == 1009);
    CHECK(code(client_frame(0x01, std::string(16 * 1024, 'a')) + client_frame(0x80, "b")) == 1009);
    using namespace std::string_literals;
    CHECK(code("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff\x00\x00\x00\x00"s) == 1009);
    CHECK(code("\x81\xff\x80\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"s) == 1009);
    CHECK(code("\x81\xfe\x00\x05\x00\x00\x00\x00"
               "abcde"s) == 1002);  // a long length for a short text
}

TEST_CASE("A close is answered, one with a wrong code as an error") {
    Room room;
    const auto close = [&](unsigned code, const std::string& reason = "") {
        std::string payload{static_cast<char>(code >> 8), static_cast<char>(code)};
        return close_code_after(room.port(), client_frame(0x88, payload + reason));
    };
    CHECK(close(1000) == 1000);
    CHECK(close(1001, "bye") == 1001);
    CHECK(close(3000) == 3000);
    CHECK(close_code_after(room.port(), client_frame(0x88, "")) == 1000);
    CHECK(close_code_after(room.port(), client_frame(0x88, "x")) == 1002);
    for (const unsigned wrong : {0u, 999u, 1004u, 1005u, 1006u, 1015u, 1016u, 2999u}) {
        INFO(wrong);
        CHECK(close(wrong) == 1002);
    }
    CHECK(close(1000, "\xff") == 1002);
    // Beast lets 5000 pass; it is answered and the socket ends, which is all that matters.
    CHECK((close(5000) == 1002 || close(5000) == 5000));
}

TEST_CASE("After the end of a socket nobody sits in its place") {
    Room room;
    {
        Client client(room.port());
        REQUIRE(open_in(client, room));
        CHECK(room.server.hub.presence("room").count == 1);
        client.send_frame(0x88, "");
        CHECK(client.message().opcode == 8);
        CHECK(client.ended());
    }
    Client next(room.port());
    REQUIRE(open_in(next, room));
    CHECK(room.server.hub.presence("room").count == 1);
    CHECK(room.server.hub.subscriber_count() == 1);
}

TEST_CASE("Fragments with a ping between them make one message and one pong") {
    Room room;
    Client client(room.port());
    REQUIRE(open_in(client, room));
    client.send(client_frame(0x01, "a\xe2") + client_frame(0x89, "now") + client_frame(0x00, "\x82\xac") +
                client_frame(0x80, "z"));
    const auto pong = client.message();
    CHECK(pong.opcode == 10);
    CHECK(pong.payload == "now");
    CHECK(client.message().payload == "a€z");
}

TEST_CASE("Floods of messages, of pings and of tiny fragments are cut off") {
    Room room;
    const auto code = [&](const std::string& one, int times) {
        std::string flood;
        for (int i = 0; i < times; ++i) flood += one;
        return close_code_after(room.port(), flood);
    };
    CHECK(code(client_frame(0x81, "again"), 60) == 1008);
    CHECK(code(client_frame(0x89, "ping"), 60) == 1008);
    std::string fragments = client_frame(0x01, "");
    for (int i = 0; i < 100000; ++i) fragments += client_frame(0x00, i % 100 == 0 ? "x" : "");
    CHECK(close_code_after(room.port(), fragments) == 1008);
}

TEST_CASE("What a handler throws closes its own socket only") {
    Room room;
    Client other(room.port());
    REQUIRE(open_in(other, room));
    Client client(room.port());
    REQUIRE(open_in(client, room));
    client.say("throw");
    const auto close = client.message();
    CHECK(close.close_code() == 1011);
    CHECK(close.payload.find("inside") == std::string::npos);
    other.say("still here");
    CHECK(other.message().payload == "still here");
}

TEST_CASE("Messages of many come to everyone in the same order, none lost, joined or not") {
    Room room(generous());
    Client speaker(room.port());
    std::vector<std::unique_ptr<Client>> listeners;
    for (int i = 0; i < 20; ++i) {
        listeners.push_back(std::make_unique<Client>(room.port()));
        REQUIRE(open_in(*listeners.back(), room));
    }
    REQUIRE(open_in(speaker, room));
    constexpr int messages = 500;
    for (int i = 0; i < messages; ++i)
        speaker.say("all:" + std::to_string(i) + std::string(static_cast<std::size_t>(i), '.'));
    for (auto& listener : listeners) {
        for (int i = 0; i < messages; ++i) {
            REQUIRE(listener->message().payload ==
                    "all:" + std::to_string(i) + std::string(static_cast<std::size_t>(i), '.'));
        }
    }
}

TEST_CASE("A pong never cuts into a large message that is half sent") {
    Room room(generous());
    Client client(room.port(), 4096);
    REQUIRE(open_in(client, room));
    const std::string large(300000, 'L');
    room.server.hub.broadcast("room", live::make_frame(large));
    for (int i = 0; i < 50; ++i) REQUIRE(client.send_frame(0x89, "p" + std::to_string(i)));
    room.server.hub.broadcast("room", live::make_frame(large + "2"));
    client.send_frame(0x89, "last");
    int pongs = 0;
    std::vector<std::size_t> texts;
    while (texts.size() < 2 || pongs < 51) {
        const auto frame = client.message();  // throws where a frame is cut
        REQUIRE(frame.opcode != 0);
        if (frame.opcode == 10) ++pongs;
        if (frame.opcode == 1) texts.push_back(frame.payload.size());
    }
    CHECK(texts == std::vector<std::size_t>{300000, 300001});
}
