#include "http/reply.hpp"

#include <cstdio>
#include <string_view>

namespace samrad::http {
namespace {

Reply with_body(std::string text, int status, std::string content_type) {
    Reply reply;
    reply.status = status;
    reply.content_type = std::move(content_type);
    reply.body = std::make_shared<const Body>(Body{std::move(text), {}});
    return reply;
}

// Codes, fields and facts are our own words, but a fact may repeat what somebody sent: so everything is escaped.
void append_json(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7f) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", byte);
            out += escaped;
        } else {
            out += c;
        }
    }
    out += '"';
}

}  // namespace

Reply Reply::json(std::string text, int status) { return with_body(std::move(text), status, "application/json"); }
Reply Reply::html(std::string text, int status) {
    return with_body(std::move(text), status, "text/html; charset=utf-8");
}
Reply Reply::text(std::string text, int status) {
    return with_body(std::move(text), status, "text/plain; charset=utf-8");
}

Reply Reply::nothing() {
    Reply reply;
    reply.status = 204;
    reply.content_type.clear();
    return reply;
}

Reply Reply::redirect(std::string location) {
    Reply reply;
    reply.status = 303;
    reply.content_type.clear();
    reply.headers.emplace_back("location", std::move(location));
    return reply;
}

int status_of(Kind kind) {
    switch (kind) {
        case Kind::invalid: return 422;
        case Kind::malformed: return 400;
        case Kind::unauthenticated: return 401;
        case Kind::forbidden: return 403;
        case Kind::missing: return 404;
        case Kind::conflict: return 409;
        case Kind::too_large: return 413;
        case Kind::limited: return 429;
        case Kind::broken: return 500;
        case Kind::unavailable: return 503;
    }
    return 500;
}

Reply reply_of(const Problem& problem) {
    std::string text = R"({"problem":{"code":)";
    append_json(text, problem.code);
    text += R"(,"field":)";
    append_json(text, problem.field);
    text += R"(,"facts":{)";
    const char* comma = "";
    for (const auto& [name, value] : problem.facts) {
        text += comma;
        append_json(text, name);
        text += ':';
        append_json(text, value);
        comma = ",";
    }
    text += "}}}";
    Reply reply = Reply::json(std::move(text), status_of(problem.kind));
    if (problem.retry_after_seconds > 0) {
        reply.headers.emplace_back("retry-after", std::to_string(problem.retry_after_seconds));
    }
    return reply;
}

}  // namespace samrad::http
