#include "base/utf8.hpp"

#include <cstdint>

namespace samrad {

namespace {

struct Read {
    char32_t point;      // the code point, or U+FFFD
    std::size_t length;  // bytes eaten, at least 1
    bool good;
};

bool is_tail(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// Reads one code point at the front of a non-empty text, after table 3-7 of the Unicode standard: the range of the
// second byte depends on the first, which rules out overlong forms, surrogates and points over U+10FFFF.
Read read_point(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = at(0);
    if (lead < 0x80) return {lead, 1, true};
    if (lead < 0xC2 || lead > 0xF4) return {0xFFFD, 1, false};
    const std::size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (text.size() < 2 || at(1) < low || at(1) > high) return {0xFFFD, 1, false};
    char32_t point = lead & (0xFFU >> (wanted + 1));
    point = (point << 6) | (at(1) & 0x3FU);
    for (std::size_t i = 2; i < wanted; ++i) {
        if (i >= text.size() || !is_tail(at(i))) return {0xFFFD, i, false};
        point = (point << 6) | (at(i) & 0x3FU);
    }
    return {point, wanted, true};
}

void append_utf8(std::string& out, char32_t point) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

bool is_high(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const Read read = read_point(bytes);
        if (!read.good) return false;
        bytes.remove_prefix(read.length);
    }
    return true;
}

std::u16string to_utf16(std::string_view utf8) {
    std::u16string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) {
        const Read read = read_point(utf8);
        if (read.point < 0x10000) {
            out.push_back(static_cast<char16_t>(read.point));
        } else {
            out.push_back(static_cast<char16_t>(0xD800 + ((read.point - 0x10000) >> 10)));
            out.push_back(static_cast<char16_t>(0xDC00 + ((read.point - 0x10000) & 0x3FF)));
        }
        utf8.remove_prefix(read.length);
    }
    return out;
}

std::string to_utf8(std::u16string_view utf16) {
    std::string out;
    out.reserve(utf16.size() + utf16.size() / 8);
    for (std::size_t i = 0; i < utf16.size(); ++i) {
        char32_t point = utf16[i];
        if (is_high(utf16[i]) && i + 1 < utf16.size() && is_low(utf16[i + 1])) {
            point = 0x10000 + ((char32_t(utf16[i]) - 0xD800) << 10) + (char32_t(utf16[i + 1]) - 0xDC00);
            ++i;
        } else if (is_high(utf16[i]) || is_low(utf16[i])) {
            point = 0xFFFD;
        }
        append_utf8(out, point);
    }
    return out;
}

std::size_t utf16_length(std::string_view utf8) {
    std::size_t units = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        units += is_tail(byte) ? 0 : byte >= 0xF0 ? 2 : 1;
    }
    return units;
}

std::size_t code_points(std::string_view utf8) {
    std::size_t points = 0;
    for (const char c : utf8) points += is_tail(static_cast<unsigned char>(c)) ? 0 : 1;
    return points;
}

bool is_one_line(std::string_view utf8) {
    bool blank = true;
    for (const char16_t unit : to_utf16(utf8)) {
        const bool control = unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || unit == 0x2028 || unit == 0x2029;
        const bool turns = unit == 0x061C || unit == 0x200E || unit == 0x200F || (unit >= 0x202A && unit <= 0x202E) ||
                           (unit >= 0x2066 && unit <= 0x2069);
        if (control || turns) return false;
        blank = blank && (unit == u' ' || unit == 0xA0 || (unit >= 0x2000 && unit <= 0x200D) || unit == 0x3000);
    }
    return !blank;
}

bool is_utf16(std::u16string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_low(text[i])) return false;
        if (is_high(text[i]) && (i + 1 == text.size() || !is_low(text[i + 1]))) return false;
        if (is_high(text[i])) ++i;
    }
    return true;
}

}  // namespace samrad
