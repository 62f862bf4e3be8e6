#include "http/outgoing.hpp"

#include <catch2/catch_test_macros.hpp>

#include "http/client_address.hpp"
#include "http/gzip.hpp"
#include "http/origin.hpp"

using namespace samrad::http;

namespace {

Request with_headers(std::vector<std::pair<std::string, std::string>> headers) {
    Request request;
    request.headers = std::move(headers);
    return request;
}

bool has_line(const Outgoing& out, std::string_view line) {
    return out.head.find("\r\n" + std::string(line) + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("Every reply carries the standing headers") {
    for (const int status : {200, 204, 404, 500}) {
        Reply reply = Reply::json("{}", status);
        const auto out = outgoing_of(reply, Asker{}, "now");
        CHECK(out.head.find("content-security-policy: default-src 'none';") != std::string::npos);
        CHECK(out.head.find("require-trusted-types-for 'script'") != std::string::npos);
        CHECK(has_line(out, "x-content-type-options: nosniff"));
        CHECK(has_line(out, "x-frame-options: DENY"));
        CHECK(has_line(out, "cache-control: no-store"));
    }
}

TEST_CASE("A value cannot start a header of its own") {
    Reply reply = Reply::redirect("/a\r\nset-cookie: stolen=1");
    const auto out = outgoing_of(std::move(reply), Asker{}, "now");
    CHECK(out.head.find("\r\nset-cookie") == std::string::npos);
}

TEST_CASE("A client that has the bytes gets 304 and none again") {
    Reply reply = Reply::html("page");
    reply.headers.emplace_back("etag", "\"5\"");
    for (const auto* known : {"\"5\"", "W/\"5\"", "\"4\", W/\"5\"", "*"}) {
        const auto out = outgoing_of(reply, Asker{.if_none_match = known}, "now");
        CHECK(out.head.starts_with("HTTP/1.1 304"));
        CHECK(out.bytes.empty());
        CHECK(out.head.find("content-length") == std::string::npos);
    }
    CHECK(outgoing_of(reply, Asker{.if_none_match = "\"55\""}, "now").bytes == "page");
}

TEST_CASE("The zipped form goes only to who takes it") {
    Reply reply = Reply::html(std::string(4000, 'a'));
    reply.headers.emplace_back("etag", "\"5\"");
    Asker asker;
    asker.accepts_gzip = true;
    compress(reply, asker);
    REQUIRE_FALSE(reply.body->gzip.empty());
    const auto zipped = outgoing_of(reply, asker, "now");
    CHECK(has_line(zipped, "content-encoding: gzip"));
    CHECK(has_line(zipped, "vary: Accept-Encoding"));
    CHECK(has_line(zipped, "etag: W/\"5\""));
    CHECK(zipped.bytes == reply.body->gzip);
    const auto plain = outgoing_of(reply, Asker{}, "now");
    CHECK(plain.bytes == reply.body->plain);
    CHECK(has_line(plain, "vary: Accept-Encoding"));
    CHECK(has_line(plain, "etag: \"5\""));
}

TEST_CASE("A weight of nought refuses a coding") {
    CHECK(accepts("deflate, gzip, br", "gzip"));
    CHECK(accepts("GZIP;q=0.5", "gzip"));
    CHECK_FALSE(accepts("gzip;q=0", "gzip"));
    CHECK_FALSE(accepts("gzip; q=0.000", "gzip"));
    CHECK_FALSE(accepts("xgzip", "gzip"));
}

TEST_CASE("A kind of failure becomes one status and a JSON problem") {
    const auto reply = reply_of({samrad::Kind::limited, "session.limited", "", {{"who", "a\"b\n"}}, 30});
    CHECK(reply.status == 429);
    CHECK(reply.body->plain == R"({"problem":{"code":"session.limited","field":"","facts":{"who":"a\"b\u000a"}}})");
    CHECK(reply.headers.front() == std::pair<std::string, std::string>{"retry-after", "30"});
}

TEST_CASE("A forged header with an address is believed from nobody, a forwarded one from a trusted proxy alone") {
    const std::vector<std::string> trusted{"10.0.0.1", "10.0.0.2"};
    const auto request = with_headers({{"x-forwarded-for", "6.6.6.6, 192.0.2.7"}, {"x-forwarded-for", "10.0.0.2"}});
    CHECK(client_address(request, "192.0.2.9", trusted) == "192.0.2.9");
    CHECK(client_address(request, "10.0.0.1", trusted) == "192.0.2.7");
    CHECK(client_address(with_headers({{"x-forwarded-for", "1.2.3.4, nonsense"}}), "10.0.0.1", trusted) == "10.0.0.1");
    CHECK(client_address(with_headers({}), "10.0.0.1", trusted) == "10.0.0.1");
    CHECK(plain_address("::ffff:127.0.0.1") == "127.0.0.1");
}

TEST_CASE("Only an origin of ours is ours") {
    const std::vector<std::string> allowed{plain_origin("https://Example.org:443/"),
                                           plain_origin("http://localhost:8080")};
    const auto is_ours = [&](const char* origin) {
        return origin_allowed(with_headers({{"origin", origin}}), allowed);
    };
    CHECK(is_ours("https://example.org"));
    CHECK(is_ours("https://EXAMPLE.org"));
    CHECK(is_ours("http://localhost:8080"));
    for (const auto* origin :
         {"null", "", "http://example.org", "https://example.org:8443", "https://example.org.evil.org",
          "https://evil-example.org", "https://example.or", "https://xn--exmple-cua.org", "https://example.org/",
          "https://example.org,https://example.org", "http://localhost"}) {
        INFO(origin);
        CHECK_FALSE(is_ours(origin));
    }
    CHECK_FALSE(origin_allowed(with_headers({}), allowed));
    const std::pair<std::string, std::string> ours{"origin", "https://example.org"};
    CHECK_FALSE(origin_allowed(with_headers({ours, ours}), allowed));
    CHECK_FALSE(origin_allowed(with_headers({ours, {"origin", "https://evil.org"}}), allowed));
}

TEST_CASE("A cookie is found by its whole name") {
    const auto request = with_headers({{"cookie", "a=1; session=abc=; xsession=2"}, {"cookie", "b=3"}});
    CHECK(request.cookie("session") == "abc=");
    CHECK(request.cookie("b") == "3");
    CHECK_FALSE(request.cookie("ession"));
}

TEST_CASE("of an IPv6 address the first half is the network, an IPv4 address is its own") {
    CHECK(network_of("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::");
    CHECK(network_of("2001:db8:1:2::6") == network_of("2001:db8:1:2:ffff::"));
    CHECK(network_of("::ffff:192.0.2.7") == "192.0.2.7");
    CHECK(network_of("192.0.2.7") == "192.0.2.7");
    CHECK(network_of("nonsense").empty());
}
