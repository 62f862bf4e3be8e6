// What a handler gives back.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "base/scratch_file.hpp"

namespace samrad::http {

// Bytes that several replies may share without copying; a gzip form made once may stand beside the plain one.
struct Body {
    std::string plain;
    std::string gzip;  // empty where there is none
};

struct Reply {
    int status = 200;
    std::string content_type = "application/json";
    std::vector<std::pair<std::string, std::string>> headers;  // added to the standing ones (security headers, date)
    std::shared_ptr<const Body> body;                          // null is an empty body
    std::shared_ptr<const ScratchFile> file;                   // in its place: too much for memory; sent as it is

    static Reply json(std::string text, int status = 200);
    static Reply html(std::string text, int status = 200);
    static Reply text(std::string text, int status = 200);
    static Reply nothing();                       // 204
    static Reply redirect(std::string location);  // 303; the location is a path of our own
};

// The one place where a kind of failure becomes a status: invalid 422, malformed 400, unauthenticated 401,
// forbidden 403, missing 404, conflict 409, too_large 413, limited 429, broken 500, unavailable 503.
int status_of(Kind kind);

// {"problem":{"code":..,"field":..,"facts":{..}}} with the status and, where set, Retry-After.
Reply reply_of(const Problem& problem);

}  // namespace samrad::http
