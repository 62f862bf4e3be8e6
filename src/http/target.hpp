// The target of a request: percent-decoding and the query.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace samrad::http {

struct Target {
    std::string path;                          // begins with '/', decoded once; "." and ".." stay what they are
    std::map<std::string, std::string> query;  // the first of a repeated name counts
};

// Decodes the origin form ("/a/b?x=1"). Nothing where an escape is broken, where a decoded part is not UTF-8 or holds a
// NUL, and where the path hides a control character, a slash or a backslash behind an escape: what a proxy in front and
// we would read differently is not read at all.
std::optional<Target> parse_target(std::string_view target);

}  // namespace samrad::http
