#include "app/metrics.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace samrad;

namespace {

http::Request from(const std::string& address, std::vector<std::pair<std::string, std::string>> headers = {}) {
    http::Request request;
    request.remote_address = address;
    request.headers = std::move(headers);
    return request;
}

}  // namespace

TEST_CASE("The figures of the server are told on its own machine alone") {
    CHECK(app::metrics_reply(from("127.0.0.1"), "figures").status == 200);
    CHECK(app::metrics_reply(from("::1"), "figures").status == 200);
    for (const auto& request :
         {from("192.0.2.1"), from("::ffff:192.0.2.1"), from(""), from("127.0.0.1", {{"x-forwarded-for", "192.0.2.1"}}),
          from("127.0.0.1", {{"forwarded", "for=192.0.2.1"}})}) {
        const auto reply = app::metrics_reply(request, "figures");
        CHECK(reply.status == 404);
        CHECK(reply.body->plain.find("figures") == std::string::npos);
    }
}

TEST_CASE("The figures are lines of names and numbers, and need no database") {
    live::Hub hub;
    http::ServerSettings settings;
    settings.port = 0;
    const http::Server server(settings, {}, hub, {});
    const storage::Pool pool("host=/nowhere", 7);
    const auto text = app::metrics(server, hub, pool);
    CHECK(text.find("samrad_requests_total{status=\"5xx\"} 0\n") != std::string::npos);
    CHECK(text.find("samrad_sockets 0\n") != std::string::npos);
    CHECK(text.find("samrad_database_connections_busy 0\n") != std::string::npos);
    CHECK(text.find("samrad_database_connections_max 7\n") != std::string::npos);
    CHECK(text.find("samrad_resident_bytes 0\n") == std::string::npos);
    CHECK(text.back() == '\n');
}
