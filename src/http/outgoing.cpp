#include "http/outgoing.hpp"

#include <algorithm>
#include <cstdint>

#include "http/gzip.hpp"
#include "http/security_headers.hpp"

namespace samrad::http {
namespace {

constexpr std::size_t worth_compressing = 1024;  // bytes

std::string_view reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 426: return "Upgrade Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        default: return "Other";
    }
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// Calls `take` with each element of a comma-separated list until it returns true; returns whether one did.
template <class Take>
bool any_element(std::string_view list, Take take) {
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (take(trimmed(list.substr(0, comma)))) return true;
        list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
    }
    return false;
}

std::string_view without_weakness(std::string_view etag) {
    if (etag.starts_with("W/")) etag.remove_prefix(2);
    return etag;
}

// RFC 9110, 13.1.2: If-None-Match compares weakly.
bool has_match(std::string_view if_none_match, std::string_view etag) {
    return any_element(if_none_match, [&](std::string_view known) {
        return known == "*" || without_weakness(known) == without_weakness(etag);
    });
}

const std::string* find_header(const Reply& reply, std::string_view name) {
    for (const auto& [known, value] : reply.headers) {
        if (same(known, name)) return &value;
    }
    return nullptr;
}

bool is_text(std::string_view content_type) {
    return content_type.starts_with("text/") || content_type.starts_with("application/json") ||
           content_type.starts_with("application/xml") || content_type.starts_with("application/javascript") ||
           content_type.starts_with("application/manifest+json") || content_type.starts_with("image/svg+xml");
}

void line(std::string& head, std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    // A line end inside a value would begin a header of somebody else's making.
    for (const char c : value) head += (c == '\r' || c == '\n' || c == '\0') ? ' ' : c;
    head += "\r\n";
}

bool has_no_body(int status) { return status == 204 || status == 304; }

}  // namespace

bool accepts(std::string_view accept_encoding, std::string_view coding) {
    return any_element(accept_encoding, [&](std::string_view element) {
        const auto semicolon = element.find(';');
        if (!same(trimmed(element.substr(0, semicolon)), coding)) return false;
        if (semicolon == std::string_view::npos) return true;
        // "gzip;q=0", "gzip; q=0.000": no.
        const auto weight = trimmed(element.substr(semicolon + 1));
        return !(weight.starts_with("q=0") && weight.find_first_not_of("0.", 2) == std::string_view::npos);
    });
}

Asker asker_of(const Request& request, bool keep_alive) {
    Asker asker;
    asker.head_only = request.verb == Verb::head;
    asker.keep_alive = keep_alive;
    asker.accepts_gzip = accepts(request.header("accept-encoding").value_or(""), "gzip");
    asker.if_none_match = request.header("if-none-match").value_or("");
    return asker;
}

void compress(Reply& reply, const Asker& asker) {
    if (!asker.accepts_gzip || !reply.body || !reply.body->gzip.empty() ||
        reply.body->plain.size() < worth_compressing || !is_text(reply.content_type) ||
        find_header(reply, "content-encoding") != nullptr) {
        return;
    }
    if (const auto* etag = find_header(reply, "etag"); etag != nullptr && has_match(asker.if_none_match, *etag)) return;
    reply.body = std::make_shared<const Body>(Body{reply.body->plain, gzip(reply.body->plain, 4)});
}

Outgoing outgoing_of(Reply reply, const Asker& asker, std::string_view date) {
    Outgoing out;
    const std::string* etag = find_header(reply, "etag");
    if (etag != nullptr && reply.status == 200 && has_match(asker.if_none_match, *etag)) reply.status = 304;

    const bool may_choose = reply.body && !reply.body->gzip.empty();
    const bool zipped = may_choose && asker.accepts_gzip;
    if (reply.body) {
        out.bytes = zipped ? std::string_view(reply.body->gzip) : std::string_view(reply.body->plain);
    }
    out.close = !asker.keep_alive;
    const std::uint64_t length = reply.file ? reply.file->size() : out.bytes.size();

    std::string& head = out.head;
    head.reserve(1024);
    head += "HTTP/1.1 ";
    head += std::to_string(reply.status);
    head += ' ';
    head += reason_of(reply.status);
    head += "\r\n";
    line(head, "date", date);
    head += security_headers();
    bool cached = false;
    for (const auto& [name, value] : reply.headers) {
        if (same(name, "connection") && same(value, "close")) {
            out.close = true;
            continue;
        }
        if (same(name, "cache-control")) cached = true;
        // A strong etag promises equal bytes, which the zipped form does not have.
        if (zipped && same(name, "etag") && !value.starts_with("W/")) {
            line(head, name, "W/" + value);
        } else {
            line(head, name, value);
        }
    }
    if (!cached) line(head, "cache-control", "no-store");
    if (may_choose) line(head, "vary", "Accept-Encoding");
    if (zipped && reply.status != 304) line(head, "content-encoding", "gzip");
    if (!has_no_body(reply.status)) {
        if (!reply.content_type.empty()) line(head, "content-type", reply.content_type);
        line(head, "content-length", std::to_string(length));
    }
    if (out.close) line(head, "connection", "close");
    head += "\r\n";

    if (asker.head_only || has_no_body(reply.status))
        out.bytes = {};
    else
        out.file = std::move(reply.file);
    out.body = std::move(reply.body);
    return out;
}

Reply refuse(const Refusal& refusal) {
    Problem problem;
    problem.code = refusal.code;
    Reply reply = reply_of(problem);
    reply.status = refusal.status;
    return reply;
}

}  // namespace samrad::http
