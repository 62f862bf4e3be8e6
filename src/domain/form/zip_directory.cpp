// The format: PKWARE's APPNOTE.TXT 6.3.10, sections 4.3.7 (an entry's head), 4.3.12 (the directory), 4.3.16 (its end).
#include "domain/form/zip_directory.hpp"

#include <algorithm>

namespace samrad::domain {

namespace {

using std::string_view;

constexpr std::size_t most_entries = 2'000;
constexpr std::size_t end_size = 22;     // of the record at the end, without a comment
constexpr std::size_t listed_size = 46;  // of an entry in the directory, without its name
constexpr std::size_t head_size = 30;    // of an entry's own head, without its name
constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;

std::uint32_t little_endian(string_view bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = count - 1; i >= 0; --i) value = value << 8 | std::uint8_t(bytes[at + std::size_t(i)]);
    return value;
}

bool is_harmless(string_view name) {
    return !name.empty() && name.front() != '/' && name.find("..") == string_view::npos &&
           name.find('\\') == string_view::npos && name.find('\0') == string_view::npos;
}

struct Extent {
    std::uint64_t first, past;
};

}  // namespace

std::optional<ZipDirectory> read_zip_directory(string_view bytes) {
    if (bytes.size() < end_size) return std::nullopt;
    const auto end = bytes.size() - end_size;
    if (bytes.substr(end, 4) != string_view("PK\x05\x06", 4) || little_endian(bytes, end + 4, 4) != 0) return {};
    const std::size_t count = little_endian(bytes, end + 10, 2);
    const std::uint64_t size = little_endian(bytes, end + 12, 4), start = little_endian(bytes, end + 16, 4);
    const bool comment = little_endian(bytes, end + 20, 2) != 0;
    if (comment || count == 0 || count > most_entries || start + size != end) return std::nullopt;
    if (little_endian(bytes, end + 8, 2) != count) return std::nullopt;
    ZipDirectory directory;
    std::vector<Extent> extents;
    std::uint64_t at = start;
    for (std::size_t i = 0; i < count; ++i) {
        if (at + listed_size > end || bytes.substr(at, 4) != string_view("PK\x01\x02", 4)) return std::nullopt;
        const auto flags = little_endian(bytes, at + 8, 2), method = little_endian(bytes, at + 10, 2);
        const auto packed = little_endian(bytes, at + 20, 4), unpacked = little_endian(bytes, at + 24, 4);
        const auto name_length = little_endian(bytes, at + 28, 2);
        const auto beside = little_endian(bytes, at + 30, 2) + little_endian(bytes, at + 32, 2);
        const auto head = little_endian(bytes, at + 42, 4);
        if ((flags & 1) || (method != 0 && method != 8) || little_endian(bytes, at + 34, 2) != 0) return std::nullopt;
        if (packed == in_zip64 || unpacked == in_zip64 || head == in_zip64) return std::nullopt;
        if (at + listed_size + name_length + beside > end) return std::nullopt;
        const auto name = bytes.substr(at + listed_size, name_length);
        // The entry itself says the same name, so that no program sees another.
        if (!is_harmless(name) || std::uint64_t(head) + head_size + name_length + packed > start) return std::nullopt;
        const bool stands = bytes.substr(head, 4) == string_view("PK\x03\x04", 4) &&
                            little_endian(bytes, head + 26, 2) == name_length &&
                            bytes.substr(head + head_size, name_length) == name;
        if (!stands) return std::nullopt;
        extents.push_back({head, std::uint64_t(head) + head_size + name_length + packed});
        directory.names.emplace_back(name);
        directory.unpacked += unpacked;
        at += listed_size + name_length + beside;
    }
    if (at != end) return std::nullopt;
    std::sort(extents.begin(), extents.end(), [](const Extent& a, const Extent& b) { return a.first < b.first; });
    if (extents.front().first != 0) return std::nullopt;
    for (std::size_t i = 1; i < extents.size(); ++i) {
        if (extents[i].first < extents[i - 1].past) return std::nullopt;
    }
    return directory;
}

}  // namespace samrad::domain
