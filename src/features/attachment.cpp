#include "features/attachment.hpp"

#include <algorithm>

namespace samrad::features {

namespace {

std::string disposition(const std::string& title, std::string_view suffix) {
    std::string ascii;
    std::string encoded;
    constexpr char hex[] = "0123456789ABCDEF";
    std::size_t length = std::min<std::size_t>(title.size(), 150);
    while (length < title.size() && (static_cast<unsigned char>(title[length]) & 0xC0) == 0x80) --length;
    for (const char c : title.substr(0, length)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain) {
            ascii += c;
        } else if (!ascii.empty() && ascii.back() != '-') {
            ascii += '-';
        }
        if (plain || c == '-' || c == '.') {
            encoded += c;
        } else {
            // What no file may have in its name is a hyphen.
            const bool bad =
                byte < 0x20 || byte == 0x7f || std::string_view("/\\:*?\"<>|").find(c) != std::string::npos;
            encoded += bad ? "-" : std::string{'%', hex[byte >> 4], hex[byte & 15]};
        }
    }
    while (!ascii.empty() && ascii.back() == '-') ascii.pop_back();
    const std::string end = "." + std::string(suffix);
    return "attachment; filename=\"" + ascii + end + "\"; filename*=UTF-8''" + encoded + end;
}

}  // namespace

http::Reply attachment(std::string bytes, std::string_view content_type, const std::string& title,
                       std::string_view suffix) {
    http::Reply reply;
    reply.content_type = content_type;
    reply.headers.emplace_back("content-disposition", disposition(title, suffix));
    reply.body = std::make_shared<const http::Body>(http::Body{std::move(bytes), {}});
    return reply;
}

}  // namespace samrad::features
