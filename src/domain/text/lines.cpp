// Official lines: the rule stands in markdown.hpp.
#include "domain/text/markdown.hpp"

namespace samrad::domain {

namespace {

bool is_space(char16_t unit) { return unit == u' ' || unit == u'\n' || unit == u'\t'; }
bool is_low(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// Where the line that begins at `from` (no space) ends: the units [from, end) are its text and the spaces after it.
std::size_t end_of_line(const std::u16string& text, std::size_t from, int width) {
    int columns = 0;
    std::size_t last_break = 0;  // the place after the last space or hyphen that fits
    std::size_t i = from;
    while (i < text.size()) {
        const char16_t unit = text[i];
        if (is_space(unit)) {
            while (i < text.size() && is_space(text[i])) ++i, ++columns;
            last_break = i;
            if (columns > width) return i;
            continue;
        }
        if (columns >= width) return last_break > from ? last_break : i;
        i += i + 1 < text.size() && is_low(text[i + 1]) ? 2 : 1;
        ++columns;
        const bool inside_word = i < text.size() && !is_space(text[i]);
        if (unit == u'-' && inside_word && i - from > 1) last_break = i;
    }
    return text.size();
}

}  // namespace

std::vector<Line> lines_of(const std::vector<Block>& blocks, int width) {
    std::vector<Line> lines;
    int number = 0;
    for (std::size_t index = 0; index < blocks.size(); ++index) {
        const auto& text = blocks[index].visible;
        std::size_t from = 0;
        while (true) {
            while (from < text.size() && is_space(text[from])) ++from;
            if (from >= text.size()) break;
            const auto end = end_of_line(text, from, width);
            lines.push_back({++number, index, {from, end}});
            from = end;
        }
    }
    return lines;
}

}  // namespace samrad::domain
