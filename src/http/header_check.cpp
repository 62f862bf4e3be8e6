#include "http/header_check.hpp"

#include <algorithm>
#include <charconv>

namespace samrad::http {
namespace {

constexpr Refusal malformed{400, "http.malformed"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool is_token(std::string_view text) {
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        const char l = lower(c);
        return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
    });
}

// A Host: letters, digits and what names, IPv4, bracketed IPv6 and a port are made of.
bool is_authority(std::string_view text) {
    constexpr std::string_view others = "-._:[]";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
        const char l = lower(c);
        return (l >= 'a' && l <= 'z') || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
    });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::string_view take_line(std::string_view& rest) {
    const auto end = rest.find("\r\n");
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
    return line;
}

// The parts of "GET /path HTTP/1.1", with exactly one space between them.
struct RequestLine {
    std::string_view target;
    bool version_10 = false;
};

std::optional<Refusal> read_request_line(std::string_view line, RequestLine& out) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last) return malformed;
    if (!is_token(line.substr(0, first))) return malformed;
    out.target = line.substr(first + 1, last - first - 1);
    if (out.target.empty()) return malformed;
    if (out.target.size() > most_target_bytes) return Refusal{414, "http.target_too_long"};
    for (const char c : out.target) {
        if (static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7f) return malformed;
        if (c == '#') return malformed;
    }
    const auto version = line.substr(last + 1);
    out.version_10 = version == "HTTP/1.0";
    if (!out.version_10 && version != "HTTP/1.1") {
        return version.starts_with("HTTP/") ? Refusal{505, "http.version_unknown"} : malformed;
    }
    return std::nullopt;
}

// What the lines below the request line say, counted, since a repeated one is refused.
struct Counted {
    std::string_view host;
    std::size_t hosts = 0;
    std::size_t lengths = 0;
    std::size_t encodings = 0;
};

std::optional<Refusal> read_field(std::string_view name, std::string_view value, Counted& seen, HeaderFacts& facts) {
    if (same(name, "host")) {
        ++seen.hosts;
        seen.host = value;
    } else if (same(name, "content-length")) {
        ++seen.lengths;
        std::size_t length = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
        if (error != std::errc{} || end != value.data() + value.size()) return malformed;
        facts.content_length = length;
    } else if (same(name, "transfer-encoding")) {
        ++seen.encodings;
        if (!same(value, "chunked")) return malformed;
    } else if (same(name, "content-encoding")) {
        if (!same(value, "identity")) return Refusal{415, "http.encoding_unknown"};
    } else if (same(name, "expect")) {
        if (!same(value, "100-continue")) return Refusal{417, "http.expectation_unknown"};
        facts.expects_continue = true;
    } else if (same(name, "upgrade")) {
        facts.upgrade = true;
    }
    return std::nullopt;
}

// "http://host/path" names its host twice; the two have to agree, and the path is what remains.
std::optional<Refusal> reduce_target(std::string_view target, std::string_view host, HeaderFacts& facts) {
    facts.target = target;
    if (target.front() == '/') return std::nullopt;
    const auto scheme = target.find("://");
    if (scheme == std::string_view::npos) return malformed;
    if (!same(target.substr(0, scheme), "http") && !same(target.substr(0, scheme), "https")) return malformed;
    const auto rest = target.substr(scheme + 3);
    const auto path = std::min(rest.find('/'), rest.find('?'));
    if (!same(rest.substr(0, path), host) || host.empty()) return malformed;
    if (path != std::string_view::npos && rest[path] == '?') return malformed;
    facts.target = path == std::string_view::npos ? std::string_view("/") : rest.substr(path);
    return std::nullopt;
}

}  // namespace

bool HeaderScan::look(std::string_view bytes) {
    for (; at_ < bytes.size(); ++at_) {
        const auto byte = static_cast<unsigned char>(bytes[at_]);
        const bool after_return = at_ > 0 && bytes[at_ - 1] == '\r';
        if ((byte == '\n') != after_return || (byte < 0x20 && byte != '\r' && byte != '\n' && byte != '\t') ||
            byte == 0x7f) {
            refusal_ = malformed;
            return true;
        }
        if (at_ + 1 > most_bytes_) {
            refusal_ = Refusal{431, "http.header_too_large"};
            return true;
        }
        if (line_ends_ == 0 && at_ > most_target_bytes + 64) {
            refusal_ = Refusal{414, "http.target_too_long"};
            return true;
        }
        if (byte != '\n') continue;
        ++line_ends_;
        if (at_ < 3 || bytes[at_ - 2] == '\n') {
            if (line_ends_ == 1) refusal_ = malformed;  // a blank line instead of a request
            ++at_;
            return true;
        }
        if (line_ends_ > most_header_lines + 1) {
            refusal_ = Refusal{431, "http.header_too_large"};
            return true;
        }
    }
    return false;
}

std::optional<Refusal> check_header(std::string_view block, HeaderFacts& facts) {
    std::string_view rest = block;
    RequestLine line;
    if (auto refusal = read_request_line(take_line(rest), line)) return refusal;
    Counted seen;
    std::size_t lines = 0;
    for (auto field = take_line(rest); !field.empty(); field = take_line(rest)) {
        if (++lines > most_header_lines) return Refusal{431, "http.header_too_large"};
        const auto colon = field.find(':');
        // A folded line begins with a space, which is no token; so does "Name :", which ends with one.
        if (colon == std::string_view::npos || !is_token(field.substr(0, colon))) return malformed;
        if (auto refusal = read_field(field.substr(0, colon), trimmed(field.substr(colon + 1)), seen, facts)) {
            return refusal;
        }
    }
    if (seen.hosts > 1 || (seen.hosts == 0 && !line.version_10)) return malformed;
    if (seen.hosts == 1 && !is_authority(seen.host)) return malformed;
    if (seen.lengths > 1 || seen.encodings > 1 || (seen.lengths != 0 && seen.encodings != 0)) return malformed;
    if (seen.encodings != 0 && line.version_10) return malformed;
    facts.has_body = seen.encodings != 0 || facts.content_length.value_or(0) > 0;
    return reduce_target(line.target, seen.host, facts);
}

}  // namespace samrad::http
