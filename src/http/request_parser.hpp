// The parser of requests: Boost.Beast's, behind a door (its templates cost seconds of compilation).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "http/request.hpp"

namespace samrad::http {

// Reads one request whose header block passed check_header.
class RequestParser {
public:
    RequestParser();
    ~RequestParser();
    RequestParser(const RequestParser&) = delete;
    RequestParser& operator=(const RequestParser&) = delete;

    struct Line {
        std::string method;
        bool keep_alive = false;
    };
    // Reads the whole block into request.headers (names in lower case) and the line. False: Beast refuses it.
    // Trailers that come after a chunked body are read later and never become headers.
    bool read_header(std::string_view block, Request& request, Line& line);

    enum class Progress { more, done, malformed, too_large };
    // Reads a part of the body, of which at most `limit` bytes are taken in all; `used` tells how many of the bytes
    // belonged to this request.
    Progress read_body(std::string_view bytes, std::size_t limit, std::size_t& used);
    std::string take_body();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace samrad::http
