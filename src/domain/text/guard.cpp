#include "domain/text/guard.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace samrad::domain {

namespace {

constexpr int most_nesting = 32;
constexpr int most_marks = 2000;  // of one kind in one paragraph

// A line of nothing but "- - -" is a rule, however long; cmark sees that before it sees list marks.
bool is_rule(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos || (line[first] != '-' && line[first] != '*')) return false;
    const char marks[] = {line[first], ' ', '\t', 0};
    return line.find_first_not_of(marks) == std::string_view::npos;
}

// True where a line begins a block of its own whatever stands before it: "# heading" or "- item", hardly indented.
bool begins_block(std::string_view line) {
    const auto first = line.find_first_not_of(' ');
    if (first == std::string_view::npos || first > 3) return false;
    const auto after = line.find_first_not_of(line[first] == '#' ? "#" : "-+*", first);
    if (after == first || after == std::string_view::npos || line[after] != ' ') return false;
    const bool one_mark = line[first] == '#' ? after - first <= 6 : after - first == 1;
    return one_mark && line.find_first_not_of(" \t", after) != std::string_view::npos;
}

// How many containers the beginning of a line opens or stands in: each `>`, each list mark, and half the indentation.
int depth_of(std::string_view line) {
    if (is_rule(line)) return 1;
    int depth = 0;
    int indentation = 0;
    bool list = false;
    std::size_t i = 0;
    while (i < line.size()) {
        const char c = line[i];
        if (c == ' ' || c == '\t') {
            indentation += c == '\t' ? 4 : 1;
            ++i;
            continue;
        }
        const auto followed_by_space = [&](std::size_t at) {
            return at >= line.size() || line[at] == ' ' || line[at] == '\t';
        };
        if (c == '>') {
            ++depth;
            ++i;
        } else if ((c == '-' || c == '+' || c == '*') && followed_by_space(i + 1)) {
            ++depth;
            list = true;
            ++i;
        } else if (c >= '0' && c <= '9') {
            std::size_t end = i;
            while (end < line.size() && end - i < 9 && line[end] >= '0' && line[end] <= '9') ++end;
            if (end >= line.size() || (line[end] != '.' && line[end] != ')') || !followed_by_space(end + 1)) break;
            ++depth;
            list = true;
            i = end + 1;
        } else {
            break;
        }
    }
    return depth + (list ? std::max(0, (indentation - depth) / 2) : 0);
}

// Counts the marks that open something inside a paragraph. Paragraphs end at blank lines, headings and items.
class Marks {
public:
    bool too_many(std::string_view line) {
        if (line.find_first_not_of(" \t>") == std::string_view::npos) {
            brackets_ = stars_ = ticks_ = angles_ = 0;
            return false;
        }
        if (begins_block(line)) brackets_ = stars_ = ticks_ = angles_ = 0;
        char before = 0;
        for (const char c : line) {
            brackets_ += c == '[' || c == '!' ? 1 : 0;
            stars_ += c == '*' || c == '_' ? 1 : 0;
            ticks_ += c == '`' && before != '`' ? 1 : 0;
            angles_ += c == '<' || c == '&' ? 1 : 0;
            before = c;
        }
        return std::max({brackets_, stars_, ticks_, angles_}) > most_marks;
    }

private:
    int brackets_ = 0;
    int stars_ = 0;
    int ticks_ = 0;
    int angles_ = 0;
};

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

}  // namespace

std::string normalise(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            out.push_back('\n');
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
        } else {
            out.push_back(text[i]);
        }
    }
    return out;
}

std::optional<Problem> check_text(std::string_view text, std::size_t most_bytes, std::string_view field) {
    if (text.size() > most_bytes) {
        return Problem{
            Kind::too_large, "text.too_large", std::string(field), {{"most", std::to_string(most_bytes)}}, 0};
    }
    if (!is_utf8(text)) return invalid("text.not_utf8", field);
    if (std::any_of(text.begin(), text.end(), is_control)) return invalid("text.control_character", field);
    Marks marks;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        if (depth_of(line) > most_nesting) return invalid("text.too_nested", field);
        if (marks.too_many(line)) return invalid("text.too_costly", field);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return std::nullopt;
}

}  // namespace samrad::domain
