#include "domain/form/file_kind.hpp"

#include <algorithm>
#include <cstdint>

#include "base/utf8.hpp"
#include "domain/form/zip_directory.hpp"

namespace samrad::domain {

namespace {

using std::string;
using std::string_view;

constexpr std::uint32_t longest_side = 20'000;

std::uint32_t big_endian(string_view bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) value = value << 8 | std::uint8_t(bytes[at + std::size_t(i)]);
    return value;
}

bool is_side(std::uint32_t side) { return side >= 1 && side <= longest_side; }

// Something that other programs would take for a zip file may hang behind any file; zip is read from its end.
bool ends_as_zip(string_view bytes) {
    const auto tail = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 66'000));
    return tail.find(string_view("PK\x05\x06", 4)) != string_view::npos;
}

bool is_pdf(string_view bytes) {
    if (!bytes.starts_with("%PDF-1.") && !bytes.starts_with("%PDF-2.")) return false;
    const auto end = bytes.find_last_not_of(string_view("\r\n\t \0", 5));
    return end != string_view::npos && bytes.substr(0, end + 1).ends_with("%%EOF") && !ends_as_zip(bytes);
}

bool is_png(string_view bytes) {
    if (!bytes.starts_with(string_view("\x89PNG\r\n\x1a\n", 8))) return false;
    for (std::size_t at = 8; at + 12 <= bytes.size();) {
        const std::size_t length = big_endian(bytes, at, 4);
        const auto name = bytes.substr(at + 4, 4);
        if (length > bytes.size() - at - 12) return false;
        if (at == 8) {
            const bool head = name == "IHDR" && length == 13;
            if (!head || !is_side(big_endian(bytes, 16, 4)) || !is_side(big_endian(bytes, 20, 4))) return false;
        }
        at += 12 + length;
        if (name == "IEND") return length == 0 && at == bytes.size();
    }
    return false;
}

bool is_jpeg(string_view bytes) {
    if (!bytes.starts_with("\xFF\xD8\xFF") || !bytes.ends_with("\xFF\xD9") || ends_as_zip(bytes)) return false;
    // The pieces before the picture itself, each with its length; the one that starts a frame tells the sides.
    for (std::size_t at = 2; at + 9 < bytes.size();) {
        if (std::uint8_t(bytes[at]) != 0xFF) return false;
        const auto mark = std::uint8_t(bytes[at + 1]);
        const bool frame = mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC;
        if (frame) return is_side(big_endian(bytes, at + 5, 2)) && is_side(big_endian(bytes, at + 7, 2));
        const auto length = big_endian(bytes, at + 2, 2);
        if (length < 2 || mark == 0xDA || mark == 0xD9) return false;
        at += 2 + length;
    }
    return false;
}

bool is_text(string_view bytes) {
    if (!is_utf8(bytes)) return false;
    const bool controls = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = std::uint8_t(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
    if (controls) return false;
    auto rest = bytes;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    const auto first = rest.find_first_not_of(" \t\r\n");
    return first != string_view::npos && rest[first] != '<' && !rest.starts_with("%PDF");
}

KindOfFile refused(string_view code) { return {std::nullopt, invalid(code, "")}; }

KindOfFile kind_of_zip(string_view bytes) {
    const auto directory = read_zip_directory(bytes);
    if (!directory) return refused("file.kind_refused");
    if (directory->unpacked > 100'000'000 || directory->unpacked > 200 * std::uint64_t(bytes.size())) {
        return refused("file.unpacks_too_large");
    }
    const auto& names = directory->names;
    const auto has = [&](string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    const auto within = [&](string_view folder) {
        return std::any_of(names.begin(), names.end(), [&](const string& name) { return name.starts_with(folder); });
    };
    // The first thing in an OpenDocument file is its own type, as it stands.
    constexpr string_view odt = "mimetypeapplication/vnd.oasis.opendocument.textPK";
    if (bytes.substr(30).starts_with(odt) && has("content.xml")) {
        if (within("Basic/") || within("Scripts/")) return refused("file.kind_refused");
        return {FileKind::odt, std::nullopt};
    }
    if (has("[Content_Types].xml") && has("word/document.xml")) {
        if (has("word/vbaProject.bin") || has("mimetype")) return refused("file.kind_refused");
        return {FileKind::docx, std::nullopt};
    }
    return refused("file.kind_refused");
}

}  // namespace

string_view media_type_of(FileKind kind) {
    switch (kind) {
        case FileKind::pdf: return "application/pdf";
        case FileKind::png: return "image/png";
        case FileKind::jpeg: return "image/jpeg";
        case FileKind::odt: return "application/vnd.oasis.opendocument.text";
        case FileKind::docx: return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        case FileKind::text: return "text/plain; charset=utf-8";
    }
    return "application/octet-stream";
}

string_view ending_of(FileKind kind) {
    switch (kind) {
        case FileKind::pdf: return ".pdf";
        case FileKind::png: return ".png";
        case FileKind::jpeg: return ".jpg";
        case FileKind::odt: return ".odt";
        case FileKind::docx: return ".docx";
        case FileKind::text: return ".txt";
    }
    return "";
}

KindOfFile kind_of_file(string_view bytes) {
    if (bytes.empty()) return refused("file.empty");
    if (bytes.size() > largest_file) return refused("file.too_large");
    if (bytes.starts_with(string_view("PK\x03\x04", 4))) return kind_of_zip(bytes);
    if (is_pdf(bytes)) return {FileKind::pdf, std::nullopt};
    if (is_png(bytes)) return {FileKind::png, std::nullopt};
    if (is_jpeg(bytes)) return {FileKind::jpeg, std::nullopt};
    if (is_text(bytes)) return {FileKind::text, std::nullopt};
    return refused("file.kind_refused");
}

string harmless_name(string_view name, FileKind kind) {
    name = name.substr(name.find_last_of("/\\") == string_view::npos ? 0 : name.find_last_of("/\\") + 1);
    if (const auto dot = name.rfind('.'); dot != string_view::npos && dot > 0) name = name.substr(0, dot);
    constexpr string_view letters[] = {"æ", "ø", "å", "Æ", "Ø", "Å", "ä", "ö", "ü", "Ä", "Ö", "Ü", "é", "š", "ŋ", "đ"};
    string kept;
    for (std::size_t at = 0; at < name.size() && kept.size() < 90;) {
        const char c = name[at];
        const auto letter = std::find_if(std::begin(letters), std::end(letters),
                                         [&](string_view one) { return name.substr(at).starts_with(one); });
        if (letter != std::end(letters)) {
            kept += *letter;
            at += letter->size();
            continue;
        }
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                           c == '-' || c == '(' || c == ')' || c == '.' || c == ' ';
        if (plain) kept += c;
        if (!plain && (kept.empty() || kept.back() != '_')) kept += '_';
        ++at;
    }
    const auto first = kept.find_first_not_of(" ._");
    if (first == string::npos) return "vedlegg" + string(ending_of(kind));
    kept = kept.substr(first, kept.find_last_not_of(" ._") - first + 1);
    return kept + string(ending_of(kind));
}

}  // namespace samrad::domain
