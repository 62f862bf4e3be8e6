// One HTTP request as a plain value: what a handler is given.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samrad::http {

enum class Verb { get, head, post, put, patch, del };

struct Request {
    Verb verb = Verb::get;
    std::string path;                              // percent-decoded, no query: "/api/documents/12"
    std::map<std::string, std::string> query;      // decoded; the first of a repeated name counts
    std::map<std::string, std::string> arguments;  // filled by the router: "/api/documents/{document}" -> document=12
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case, in the order they came
    std::string body;                                          // at most the route's body limit
    std::string remote_address;  // the client's; a forwarded one only from a configured proxy

    // The value of a header (name in lower case), or nothing. A header that came twice counts as its first value.
    std::optional<std::string_view> header(std::string_view name) const;
    // The value of a cookie, or nothing.
    std::optional<std::string_view> cookie(std::string_view name) const;
};

}  // namespace samrad::http
