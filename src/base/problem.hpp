// One vocabulary of failure, from the domain up to the wire.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samrad {

// The sort of a failure. http/ turns it into a status in one place, the frontend into a sentence in one place.
enum class Kind {
    invalid,          // the input breaks a rule; `field` names the part at fault            422
    malformed,        // the request cannot be read at all (broken JSON, invalid UTF-8)      400
    unauthenticated,  // nobody is signed in, and somebody has to be                         401
    forbidden,        // the thing may be seen, the act may not be done                      403
    missing,          // there is no such thing, or the reader may not know of it            404
    conflict,         // the state of the thing does not allow it (stage closed, stale base) 409
    too_large,        // over a cap on size                                                  413
    limited,          // too many attempts; `retry_after_seconds` says when to come back     429
    broken,           // a fault of ours; nothing was stored                                 500
    unavailable,      // the database cannot be reached; nothing was stored                  503
};

// A failure that is expected: a value, not a crash.
struct Problem {
    Kind kind = Kind::broken;
    std::string code;   // stable and dotted, such as "comment.stage_closed"; translated by the reader's side
    std::string field;  // the name of the input field at fault, empty where none is
    // Further named facts for the reader (a limit, the current version). Never internals.
    std::vector<std::pair<std::string, std::string>> facts;
    int retry_after_seconds = 0;  // only with Kind::limited and Kind::unavailable

    bool operator==(const Problem&) const = default;
};

inline Problem invalid(std::string_view code, std::string_view field) {
    return {Kind::invalid, std::string(code), std::string(field), {}, 0};
}
inline Problem missing(std::string_view code = "missing") { return {Kind::missing, std::string(code), {}, {}, 0}; }
inline Problem conflict(std::string_view code) { return {Kind::conflict, std::string(code), {}, {}, 0}; }
inline Problem forbidden(std::string_view code = "forbidden") {
    return {Kind::forbidden, std::string(code), {}, {}, 0};
}

}  // namespace samrad
