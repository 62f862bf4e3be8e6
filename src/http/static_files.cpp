#include "http/static_files.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/log.hpp"
#include "http/gzip.hpp"
#include "http/outgoing.hpp"

namespace samrad::http {
namespace {

namespace fs = std::filesystem;

std::string_view type_of(std::string_view name) {
    struct Known {
        std::string_view ending, type;
    };
    constexpr Known known[] = {
        {".js", "text/javascript; charset=utf-8"},
        {".mjs", "text/javascript; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".html", "text/html; charset=utf-8"},
        {".json", "application/json"},
        {".map", "application/json"},
        {".webmanifest", "application/manifest+json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".webp", "image/webp"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
    };
    for (const Known& k : known) {
        if (name.ends_with(k.ending)) return k.type;
    }
    return "application/octet-stream";
}

// "name-3f9c2b1a.js": the build puts a hash of the content into the name, so the content under it never changes.
bool has_hash(std::string_view name) {
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos) return false;
    const auto stem = name.substr(0, dot);
    if (stem.size() < 9) return false;
    const char before = stem[stem.size() - 9];
    if (before != '-' && before != '.') return false;
    const auto tail = stem.substr(stem.size() - 8);
    return std::all_of(tail.begin(), tail.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    });
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Tells versions of one of our own files apart; nobody gains by forging it.
std::string etag_of(std::string_view bytes) {
    const auto sum = crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    char text[48];
    std::snprintf(text, sizeof text, "\"%zx-%08lx\"", bytes.size(), static_cast<unsigned long>(sum));
    return text;
}

}  // namespace

StaticFiles::StaticFiles(const std::string& folder) {
    if (folder.empty()) return;
    std::error_code error;
    const fs::path root(folder);
    for (fs::recursive_directory_iterator it(root, error), end; !error && it != end; it.increment(error)) {
        if (!it->is_regular_file()) continue;
        const std::string name = it->path().lexically_relative(root).generic_string();
        if (name.ends_with(".br") || name.ends_with(".gz")) continue;
        std::string bytes = read_file(it->path());
        File file;
        file.reply.content_type = type_of(name);
        file.reply.headers.emplace_back("etag", etag_of(bytes));
        file.reply.headers.emplace_back("cache-control",
                                        has_hash(name) ? "public, max-age=31536000, immutable" : "public, no-cache");
        const auto beside = fs::path(it->path()).concat(".br");
        if (std::error_code missing; fs::is_regular_file(beside, missing)) {
            file.brotli = std::make_shared<const Body>(Body{read_file(beside), {}});
        }
        const bool packed = name.ends_with(".woff2") || name.ends_with(".png") || name.ends_with(".webp");
        std::string zipped = packed ? std::string() : gzip(bytes, 9);
        file.reply.body = std::make_shared<const Body>(Body{std::move(bytes), std::move(zipped)});
        files_.emplace("/assets/" + name, std::move(file));
    }
    if (error) log::warning("http.static_folder_unreadable", {{"folder", folder}, {"reason", error.message()}});
}

std::optional<Reply> StaticFiles::find(const Request& request) const {
    const auto found = files_.find(request.path);
    if (found == files_.end()) return std::nullopt;
    const File& file = found->second;
    Reply reply = file.reply;
    if (file.brotli && accepts(request.header("accept-encoding").value_or(""), "br")) {
        reply.body = file.brotli;
        reply.headers.emplace_back("content-encoding", "br");
        for (auto& [name, value] : reply.headers) {
            if (name == "etag") value = "W/" + value;
        }
    }
    if (file.brotli && reply.body->gzip.empty()) reply.headers.emplace_back("vary", "Accept-Encoding");
    return reply;
}

}  // namespace samrad::http
