#include "http/target.hpp"

#include "base/utf8.hpp"

namespace samrad::http {
namespace {

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decode(std::string_view text, bool in_query) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hex(text[i + 1]);
            const int low = hex(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
            const auto byte = static_cast<unsigned char>(c);
            if (byte == 0) return std::nullopt;
            if (!in_query && (byte < 0x20 || byte == 0x7f || c == '/' || c == '\\')) return std::nullopt;
        } else if (c == '+' && in_query) {
            c = ' ';
        }
        out += c;
    }
    if (!is_utf8(out)) return std::nullopt;
    return out;
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
    const auto mark = target.find('?');
    auto path = decode(target.substr(0, mark), false);
    if (!path || path->empty() || path->front() != '/') return std::nullopt;
    Target result;
    result.path = std::move(*path);
    std::string_view rest = mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1);
    while (!rest.empty()) {
        const auto end = rest.find('&');
        const std::string_view pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        auto name = decode(pair.substr(0, equals), true);
        auto value = decode(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1), true);
        if (!name || !value) return std::nullopt;
        result.query.emplace(std::move(*name), std::move(*value));
    }
    return result;
}

}  // namespace samrad::http
