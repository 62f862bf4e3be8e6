#include "http/server.hpp"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

#include "http/support/client.hpp"
#include "http/support/echo.hpp"
#include "http/support/running_server.hpp"

using namespace samrad;
using namespace samrad::http;
using namespace samrad::test;

TEST_CASE("One connection answers one request after another") {
    RunningServer server(echo());
    Client client(server.port());
    CHECK(client.ask(get("/n/1")).body == "1");
    CHECK(client.ask(post("/body", "abc")).body == "abc");
    CHECK(client.ask(get("/n/2")).body == "2");
    client.send("HEAD /n/33 HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto head = client.answer(true);
    CHECK(head.headers.at("content-length") == "2");
    CHECK(client.ask(get("/n/4", "Connection: close\r\n")).headers.at("connection") == "close");
    CHECK(client.ended());
}

TEST_CASE("A thousand requests in one write are answered in their order") {
    RunningServer server(echo());
    Client client(server.port());
    std::string all;
    for (int i = 0; i < 1000; ++i) all += get("/n/" + std::to_string(i));
    REQUIRE(client.send(all));
    for (int i = 0; i < 1000; ++i) REQUIRE(client.answer().body == std::to_string(i));
}

TEST_CASE("A reply that is a file arrives whole, also where the client is slow, and the connection goes on") {
    RunningServer server(echo());
    Client client(server.port(), 4096);
    for (int i = 0; i < 2; ++i) {
        const auto answer = client.ask(get("/file"));
        CHECK(answer.headers.at("content-length") == std::to_string(8 << 20));
        REQUIRE(answer.body.size() == 8 << 20);
        CHECK(answer.body.front() == 'a');
        CHECK(answer.body[(3 << 20) + 1] == 'd');
        CHECK(answer.body.back() == 'h');
    }
    client.send("HEAD /file HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(client.answer(true).headers.at("content-length") == std::to_string(8 << 20));
    CHECK(client.ask(get("/n/5")).body == "5");
}

TEST_CASE("A request is understood wherever its bytes are cut") {
    RunningServer server(echo());
    Client client(server.port());
    const std::string request = chunked("/body", "3\r\nabc\r\n2;note=x\r\nde\r\n0\r\n\r\n");
    for (const char byte : request) REQUIRE(client.send({&byte, 1}));
    CHECK(client.answer().body == "abcde");
    CHECK(client.ask(get("/n/1")).body == "1");
}

TEST_CASE("A body is asked for with 100 where the client waits for it") {
    RunningServer server(echo());
    Client client(server.port());
    const std::string head = "POST /body HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
    CHECK(client.ask(head + "3\r\n\r\n").status == 100);
    CHECK(client.ask("abc").body == "abc");
    CHECK(client.ask(head + "101\r\n\r\n").status == 413);
}

TEST_CASE("A trailer never becomes a header") {
    RunningServer server(echo());
    Client client(server.port());
    CHECK(client.ask(chunked("/trailer", "1\r\na\r\n0\r\nX-Late: 1\r\n\r\n")).body == "dropped");
}

TEST_CASE("Broken chunks are refused and the connection is closed") {
    RunningServer server(echo());
    for (const auto* chunks : {"x\r\nabc\r\n0\r\n\r\n", "-1\r\na\r\n", "3\nabc\n0\n\n", "3\r\nabcd\r\n0\r\n\r\n",
                               "ffffffffffffffffff\r\na", " 3\r\nabc\r\n0\r\n\r\n", "0x3\r\nabc\r\n0\r\n\r\n"}) {
        INFO(chunks);
        Client client(server.port());
        client.send(chunked("/body", chunks));
        client.finish_sending();
        const int status = client.answer().status;
        CHECK((status == 400 || status == 413));
        CHECK(client.ended());
    }
}

TEST_CASE("A body over the route's limit gets 413, whether announced or sent in chunks") {
    RunningServer server(echo());
    Client announced(server.port());
    CHECK(announced.ask("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 101\r\n\r\n").status == 413);
    announced.finish_sending();
    CHECK(announced.ended());
    Client in_chunks(server.port());
    CHECK(in_chunks.ask(chunked("/body", "65\r\n" + std::string(101, 'a') + "\r\n0\r\n\r\n")).status == 413);
    Client fits(server.port());
    CHECK(fits.ask(post("/body", std::string(100, 'a'))).status == 200);
}

TEST_CASE("A client that pours in a body without end is cut off") {
    RunningServer server(echo());
    Client client(server.port());
    client.send("POST /body HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\n");
    const std::string part(64 * 1024, 'a');
    int parts = 0;
    while (parts < 1000 && client.send(part)) ++parts;
    CHECK(parts < 1000);  // what is in the kernel's buffers counts as sent
}

TEST_CASE("Smuggled requests are refused and nothing behind them is answered") {
    RunningServer server(echo());
    for (const auto* lines :
         {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "Content-Length: 4\r\nContent-Length: 5\r\n",
          "Transfer-Encoding: xchunked\r\n", "Transfer-Encoding : chunked\r\n", "Content-Length: +4\r\n",
          "X: a\r\n b\r\n", "X: a\nY: b\r\n", "Host: b\r\n"}) {
        INFO(lines);
        Client client(server.port());
        client.send("POST /body HTTP/1.1\r\nHost: a\r\n" + std::string(lines) + "\r\n0\r\n\r\n" + get("/n/666"));
        CHECK(client.answer().status == 400);
        CHECK(client.drain());
    }
}

TEST_CASE("Limits on the header are kept on the wire") {
    RunningServer server(echo());
    CHECK(Client(server.port()).ask(get("/n/1", "X: " + std::string(9000, 'a') + "\r\n")).status == 200);
    CHECK(Client(server.port()).ask(get("/n/1", "X: " + std::string(20000, 'a') + "\r\n")).status == 431);
    CHECK(Client(server.port()).ask(get("/n/" + std::string(65536, 'a'))).status == 414);
    CHECK(Client(server.port())
              .ask("POST /body HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\na")
              .status == 415);
}

TEST_CASE("An unknown path is 404, an unknown verb 405 with those that are known") {
    RunningServer server(echo());
    Client client(server.port());
    const auto missing = client.ask(get("/nowhere"));
    CHECK(missing.status == 404);
    CHECK(missing.body == R"({"problem":{"code":"missing","field":"","facts":{}}})");
    CHECK(client.ask("DELETE /body HTTP/1.1\r\nHost: a\r\n\r\n").headers.at("allow") == "POST");
    CHECK(client.ask("OPTIONS /n/1 HTTP/1.1\r\nHost: a\r\n\r\n").headers.at("allow") == "GET, HEAD");
    CHECK(client.ask("BREW /nowhere HTTP/1.1\r\nHost: a\r\n\r\n").status == 404);
}

TEST_CASE("Dots in a path lead nowhere") {
    RunningServer server(echo());
    Client client(server.port());
    CHECK(client.ask(get("/path/../n/1")).body == "/path/../n/1");
    CHECK(client.ask(get("/path/%2e%2e/n/1")).body == "/path/../n/1");
    CHECK(client.ask(get("/path%2f..%2fn/1")).status == 400);
}

TEST_CASE("What a handler throws tells nothing of the inside") {
    RunningServer server(echo());
    Client client(server.port());
    const auto broken = client.ask(get("/throws"));
    CHECK(broken.status == 500);
    CHECK(broken.body.find("inside") == std::string::npos);
    CHECK(client.ask(get("/refuses")).body.find("document.missing") != std::string::npos);
    CHECK(client.ask(get("/n/1")).body == "1");
}

TEST_CASE("A forged header gives no sender another address, with a proxy of ours or without") {
    RunningServer server(echo());
    for (const char* forged : {"X-Forwarded-For", "Forwarded", "X-Real-IP", "CF-Connecting-IP", "True-Client-IP",
                               "X-Client-IP", "X-Forwarded", "Via"}) {
        INFO(forged);
        const std::string value = std::string(forged) == "Forwarded" ? "for=6.6.6.6" : "6.6.6.6";
        CHECK(Client(server.port()).ask(get("/address", std::string(forged) + ": " + value + "\r\n")).body ==
              "127.0.0.1");
    }
    auto settings = quick_settings();
    settings.trusted_proxies = {"127.0.0.1"};
    RunningServer behind_proxy(echo(), settings);
    CHECK(Client(behind_proxy.port()).ask(get("/address", "X-Forwarded-For: 6.6.6.6, 192.0.2.1\r\n")).body ==
          "192.0.2.1");
}

TEST_CASE("The shortcut answers before routes, and only reading verbs") {
    Router router = echo();
    router.add({Verb::get, "/page", [](const Request&) { return Reply::text("route"); }});
    router.add({Verb::post, "/page", [](const Request&) { return Reply::text("route"); }});
    RunningServer server(std::move(router), quick_settings(), {}, [](const Request& r) -> std::optional<Reply> {
        if (r.path == "/page") return Reply::text("memory");
        return std::nullopt;
    });
    Client client(server.port());
    CHECK(client.ask(get("/page")).body == "memory");
    CHECK(client.ask(post("/page", "")).body == "route");
    CHECK(client.ask(get("/n/1")).body == "1");
}

TEST_CASE("Only files found at the start are served, for good where the name has a hash") {
    const auto folder = std::filesystem::temp_directory_path() / ("samrad-assets-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder / "chunks");
    std::ofstream(folder / "app-3f9c2b1a.js") << std::string(5000, 'j');
    std::ofstream(folder / "app-3f9c2b1a.js.br") << "brotli";
    std::ofstream(folder / "chunks/site.css") << "css";
    auto settings = quick_settings();
    settings.static_folder = folder.string();
    RunningServer server(echo(), settings);
    std::filesystem::remove_all(folder);
    Client client(server.port());
    const auto script = client.ask(get("/assets/app-3f9c2b1a.js"));
    CHECK(script.body == std::string(5000, 'j'));
    CHECK(script.headers.at("cache-control") == "public, max-age=31536000, immutable");
    CHECK(script.headers.at("content-type") == "text/javascript; charset=utf-8");
    CHECK(client.ask(get("/assets/app-3f9c2b1a.js", "Accept-Encoding: gzip\r\n")).headers.at("content-encoding") ==
          "gzip");
    CHECK(client.ask(get("/assets/app-3f9c2b1a.js", "Accept-Encoding: gzip, br\r\n")).body == "brotli");
    CHECK(client.ask(get("/assets/app-3f9c2b1a.js", "If-None-Match: " + script.headers.at("etag") + "\r\n")).status ==
          304);
    CHECK(client.ask(get("/assets/chunks/site.css")).headers.at("cache-control") == "public, no-cache");
    for (const auto* path : {"/assets/../../etc/passwd", "/assets/%2e%2e/site.css", "/assets/",
                             "/assets/app-3f9c2b1a.js.br", "/assets//etc/passwd"}) {
        INFO(path);
        CHECK(client.ask(get(path)).status == 404);
    }
}
