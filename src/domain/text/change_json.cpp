#include "domain/text/change_json.hpp"

#include <cstdint>
#include <string>

#include "base/utf8.hpp"

namespace samrad::domain {

namespace {

void write_number(std::string& out, std::size_t number) { out += std::to_string(number); }

void write_escaped(std::string& out, std::string_view utf8) {
    constexpr char digits[] = "0123456789abcdef";
    for (const char c : utf8) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\b': out += "\\b"; break;
            case '\f': out += "\\f"; break;
            case '\t': out += "\\t"; break;
            case '\r': out += "\\r"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += "\\u00";
                    out += digits[c >> 4];
                    out += digits[c & 15];
                } else {
                    out += c;
                }
        }
    }
}

// The lines of a text as JSON strings, each after a comma. A pair of surrogates lies within one line.
void write_lines(std::string& out, std::u16string_view text) {
    for (std::size_t from = 0;;) {
        const std::size_t end = text.find(u'\n', from);
        out += ",\"";
        write_escaped(out, to_utf8(text.substr(from, end - from)));
        out += '"';
        if (end == std::u16string_view::npos) return;
        from = end + 1;
    }
}

// Reads the one shape of JSON that a change has; anything else is malformed. Whitespace as in RFC 8259.
class Reader {
public:
    Reader(std::string_view json, std::size_t expected) : rest_(json), expected_(expected) {}

    Result<Change> read() {
        if (!take('[')) return malformed();
        if (!take(']')) {
            do {
                if (peek() == '[' ? !read_replacement() : !read_kept()) return malformed();
                if (bad_text_) return invalid("change.text", "changes");
                if (length_ > expected_) return invalid("change.length", "changes");
            } while (take(','));
            if (!take(']')) return malformed();
        }
        skip_space();
        if (!rest_.empty()) return malformed();
        if (length_ != expected_) return invalid("change.length", "changes");
        return std::move(change_);
    }

private:
    static Problem malformed() { return invalid("change.malformed", "changes"); }

    void skip_space() {
        while (!rest_.empty() && std::string_view(" \t\r\n").find(rest_[0]) != std::string_view::npos) {
            rest_.remove_prefix(1);
        }
    }
    char peek() {
        skip_space();
        return rest_.empty() ? '\0' : rest_[0];
    }
    bool take(char c) {
        if (peek() != c || rest_.empty()) return false;
        rest_.remove_prefix(1);
        return true;
    }

    // A JSON integer without sign, fraction or exponent. Above any length that counts it stays at a value that is too
    // long.
    bool read_number(std::uint64_t& number) {
        constexpr std::uint64_t enough = std::uint64_t{1} << 53;
        skip_space();
        std::size_t digits = 0;
        number = 0;
        while (digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9') {
            if (number < enough) number = number * 10 + static_cast<std::uint64_t>(rest_[digits] - '0');
            ++digits;
        }
        const bool leading_zero = digits > 1 && rest_[0] == '0';
        rest_.remove_prefix(digits);
        return digits > 0 && !leading_zero;
    }

    bool read_kept() {
        std::uint64_t length = 0;
        if (!read_number(length) || length == 0) return false;
        length_ += length;
        if (length_ <= expected_) change_.add_kept(length);
        return true;
    }

    bool read_replacement() {
        std::uint64_t length = 0;
        std::u16string text;
        std::string line;
        bool first = true;
        if (!take('[') || !read_number(length)) return false;
        for (; take(','); first = false) {
            line.clear();
            if (!read_string(line)) return false;
            if (!is_utf8(line) || line.find_first_of(std::string_view("\n\r\0", 3)) != std::string::npos)
                bad_text_ = true;
            if (bad_text_) return true;
            if (!first) text += u'\n';
            text += to_utf16(line);
        }
        if (!take(']') || (length == 0 && text.empty())) return false;
        length_ += length;
        if (length_ <= expected_) change_.add_replaced(length, text);
        return true;
    }

    // Decodes into UTF-8. Half a pair is written as the three bytes that is_utf8 refuses.
    bool read_string(std::string& out) {
        if (!take('"')) return false;
        while (!rest_.empty() && rest_[0] != '"') {
            const char c = rest_[0];
            rest_.remove_prefix(1);
            if (static_cast<unsigned char>(c) < 0x20) return false;
            if (c != '\\') {
                out += c;
            } else if (!read_escape(out)) {
                return false;
            }
        }
        return take('"');
    }

    bool read_escape(std::string& out) {
        if (rest_.empty()) return false;
        const char c = rest_[0];
        rest_.remove_prefix(1);
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view values = "\"\\/\b\f\n\r\t";
        if (const std::size_t at = names.find(c); at != std::string_view::npos) {
            out += values[at];
            return true;
        }
        std::uint32_t unit = 0;
        if (c != 'u' || !read_hex(unit)) return false;
        if ((unit & 0xFC00) == 0xD800 && rest_.substr(0, 2) == "\\u") {
            const std::string_view back = rest_;
            std::uint32_t low = 0;
            rest_.remove_prefix(2);
            if (!read_hex(low)) return false;
            if ((low & 0xFC00) == 0xDC00) {
                unit = 0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF);
            } else {
                rest_ = back;
            }
        }
        append(out, unit);
        return true;
    }

    bool read_hex(std::uint32_t& unit) {
        if (rest_.size() < 4) return false;
        unit = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = rest_[static_cast<std::size_t>(i)];
            const char lower = static_cast<char>(c | 0x20);
            if (c >= '0' && c <= '9') {
                unit = unit * 16 + static_cast<std::uint32_t>(c - '0');
            } else if (lower >= 'a' && lower <= 'f') {
                unit = unit * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
            } else {
                return false;
            }
        }
        rest_.remove_prefix(4);
        return true;
    }

    static void append(std::string& out, std::uint32_t point) {
        const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
        if (point < 0x80) return byte(point);
        if (point < 0x800) {
            byte(0xC0 | point >> 6);
        } else {
            if (point < 0x10000) {
                byte(0xE0 | point >> 12);
            } else {
                byte(0xF0 | point >> 18);
                byte(0x80 | (point >> 12 & 0x3F));
            }
            byte(0x80 | (point >> 6 & 0x3F));
        }
        byte(0x80 | (point & 0x3F));
    }

    std::string_view rest_;
    std::uint64_t expected_;
    std::uint64_t length_ = 0;
    bool bad_text_ = false;
    Change change_;
};

}  // namespace

std::string to_json(const Change& change) {
    std::string out = "[";
    std::u16string_view inserted = change.inserted();
    for (const Change::Section& section : change.sections()) {
        if (out.size() > 1) out += ',';
        if (!section.kept) out += '[';
        write_number(out, section.length);
        if (section.inserted > 0) write_lines(out, inserted.substr(0, section.inserted));
        if (!section.kept) out += ']';
        inserted.remove_prefix(section.inserted);
    }
    out += ']';
    return out;
}

Result<Change> change_from_json(std::string_view json, std::size_t expected_length) {
    return Reader(json, expected_length).read();
}

}  // namespace samrad::domain
