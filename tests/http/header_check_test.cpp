#include "http/header_check.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace samrad::http;

namespace {

// What a block is refused with; 0 where it passes.
int refused(const std::string& block) {
    HeaderScan scan(16 * 1024);
    if (!scan.look(block)) return -1;
    if (scan.refusal()) return scan.refusal()->status;
    HeaderFacts facts;
    const auto refusal = check_header(std::string_view(block).substr(0, scan.length()), facts);
    return refusal ? refusal->status : 0;
}

std::string with(const std::string& lines) { return "POST /a HTTP/1.1\r\nHost: ours.example\r\n" + lines + "\r\n"; }

}  // namespace

TEST_CASE("An ordinary request passes") {
    CHECK(refused("GET /a?b=c HTTP/1.1\r\nHost: ours.example:8080\r\nAccept: */*\r\n\r\n") == 0);
    CHECK(refused("GET / HTTP/1.0\r\n\r\n") == 0);
    CHECK(refused(with("Content-Length: 5\r\n")) == 0);
    CHECK(refused(with("Transfer-Encoding: chunked\r\n")) == 0);
    CHECK(refused(with("X-Empty:\r\nX-Tab:\tvalue\t\r\n")) == 0);
}

TEST_CASE("A body whose length could be read in two ways is refused") {
    CHECK(refused(with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")) == 400);
    CHECK(refused(with("Content-Length: 5\r\nContent-Length: 5\r\n")) == 400);
    CHECK(refused(with("Content-Length: 5\r\nContent-Length: 6\r\n")) == 400);
    CHECK(refused(with("Content-Length: 5, 5\r\n")) == 400);
    CHECK(refused(with("Content-Length: +5\r\n")) == 400);
    CHECK(refused(with("Content-Length: -1\r\n")) == 400);
    CHECK(refused(with("Content-Length: 0x5\r\n")) == 400);
    CHECK(refused(with("Content-Length: \r\n")) == 400);
    CHECK(refused(with("Content-Length: 18446744073709551617\r\n")) == 400);
    CHECK(refused(with("Content-Length: 99999999999999999999999999\r\n")) == 400);
    CHECK(refused(with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")) == 400);
    for (const auto* coding : {"xchunked", "chunked, identity", "identity, chunked", "gzip, chunked", "\"chunked\"",
                               "chunked;q=1", "chu\x0bnked"}) {
        CHECK(refused(with(std::string("Transfer-Encoding: ") + coding + "\r\n")) == 400);
    }
    CHECK(refused("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n") == 400);
}

TEST_CASE("Lines that parsers forgive are refused") {
    CHECK(refused("GET / HTTP/1.1\nHost: a\n\n") == 400);
    CHECK(refused("GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n") == 400);
    CHECK(refused("GET / HTTP/1.1\r\nHost: a\rX: y\r\n\r\n") == 400);
    CHECK(refused(with("X-Folded: a\r\n b\r\n")) == 400);
    CHECK(refused(with("Transfer-Encoding : chunked\r\n")) == 400);
    CHECK(refused(with(" X: y\r\n")) == 400);
    CHECK(refused(with(": y\r\n")) == 400);
    CHECK(refused(with("no colon\r\n")) == 400);
    CHECK(refused(with(std::string("X: a\0b\r\n", 8))) == 400);
    CHECK(refused("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(refused("GET  / HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(refused("GET / HTTP/1.1 \r\nHost: a\r\n\r\n") == 400);
    CHECK(refused("GET /\r\nHost: a\r\n\r\n") == 400);
    CHECK(refused("GET / HTTP/2.0\r\nHost: a\r\n\r\n") == 505);
    CHECK(refused("GET /a b HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("A request names its host exactly once") {
    CHECK(refused("GET / HTTP/1.1\r\nAccept: */*\r\n\r\n") == 400);
    CHECK(refused("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n") == 400);
    CHECK(refused("GET / HTTP/1.1\r\nHost:\r\n\r\n") == 400);
    CHECK(refused("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n") == 400);
    CHECK(refused("GET / HTTP/1.1\r\nHost: a@b\r\n\r\n") == 400);
    CHECK(refused("GET http://a/x HTTP/1.1\r\nHost: a\r\n\r\n") == 0);
    CHECK(refused("GET http://b/x HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(refused("GET http://a@b/x HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(refused("GET ftp://a/x HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
    CHECK(refused("GET x HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("A whole address is reduced to its path") {
    HeaderFacts facts;
    REQUIRE_FALSE(check_header("GET http://A:80/x?y HTTP/1.1\r\nHost: a:80\r\n\r\n", facts));
    CHECK(facts.target == "/x?y");
}

TEST_CASE("A header that is too large is refused while it arrives") {
    CHECK(refused(with("X: " + std::string(17 * 1024, 'a') + "\r\n")) == 431);
    CHECK(refused(with("X: " + std::string(17 * 1024, 'a'))) == 431);
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "X: y\r\n";
    CHECK(refused(with(many)) == 431);
    many.clear();
    for (int i = 0; i < 99; ++i) many += "X: y\r\n";
    CHECK(refused(with(many)) == 0);
    CHECK(refused(with(many + "X: y\r\n")) == 431);
    CHECK(refused("GET /" + std::string(64 * 1024, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n") == 414);
    CHECK(refused("GET /" + std::string(8 * 1024, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n") == 414);
}

TEST_CASE("A body in another coding and an unknown expectation are refused") {
    CHECK(refused(with("Content-Encoding: gzip\r\n")) == 415);
    CHECK(refused(with("Expect: a-pony\r\n")) == 417);
    CHECK(refused(with("Expect: 100-continue\r\n")) == 0);
}

TEST_CASE("The end of a header is found wherever the bytes are cut") {
    const std::string block = with("X: y\r\n");
    for (std::size_t cut = 0; cut < block.size(); ++cut) {
        HeaderScan scan(16 * 1024);
        REQUIRE_FALSE(scan.look(std::string_view(block).substr(0, cut)));
        REQUIRE(scan.look(block + "GET "));
        CHECK(scan.length() == block.size());
    }
}
